/** Versions and ranges of PyPI and of conda, as the checks ask for them. */
import type { VersionScheme } from "../../model/version-scheme.ts";
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
};

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
