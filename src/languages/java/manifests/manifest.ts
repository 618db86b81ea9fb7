import type { MavenSettings } from "../projects/maven-context.ts";
import type { GradleLock } from "./gradle-lockfile.ts";
import type { GradleVerification } from "./gradle-verification.ts";
import type { GradleConstants } from "./gradle-constants.ts";
import type { GradleCatalog, GradleProperties, GradleScript, GradleSettings } from "./gradle-model.ts";
import type { OtherBuild } from "./other-builds.ts";
import type { JavaVersion } from "./java-version.ts";
import type { Ivy } from "./ivy.ts";
import type { MavenConfig } from "./maven-config.ts";
import type { MavenExtensions } from "./maven-extensions.ts";
import type { Pom } from "./pom-model.ts";

/** What one manifest of a Java build says by itself. */
export type JavaManifest =
  | Pom
  | MavenConfig
  | MavenExtensions
  | MavenSettings
  | GradleScript
  | GradleSettings
  | GradleProperties
  | GradleCatalog
  | GradleLock
  | GradleVerification
  | GradleConstants
  | Ivy
  | JavaVersion
  | OtherBuild
  | ToldArtifacts;

/** Packages of code to the artifacts that the caller says they are of, as they join the manifests. */
export interface ToldArtifacts {
  readonly kind: "told-artifacts";
  /** `com.acme.ledger` to `com.acme:ledger-core`. */
  readonly byPackage: ReadonlyMap<string, string>;
}
