/** Versions and ranges of PyPI and of conda, as the checks ask for them. */
import type { VersionScheme } from "../../model/version-scheme.ts";
import type { Interval } from "../../model/version-set.ts";
import { exclusiveMarkers } from "./versions/marker-exclusion.ts";
import { parseSpecifiers, versionRange } from "./versions/specifiers.ts";
import { compareCondaVersions, type CondaVersion, parseCondaVersion } from "./versions/conda.ts";
import { parseCondaSpec } from "./versions/conda-spec.ts";
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
  asking: (version) => `>=${version}`,
  sideBySide: false,
  exclusive: exclusiveMarkers,
  drawn: withoutBuilds,
};

/** `==1.0` ends before the first that could come after 1.0 and its local builds. */
function withoutBuilds(interval: Interval<PythonVersion>): Interval<PythonVersion> {
  const { lower, upper } = interval;
  if (lower === undefined || upper === undefined) return interval;
  const isOne = printVersion(upper.version) === `${printVersion(lower.version)}.post0.dev0`;
  return isOne && lower.inclusive ? { lower, upper: lower } : interval;
}

export const condaVersions: VersionScheme<CondaVersion> = {
  name: "conda",
  parse: parseCondaVersion,
  compare: compareCondaVersions,
  print: (version) => version.text,
  range: parseCondaSpec,
  asking: (version) => `>=${version}`,
  sideBySide: false,
  exclusive: exclusiveMarkers,
};
