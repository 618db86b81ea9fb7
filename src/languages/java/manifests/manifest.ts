import type { GradleCatalog, GradleProperties, GradleScript, GradleSettings } from "./gradle-model.ts";
import type { OtherBuild } from "./other-builds.ts";
import type { Pom } from "./pom.ts";

/** What one manifest of a Java build says by itself. */
export type JavaManifest = Pom | GradleScript | GradleSettings | GradleProperties | GradleCatalog | OtherBuild;
