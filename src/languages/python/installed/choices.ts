import type { BuildEnvironment } from "../../build-environment.ts";
import type { PythonChoices } from "../manifests/manifest.ts";
import { normalizeName } from "../versions/distribution-name.ts";

/** What the caller says of Python's environment, in the words of a manifest; undefined where that is nothing. */
export function pythonChoices({ python, providers }: BuildEnvironment, language: string): PythonChoices | undefined {
  const own = providers?.get(language);
  if (python === undefined && own === undefined) return undefined;
  const platforms = python?.platforms?.map((name) => `sys_platform == "${name}"`).join(" or ");
  return {
    kind: "choices",
    path: "",
    requirements: [],
    ...(python?.versions === undefined ? {} : { versions: python.versions }),
    ...(platforms === undefined || platforms === "" ? {} : { platforms }),
    providers: new Map([...(own ?? [])].map(([module, provider]) => [module, normalizeName(provider)])),
  };
}
