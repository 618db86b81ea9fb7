/** What an environment takes from conda, as requirements on packages of that registry. */
import { purl } from "../../../model/purl.ts";
import type { RuntimeDemand } from "../../../model/runtime-demand.ts";
import type { CondaPackage, DeclaredRequirement } from "../manifests/manifest.ts";

interface Filled {
  readonly path: string;
  readonly conda: readonly CondaPackage[];
}

/** The Python that an environment is made with. */
export function condaPythons({ path, conda }: Filled): readonly RuntimeDemand[] {
  return conda.flatMap(({ name, version, line, column }) =>
    name === "python" && version !== undefined
      ? [{ runtime: name, range: version, strength: "pins" as const, file: path, line, column }]
      : [],
  );
}

/** Not the interpreter and the installer: they are what an environment is made of. */
export function condaRequirements({ path, conda }: Filled): readonly DeclaredRequirement[] {
  const packages = conda.filter(({ name }) => name !== "python" && name !== "pip");
  return packages.map((each) => requirementOn(each, path));
}

function requirementOn({ name, version = "*", ...rest }: CondaPackage, file: string): DeclaredRequirement {
  const { scope, group, marker, environment, line, column } = rest;
  return {
    package: purl("conda", name),
    range: version,
    scope,
    ...(group === undefined ? {} : { group }),
    ...(marker === undefined ? {} : { marker }),
    ...(environment === undefined ? {} : { environment }),
    file,
    line,
    column,
  };
}
