/**
 * pom.xml as it is written: nothing is inherited, filled in or interpolated here.
 * @see https://maven.apache.org/ref/current/maven-model/maven.html
 */
import type { SourceText } from "../../../files/source-text.ts";
import type { Diagnostic } from "../../../model/diagnostic.ts";
import type { ManifestReader, ManifestReading } from "../../language.ts";
import { child, childText, list, readXml, type XmlElement } from "./xml.ts";

/** A `<dependency>`; texts may hold `${properties}`. */
export interface PomDependency {
  readonly groupId: string;
  readonly artifactId: string;
  readonly version?: string;
  readonly scope?: string;
  readonly type?: string;
  readonly classifier?: string;
  readonly optional: boolean;
  /** Of its `<artifactId>`. */
  readonly line: number;
  readonly column: number;
}

export interface PomValue {
  readonly value: string;
  readonly line: number;
}

/** What a POM and each of its profiles have in common. */
export interface PomContent {
  readonly properties: ReadonlyMap<string, PomValue>;
  readonly dependencies: readonly PomDependency[];
  readonly managed: readonly PomDependency[];
  readonly modules: readonly PomValue[];
  readonly plugins: readonly PomPlugin[];
}

export interface PomProfile extends PomContent {
  readonly id: string;
  readonly activeByDefault: boolean;
}

export interface PomPlugin {
  readonly groupId: string;
  readonly artifactId: string;
  readonly line: number;
  readonly goals: readonly string[];
  readonly phases: readonly string[];
  readonly processors: readonly PomDependency[];
  /** Directories of sources that its configurations name, with the goal they are for (`add-source`, `testCompile`). */
  readonly sources: readonly { readonly directory: string; readonly goals: readonly string[] }[];
  /** `<release>`, else `<target>` or `<source>`, of the compiler. */
  readonly release?: string;
}

export interface PomParent {
  readonly groupId: string;
  readonly artifactId: string;
  readonly version: string;
  /** `""` when the parent is explicitly to be looked up in repositories only. */
  readonly relativePath: string;
  readonly line: number;
  readonly column: number;
}

export interface Pom extends PomContent {
  readonly kind: "pom";
  readonly path: string;
  readonly parent?: PomParent;
  readonly groupId?: string;
  readonly artifactId?: string;
  readonly version?: string;
  readonly packaging: string;
  readonly sourceDirectory?: string;
  readonly testSourceDirectory?: string;
  readonly profiles: readonly PomProfile[];
}

export const pomReader: ManifestReader<Pom> = {
  format: "Maven POM",
  matches: (name) => name === "pom.xml",
  read: readPom,
};

function readPom(file: SourceText): ManifestReading<Pom> {
  const { root, problem } = readXml(file.text);
  const diagnostics: Diagnostic[] = [];
  if (problem !== undefined) {
    const { line, column, message } = problem;
    const read = root === undefined ? "nothing could be read" : "what stands before it was read";
    diagnostics.push({ code: "manifest", file: file.path, line, column, message: `bad XML: ${message}; ${read}` });
  }
  if (root === undefined) return { diagnostics };
  if (root.name !== "project") {
    const message = `the root element is <${root.name}>, not <project>: this is no POM`;
    diagnostics.push({ code: "manifest", file: file.path, line: root.line, column: root.column, message });
    return { diagnostics };
  }
  return { manifest: makePom(file.path, root), diagnostics };
}

function makePom(path: string, project: XmlElement): Pom {
  const build = child(project, "build");
  const parent = child(project, "parent");
  return {
    kind: "pom",
    path,
    ...(parent === undefined ? {} : { parent: makeParent(parent) }),
    ...given("groupId", childText(project, "groupId")),
    ...given("artifactId", childText(project, "artifactId")),
    ...given("version", childText(project, "version")),
    packaging: childText(project, "packaging") ?? "jar",
    ...given("sourceDirectory", childText(build, "sourceDirectory")),
    ...given("testSourceDirectory", childText(build, "testSourceDirectory")),
    ...makeContent(project),
    profiles: list(project, "profiles").map(makeProfile),
  };
}

function makeProfile(profile: XmlElement): PomProfile {
  return {
    id: childText(profile, "id") ?? "default",
    activeByDefault: childText(child(profile, "activation"), "activeByDefault") === "true",
    ...makeContent(profile),
  };
}

function makeParent(parent: XmlElement): PomParent {
  const relativePath = child(parent, "relativePath");
  return {
    groupId: childText(parent, "groupId") ?? "",
    artifactId: childText(parent, "artifactId") ?? "",
    version: childText(parent, "version") ?? "",
    relativePath: relativePath === undefined ? "../pom.xml" : relativePath.text,
    line: (child(parent, "artifactId") ?? parent).line,
    column: (child(parent, "artifactId") ?? parent).column,
  };
}

function makeContent(element: XmlElement): PomContent {
  return {
    properties: new Map(list(element, "properties").map(({ name, text, line }) => [name, { value: text, line }])),
    dependencies: makeDependencies(list(element, "dependencies")),
    managed: makeDependencies(list(child(element, "dependencyManagement"), "dependencies")),
    // Maven 4 calls them subprojects.
    modules: [...list(element, "modules"), ...list(element, "subprojects")].map(({ text, line }) => ({
      value: text,
      line,
    })),
    plugins: list(child(element, "build"), "plugins").map(makePlugin),
  };
}

function makeDependencies(elements: readonly XmlElement[]): readonly PomDependency[] {
  return elements.flatMap((element) => {
    const artifact = child(element, "artifactId");
    if (artifact === undefined || artifact.text === "") return [];
    return {
      groupId: childText(element, "groupId") ?? "",
      artifactId: artifact.text,
      ...given("version", childText(element, "version")),
      ...given("scope", childText(element, "scope")),
      ...given("type", childText(element, "type")),
      ...given("classifier", childText(element, "classifier")),
      optional: childText(element, "optional") === "true",
      line: artifact.line,
      column: artifact.column,
    };
  });
}

function makePlugin(plugin: XmlElement): PomPlugin {
  const executions = list(plugin, "executions");
  const goalsOf = (execution: XmlElement): readonly string[] => list(execution, "goals").map((goal) => goal.text);
  const configurations = [plugin, ...executions].map((owner) => ({
    configuration: child(owner, "configuration"),
    goals: owner === plugin ? [] : goalsOf(owner),
  }));
  const release = configurations
    .map(
      ({ configuration }) =>
        childText(configuration, "release") ?? childText(configuration, "target") ?? childText(configuration, "source"),
    )
    .find((text) => text !== undefined);
  return {
    groupId: childText(plugin, "groupId") ?? "org.apache.maven.plugins",
    artifactId: childText(plugin, "artifactId") ?? "",
    line: (child(plugin, "artifactId") ?? plugin).line,
    goals: executions.flatMap(goalsOf),
    phases: executions.flatMap((execution) => childText(execution, "phase") ?? []),
    processors: configurations.flatMap(({ configuration }) =>
      makeDependencies(list(configuration, "annotationProcessorPaths")),
    ),
    sources: configurations.flatMap(({ configuration, goals }) =>
      ["sources", "compileSourceRoots"].flatMap((name) => {
        const sources = child(configuration, name);
        const directories = [sources?.text, ...(sources?.children ?? []).map(({ text }) => text)];
        return directories.flatMap((directory) => (directory ? [{ directory, goals }] : []));
      }),
    ),
    ...given("release", release),
  };
}

function given<K extends string>(key: K, value: string | undefined): { readonly [P in K]?: string } {
  // One key whose type follows from the argument: the compiler cannot see it through a computed name.
  return (value === undefined ? {} : { [key]: value }) as { readonly [P in K]?: string };
}
