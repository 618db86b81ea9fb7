/** Java: Maven and Gradle projects, sources by the Java Language Specification, and what Kotlin, Groovy and Scala add to them. */
import type { Language } from "../language.ts";
import { javaBuilds } from "./projects.ts";
import { mavenSettings } from "./projects/maven-context.ts";
import { scopeByPlace } from "./projects/java-scope.ts";
import { gradleCatalogReader } from "./manifests/gradle-catalog.ts";
import { gradleConstantsReader } from "./manifests/gradle-constants.ts";
import { gradleLockReader } from "./manifests/gradle-lockfile.ts";
import { gradleVerificationReader } from "./manifests/gradle-verification.ts";
import { gradlePropertiesReader, gradleSettingsReader } from "./manifests/gradle-settings.ts";
import { gradleReader } from "./manifests/gradle.ts";
import type { JavaManifest } from "./manifests/manifest.ts";
import { ivyReader } from "./manifests/ivy.ts";
import { javaVersionReader } from "./manifests/java-version.ts";
import { mavenConfigReader } from "./manifests/maven-config.ts";
import { mavenExtensionsReader } from "./manifests/maven-extensions.ts";
import { otherBuildReader } from "./manifests/other-builds.ts";
import { pomReader } from "./manifests/pom.ts";
import { dialectOf, isForeign, sourceEndings } from "./dialects/dialect.ts";
import { parse, parseTree } from "./parse.ts";
import { resourceEncoding } from "./resources/encoding.ts";
import { resourceKind } from "./resources/places.ts";
import { javaResolver } from "./resolve.ts";
import { scan } from "./scan.ts";
import { gradleVersions, mavenVersions } from "./versions.ts";

export const java: Language<JavaManifest> = {
  name: "java",
  purlType: "maven",
  sources: sourceEndings,
  manifests: [
    pomReader,
    mavenConfigReader,
    mavenExtensionsReader,
    gradleReader,
    gradleSettingsReader,
    gradlePropertiesReader,
    gradleCatalogReader,
    gradleConstantsReader,
    gradleLockReader,
    gradleVerificationReader,
    ivyReader,
    javaVersionReader,
    otherBuildReader,
  ],
  versions: mavenVersions,
  otherVersions: [gradleVersions],
  isResource: (path) => resourceKind(path) !== undefined,
  dialect: (path) => (resourceKind(path) === undefined ? dialectOf(path) : undefined),
  encoding: resourceEncoding,
  scope: scopeByPlace,
  scan,
  parse,
  tree: (file, syntax) => (isForeign(file.path) ? undefined : parseTree(file, syntax)),
  installed(_manifests, _fileSystem, environment) {
    const byPackage = environment.providers?.get(this.name);
    const told = byPackage === undefined ? [] : [{ kind: "told-artifacts", byPackage } as const];
    return { manifests: [mavenSettings(environment), ...told], diagnostics: [] };
  },
  projects(manifests, files) {
    const { builds, diagnostics } = javaBuilds(manifests, files);
    return { projects: builds.map(({ project }) => project), diagnostics };
  },
  resolver: javaResolver,
};
