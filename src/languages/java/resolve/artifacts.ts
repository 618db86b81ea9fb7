/** What is known of libraries, apart from any repository: which artifact holds a package or a class. */
import { readKnowledge } from "../../../knowledge/index.ts";

/** `groupId:artifactId` */
export type ArtifactName = string;

interface MavenPackages {
  readonly entries: readonly {
    readonly artifact: ArtifactName;
    readonly prefixes: readonly string[];
    readonly exclusive_prefixes?: readonly string[];
    readonly split_packages?: readonly string[];
    readonly confidence: string;
  }[];
  readonly ambiguous: readonly { readonly package: string; readonly artifacts: readonly string[] }[];
}

interface JavaClasses {
  readonly packages: Readonly<Record<string, readonly ArtifactName[]>>;
  readonly classes: Readonly<Record<string, Readonly<Record<ArtifactName, readonly string[]>>>>;
  readonly jdkClasses: Readonly<Record<string, readonly string[]>>;
  readonly provides: Readonly<Record<string, readonly string[]>>;
}

export interface PackageKnowledge {
  /** The known prefix, and how far it is the package itself. */
  readonly prefix: string;
  readonly candidates: readonly ArtifactName[];
}

export interface ArtifactKnowledge {
  /** By the longest known prefix of a package; at one length, a prefix that only one artifact has goes first. */
  byPackage(name: string): PackageKnowledge | undefined;
  /** Of a package that several artifacts share: which of them hold this class. */
  byClass(packageName: string, className: string): readonly ArtifactName[];
  /** Whether the packages of this artifact were seen in its jar, so that an import would show its use. */
  isVerified(artifact: ArtifactName): boolean;
  /** Groups that declaring this artifact puts on the classpath as well (a starter, an aggregator). */
  provides(artifact: ArtifactName): readonly string[];
  /** Whether the JDK's own part of a package that it gave up holds a class. Undefined: it held all of it. */
  jdkHolds(packageName: string, className: string): boolean | undefined;
}

let knowledge: ArtifactKnowledge | undefined;

export function artifactKnowledge(): ArtifactKnowledge {
  knowledge ??= load(readKnowledge("maven-packages") as MavenPackages, readKnowledge("java-classes") as JavaClasses);
  return knowledge;
}

function load(packages: MavenPackages, classes: JavaClasses): ArtifactKnowledge {
  const exclusive = new Map<string, ArtifactName[]>();
  const shared = new Map<string, ArtifactName[]>();
  const verified = new Set<ArtifactName>();
  const add = (map: Map<string, ArtifactName[]>, prefix: string, artifact: ArtifactName): void => {
    const known = map.get(prefix);
    if (known === undefined) map.set(prefix, [artifact]);
    else if (!known.includes(artifact)) known.push(artifact);
  };
  for (const [prefix, artifacts] of Object.entries(classes.packages)) {
    for (const artifact of artifacts) add(exclusive, prefix, artifact);
  }
  for (const entry of packages.entries) {
    const { artifact, prefixes } = entry;
    if (entry.confidence === "verified" && prefixes.length > 0) verified.add(artifact);
    for (const prefix of entry.exclusive_prefixes ?? []) {
      // Exclusive only among the artifacts of that file: a prefix above what the artifact is known for (`org.codehaus`
      // of `org.codehaus.jackson.map`) says nothing about the rest of the world.
      if (!prefixes.some((own) => own.startsWith(`${prefix}.`))) add(exclusive, prefix, artifact);
    }
    for (const prefix of [...(entry.split_packages ?? []), ...prefixes]) add(shared, prefix, artifact);
  }
  for (const { package: prefix, artifacts } of packages.ambiguous) {
    if (!/^[\w.]+$/.test(prefix)) continue;
    for (const text of artifacts) {
      const artifact = text.replace(/ .*/, "");
      if (/^[\w.-]+:[\w.-]+$/.test(artifact)) add(shared, prefix, artifact);
    }
  }
  return {
    byPackage(name) {
      for (let prefix = name; prefix !== ""; prefix = prefix.slice(0, Math.max(0, prefix.lastIndexOf(".")))) {
        const candidates = exclusive.get(prefix) ?? shared.get(prefix);
        if (candidates !== undefined) return { prefix, candidates };
      }
      return undefined;
    },
    byClass(packageName, className) {
      const owners = Object.hasOwn(classes.classes, packageName) ? classes.classes[packageName] : undefined;
      if (owners === undefined) return [];
      return Object.keys(owners).filter((artifact) => owners[artifact]?.includes(className) === true);
    },
    isVerified: (artifact) => verified.has(artifact),
    provides: (artifact) => providedBy(classes.provides, artifact),
    jdkHolds: (packageName, className) =>
      Object.hasOwn(classes.jdkClasses, packageName)
        ? classes.jdkClasses[packageName]?.includes(className) === true
        : undefined,
  };
}

/** Every Spring Boot starter brings what the plain starter brings. */
function providedBy(provides: JavaClasses["provides"], artifact: ArtifactName): readonly string[] {
  const starter = "org.springframework.boot:spring-boot-starter";
  const own = Object.hasOwn(provides, artifact) ? (provides[artifact] ?? []) : [];
  if (!artifact.startsWith(`${starter}-`)) return own;
  return [...own, ...(provides[starter] ?? [])];
}

const withoutClasses = /(?:^|-)(?:starter|bom|parent|dependencies|all|aggregator|platform)(?:-|$)/;

/** Whether an artifact carries no classes of its own, by the name that such ones have. */
export function isAggregator(artifactId: string): boolean {
  return withoutClasses.test(artifactId);
}

/** Artifacts that are found by being on the classpath, whether or not code names them. Add a kind: a line here. */
const unseen: readonly RegExp[] = [
  // Drivers of databases: DriverManager finds them as services.
  /(?:^|-)(?:jdbc\d*|postgresql|mysql-connector-(?:j|java)|mariadb-java-client|h2|hsqldb|derby|derbyclient|ojdbc\d+|jcc|jt400)(?:-|$)/,
  // Parts of Kotlin and Scala that compilers call.
  /(?:^|-)stdlib(?:-|$)/,
  // Bindings of logging, bridges between its APIs, and what its configuration loads.
  /^slf4j-(?:simple|jdk14|reload4j|log4j12|nop|jcl)$|^log4j-(?:core|.*-impl|over-slf4j|to-slf4j|jul|jcl|layout-.*)$|^(?:jul-to|jcl-over)-slf4j$/,
  /^logback-(?:classic|core|access)$|^reload4j$|^logstash-logback-encoder$|^janino$|^disruptor$|^jansi$/,
  // Back ends of metrics and of tracing.
  /^micrometer-(?:registry|tracing-bridge)-|^opentelemetry-(?:exporter|sdk-extension)-/,
  // Engines that run tests.
  /^junit-(?:jupiter|vintage|platform(?:-suite)?)-engine$|^junit-platform-launcher$|^surefire-junit/,
  // Annotation processors.
  /-(?:processor|apt)$|^(?:lombok-mapstruct-binding|hibernate-jpamodelgen|jmh-generator-annprocess)$/,
  // Agents that a virtual machine is started with.
  /^aspectjweaver$|-agent$|-javaagent$/,
  // Implementations of Jakarta's APIs, and what Spring Boot configures when it is there.
  /^(?:jaxb-(?:runtime|impl|core)|jakarta\.el|tomcat-embed-(?:core|el|jasper|websocket)|hibernate-(?:validator|core|entitymanager)|jersey-(?:hk2|media-.*)|expressly|yasson|parsson)$/,
  /^(?:flyway-.*|liquibase-core|spring-boot-(?:devtools|actuator|docker-compose))$/,
  // Codecs and native parts that others load by name.
  /^(?:zstd-jni|snappy-java|lz4-java|brotli4j|netty-(?:tcnative.*|transport-native-.*))$/,
];

/** Whether an artifact does its work without an import. */
export function worksUnseen(artifactId: string): boolean {
  return unseen.some((form) => form.test(artifactId));
}
