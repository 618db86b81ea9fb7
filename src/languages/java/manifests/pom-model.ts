/**
 * What a pom.xml says, as it is written: nothing is inherited, filled in or interpolated. Texts may hold `${properties}`.
 * @see https://maven.apache.org/ref/current/maven-model/maven.html
 */

/** A `<dependency>`, or what is written like one (a BOM's entry, a processor's path). */
export interface PomDependency {
  /** `""` where it is left out, as Maven 4 allows for projects of the same build. */
  readonly groupId: string;
  readonly artifactId: string;
  readonly version?: string;
  readonly scope?: string;
  readonly type?: string;
  readonly classifier?: string;
  /** `true`, when it is given at all. */
  readonly optional?: string;
  /** What is not to come with it: `group:artifact`, either may be `*`. */
  readonly exclusions: readonly string[];
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
  readonly managedPlugins: readonly PomPlugin[];
  /** What the build itself loads beside its plug-ins. */
  readonly extensions: readonly PomDependency[];
}

export interface PomProfile extends PomContent {
  readonly id: string;
  readonly activation: PomActivation;
}

/** All that is given must hold. @see https://maven.apache.org/guides/introduction/introduction-to-profiles.html */
export interface PomActivation {
  readonly byDefault: boolean;
  /** `17`, `!1.8`, `[11,17)` */
  readonly jdk?: string;
  readonly os?: Readonly<Partial<Record<"name" | "family" | "arch" | "version", string>>>;
  /** A name may begin with `!`, and so may a value. */
  readonly property?: { readonly name: string; readonly value?: string };
  readonly exists?: string;
  readonly missing?: string;
  /** What the project is packaged as, since model 4.1.0. */
  readonly packaging?: string;
  /** An expression of model 4.1.0, as written. */
  readonly condition?: string;
}

export interface PomPlugin {
  readonly groupId: string;
  readonly artifactId: string;
  readonly version?: string;
  readonly line: number;
  readonly column: number;
  readonly goals: readonly string[];
  readonly phases: readonly string[];
  /** What it is given beside what it needs by itself. */
  readonly dependencies: readonly PomDependency[];
  readonly processors: readonly PomDependency[];
  /** Directories of sources that its configurations name, with the goal they are for (`add-source`, `testCompile`). */
  readonly sources: readonly { readonly directory: string; readonly goals: readonly string[] }[];
  /** `<release>`, else `<target>` or `<source>`, of the compiler. */
  readonly release?: PlacedText;
  /** The version of the JDK that the toolchains plug-in picks: a range. */
  readonly toolchain?: PlacedText;
}

export interface PlacedText {
  readonly text: string;
  readonly line: number;
  readonly column: number;
}

export interface PomParent {
  /** Coordinates that are left out are those of the POM that is found, as Maven 4 has it. */
  readonly groupId?: string;
  readonly artifactId?: string;
  readonly version?: string;
  /** `""` when the parent is explicitly to be looked up in repositories only. */
  readonly relativePath: string;
  readonly line: number;
  readonly column: number;
}

export interface Pom extends PomContent {
  readonly kind: "pom";
  readonly path: string;
  /** `4.0.0` when nothing says otherwise. */
  readonly modelVersion: string;
  readonly parent?: PomParent;
  readonly groupId?: string;
  readonly artifactId?: string;
  readonly version?: string;
  readonly packaging: string;
  readonly sourceDirectory?: string;
  readonly testSourceDirectory?: string;
  readonly profiles: readonly PomProfile[];
}
