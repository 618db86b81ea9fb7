/** Maven's versions as a scheme: ranges are over the resolver's order; one classpath holds one version. */
import type { VersionScheme } from "../../model/version-scheme.ts";
import { compareGenericVersions, type GenericVersion, parseGenericVersion } from "./versions/generic.ts";
import { parseRange } from "./versions/range.ts";
import { parseRich } from "./versions/rich.ts";

export const mavenVersions: VersionScheme<GenericVersion> = {
  name: "maven",
  parse: (text) => (text === "" || text.length > 1000 || text.includes("${") ? undefined : parseGenericVersion(text)),
  compare: compareGenericVersions,
  print: (version) => version.text,
  range: (text) => (text.startsWith("{") ? parseRich(text) : parseRange(text)),
  sideBySide: false,
  exclusive: () => false,
};
