/** What Gradle's files say, as they are written: values may hold `$name` and `${name}`. */

import type { RuntimeDemand } from "../../../model/runtime-demand.ts";
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
  /** A type-safe accessor: `projects.web.testHelpers` is `:web:test-helpers`. */
  | { readonly kind: "accessor"; readonly accessor: string; readonly line: number; readonly column: number }
  /** An accessor of a version catalog: `libs.jackson.databind`. */
  | { readonly kind: "catalog"; readonly accessor: string; readonly line: number; readonly column: number };

export interface GradleDependency {
  /** `implementation`, `testImplementation`, ... */
  readonly configuration: string;
  readonly notation: GradleNotation;
  /** A BOM: it binds versions and brings nothing. */
  readonly platform: boolean;
  readonly testFixtures: boolean;
  /** What a `version { ... }` block says. */
  readonly rich?: GradleRich;
  /** What its block excludes: `group:module`, either may be `*`. */
  readonly exclusions: readonly string[];
  /** The block it stands in. */
  readonly block: "dependencies" | "buildscript" | "constraints" | "management";
  /** For which projects: this one, those below, both, or some that are computed. */
  readonly target: "own" | "below" | "all" | "some";
}

/** @see https://docs.gradle.org/current/userguide/dependency_versions.html#sec:rich-version-constraints */
export interface GradleRich {
  readonly strictly?: GradleText;
  readonly require?: GradleText;
  readonly prefer?: GradleText;
  readonly reject: readonly GradleText[];
}

/** A plug-in that a script asks for by its id, or by its alias in a catalog. */
export interface GradlePlugin {
  /** `org.jetbrains.kotlin.jvm`; `""` for one that only a catalog names. */
  readonly id: string;
  /** `libs.plugins.shadow` */
  readonly accessor?: string;
  readonly version?: GradleText;
  readonly line: number;
  readonly column: number;
}

export interface GradleScript {
  readonly kind: "gradle";
  readonly path: string;
  readonly dependencies: readonly GradleDependency[];
  /** Extra properties by name, which other scripts see too; `versions.jackson` for an entry of a map. */
  readonly variables: ReadonlyMap<string, GradleText>;
  /** Variables of its own, by name. */
  readonly locals: ReadonlyMap<string, GradleText>;
  /** Ids of plug-ins, `java-library`. */
  readonly plugins: readonly string[];
  /** Those of `plugins { ... }`, as they are asked for. */
  readonly pluginRequests: readonly GradlePlugin[];
  /** Scripts that it applies, relative to its directory. */
  readonly applied: readonly GradleText[];
  readonly sources: readonly { readonly set: string; readonly directory: string }[];
  /** Which Java it compiles for, and which JDK it is built with, as written: `21`, `VERSION_21`. */
  readonly java: readonly RuntimeDemand[];
  /** Packages that its shaded jar has for those it takes in: `relocate "com.google", "shop.com.google"`. */
  readonly relocated: readonly string[];
  /** Whether something that it asks for could not be read. */
  readonly partial: boolean;
  /** What it says for other projects by name: `project(":x") { ... }`. The path of each is this script's. */
  readonly sections: readonly GradleSection[];
}

export interface GradleSection {
  readonly project: GradleText;
  readonly script: GradleScript;
}

export interface GradleSettings {
  readonly kind: "gradle-settings";
  readonly path: string;
  readonly rootName: string | undefined;
  /** Every project but the root. */
  readonly members: readonly GradleMember[];
  /** How the scripts of the root's children are called after their projects, when they are. */
  readonly scriptName: { readonly before: string; readonly after: string } | undefined;
  readonly catalogs: readonly SettingsCatalog[];
  /** Plug-ins that the settings themselves load. */
  readonly plugins: readonly GradlePlugin[];
  /** Versions that they give to plug-ins of scripts. */
  readonly managedPlugins: readonly GradlePlugin[];
}

/** A catalog that settings declare. */
export interface SettingsCatalog {
  readonly name: string;
  /** The file that it is read from, relative to the settings. */
  readonly from: string | undefined;
  /** What is written out in the settings. */
  readonly own: GradleCatalog;
}

export interface GradleMember {
  /** `:web:api`, with the names that the settings gave; `${x}` in it as written. */
  readonly path: string;
  /** Relative to the settings. */
  readonly directory: string;
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
  /** By accessor, `shadow`. */
  readonly plugins: ReadonlyMap<string, GradleCatalogPlugin>;
  /** What scripts may fill in: `libs.versions.jackson`, `libs.jackson.databind.module`. */
  readonly values: ReadonlyMap<string, GradleText>;
}

export interface GradleCatalogPlugin {
  readonly id: string;
  readonly version: string | undefined;
  readonly line: number;
}

export interface GradleCatalogEntry {
  readonly groupId: string;
  readonly artifactId: string;
  readonly version: string | undefined;
  /** Line of the library in the catalog; 0 when it was not found. */
  readonly line: number;
}
