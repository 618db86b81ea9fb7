/** Requirements as they are in the environments that the caller says there are. */
import type { Requirement } from "../../../model/requirement.ts";
import type { PythonChoices, PythonManifest } from "../manifests/manifest.ts";
import { DeclaredRuntime } from "../resolve/declared-runtime.ts";

export function choicesOf(manifests: readonly PythonManifest[]): PythonChoices | undefined {
  return manifests.flatMap((each) => (each.kind === "choices" ? [each] : []))[0];
}

/** Without those that hold in none of them. */
export function inChosenEnvironment(
  requirements: readonly Requirement[],
  choices: PythonChoices | undefined,
): readonly Requirement[] {
  if (choices?.versions === undefined && choices?.platforms === undefined) return requirements;
  const runtime = new DeclaredRuntime(choices.versions, choices.platforms);
  return requirements.filter(({ marker }) => marker === undefined || runtime.judge(marker).runs !== "never");
}
