/** Plug-ins and annotation processors that write Java sources during a build: what they make is in no bare checkout. */

/** By artifactId of a Maven plug-in or by id of a Gradle plug-in. */
const plugins: readonly RegExp[] = [
  /protobuf|protoc\b|grpc-java|wire-gradle|com\.squareup\.wire/,
  /antlr|javacc|jflex|^cup-/,
  /openapi-?generator|openapi\.generator|swagger-?codegen|jsonschema2pojo|raml-/,
  /jaxb|xjc|jaxws|wsimport|cxf-codegen|axis2?-|xmlbeans-maven/,
  /avro-maven|gradle-avro|plugin\.avro|thrift|flatbuffers|flatc|capnp/,
  /jooq|querydsl|apt-maven/,
  /modello|plexus-component|sqldelight|apollo|graphql-?codegen|graphqlcodegen|graphql-java-generator/,
  /templating-maven|maven-replacer|javageci|velocity-maven|fmpp|freemarker-maven|templ(?:ate|ating)/,
];

/** By artifactId of a dependency or processor. Lombok is not here: it writes no type that could be imported. */
const processors: readonly RegExp[] = [
  /jpamodelgen|^hibernate-processor$|^querydsl-apt$|^mapstruct-processor$|^auto-value$|^dagger-compiler$/,
  /^value$|^immutables|record-builder-processor|^freebuilder$|^micronaut-inject-java$|^jmh-generator-annprocess$/,
];

/** Plug-ins that run anything: they count only with a goal that adds or runs code, before compiling. */
const runners: ReadonlyMap<string, readonly string[]> = new Map([
  ["exec-maven-plugin", ["java", "exec"]],
  ["build-helper-maven-plugin", ["add-source", "add-test-source"]],
  ["maven-antrun-plugin", ["run"]],
  ["gmavenplus-plugin", ["execute"]],
  ["groovy-maven-plugin", ["execute"]],
]);

/** What a plug-in is bound to: goals and phases of its executions. */
export interface PluginRuns {
  readonly goals: readonly string[];
  readonly phases: readonly string[];
}

/** For plug-ins that are no runners: Gradle's have no goals. */
export const noRuns: PluginRuns = { goals: [], phases: [] };

/** The name itself in a list when it writes sources; an empty list when it does not. */
export function generatorOf(name: string, { goals, phases }: PluginRuns): readonly string[] {
  const wanted = runners.get(name);
  if (wanted === undefined) return plugins.some((pattern) => pattern.test(name)) ? [name] : [];
  const runs = goals.some((goal) => wanted.includes(goal));
  const early =
    name.startsWith("build-helper") || phases.some((phase) => /^generate-|^process-(?:test-)?sources$/.test(phase));
  return runs && early ? [name] : [];
}

/** Whether a plug-in runs anything, so that what it makes is a guess. */
export function isRunner(name: string): boolean {
  return runners.has(name);
}

/** The artifact itself in a list when it is an annotation processor that writes types. */
export function processorOf(artifactId: string): readonly string[] {
  return processors.some((pattern) => pattern.test(artifactId)) ? [artifactId] : [];
}

/** Whether a plug-in, by its artifactId or id, packs what a build asks for into its jar. */
export function isBundler(name: string): boolean {
  return /^maven-shade-plugin$|(?:^|\.)shadow$/.test(name);
}

/** Files that code is generated from, by their ending. */
export const schemaEndings: readonly string[] = [
  ".proto",
  ".g4",
  ".xsd",
  ".wsdl",
  ".avsc",
  ".avdl",
  ".thrift",
  ".fbs",
  ".jj",
  ".mdo",
];
