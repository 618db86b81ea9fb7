/** Versions as Maven and as Gradle have them; one classpath holds one version. */
import type { VersionScheme } from "../../model/version-scheme.ts";
import { compareGenericVersions, type GenericVersion, parseGenericVersion } from "./versions/generic.ts";
import { compareGradleVersions, type GradleVersion, parseGradleVersion } from "./versions/gradle.ts";
import { parseRange } from "./versions/range.ts";
import { parseRich } from "./versions/rich.ts";

/** Ranges are over the resolver's order. */
export const mavenVersions: VersionScheme<GenericVersion> = {
  name: "maven",
  parse: (text) => (text === "" || text.length > 1000 || text.includes("${") ? undefined : parseGenericVersion(text)),
  compare: compareGenericVersions,
  print: (version) => version.text,
  range: parseRange,
  asking: (version) => version,
  sideBySide: false,
  nearestWins: true,
  exclusive: () => false,
};

export const gradleVersions: VersionScheme<GradleVersion> = {
  name: "gradle",
  parse: (text) => (text === "" || text.length > 1000 || text.includes("$") ? undefined : parseGradleVersion(text)),
  compare: compareGradleVersions,
  print: (version) => version.text,
  range: parseRich,
  asking: (version) => version,
  sideBySide: false,
  exclusive: () => false,
};
