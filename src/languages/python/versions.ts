/** PyPI's versions and ranges, as the checks ask for them. */
import type { VersionScheme } from "../../model/version-scheme.ts";
import { exclusiveMarkers } from "./versions/marker-exclusion.ts";
import { parseSpecifiers, versionRange } from "./versions/specifiers.ts";
import { compareVersions, parseVersion, printVersion, type PythonVersion } from "./versions/version.ts";

export const pythonVersions: VersionScheme<PythonVersion> = {
  name: "pypi",
  parse: parseVersion,
  compare: compareVersions,
  print: printVersion,
  range(text) {
    const specifiers = parseSpecifiers(text.trim() === "*" ? "" : text);
    return specifiers === undefined ? undefined : versionRange(specifiers);
  },
  sideBySide: false,
  exclusive: exclusiveMarkers,
};
