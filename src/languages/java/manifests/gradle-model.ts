/** What Gradle's files say, as they are written: values may hold `$name` and `${name}`. */

export interface GradleText {
  readonly value: string;
  /** Whether `$` in it stands for a value. */
  readonly template: boolean;
  readonly line: number;
  readonly column: number;
}

/** What one argument of a configuration asks for. */
export type GradleNotation =
  | { readonly kind: "module"; readonly coordinates: GradleText }
  | { readonly kind: "project"; readonly path: GradleText }
  /** An accessor of a version catalog: `libs.jackson.databind`. */
  | { readonly kind: "catalog"; readonly accessor: string; readonly line: number; readonly column: number };

export interface GradleDependency {
  /** `implementation`, `testImplementation`, ... */
  readonly configuration: string;
  readonly notation: GradleNotation;
  /** A BOM: it binds versions and brings nothing. */
  readonly platform: boolean;
  readonly testFixtures: boolean;
  /** The block it stands in. */
  readonly block: "dependencies" | "buildscript" | "constraints" | "management";
  /** For which projects: this one, those below, or both. */
  readonly target: "own" | "below" | "all";
}

export interface GradleScript {
  readonly kind: "gradle";
  readonly path: string;
  readonly dependencies: readonly GradleDependency[];
  /** Variables and extra properties by name; `versions.jackson` for an entry of a map. */
  readonly variables: ReadonlyMap<string, GradleText>;
  /** Ids of plug-ins, `java-library`. */
  readonly plugins: readonly string[];
  /** Scripts that it applies, relative to its directory. */
  readonly applied: readonly GradleText[];
  readonly sources: readonly { readonly set: string; readonly directory: string }[];
  /** As it is written: `21`, `VERSION_21`. */
  readonly release: string | undefined;
}

export interface GradleSettings {
  readonly kind: "gradle-settings";
  readonly path: string;
  readonly rootName: string | undefined;
  /** `:web:api` for each included project. */
  readonly included: readonly string[];
  /** Directories of projects that are not where their path says, relative to the settings. */
  readonly directories: ReadonlyMap<string, string>;
}

export interface GradleProperties {
  readonly kind: "gradle-properties";
  readonly path: string;
  readonly values: ReadonlyMap<string, GradleText>;
}

export interface GradleCatalog {
  readonly kind: "gradle-catalog";
  readonly path: string;
  /** `libs` for `libs.versions.toml`. */
  readonly name: string;
  /** By accessor, `jackson.databind`; a bundle has several. */
  readonly libraries: ReadonlyMap<string, readonly GradleCatalogEntry[]>;
}

export interface GradleCatalogEntry {
  readonly groupId: string;
  readonly artifactId: string;
  readonly version: string | undefined;
  /** Line of the library in the catalog; 0 when it was not found. */
  readonly line: number;
}
