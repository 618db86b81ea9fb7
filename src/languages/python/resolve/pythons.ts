/** The Pythons of a chain of projects. */
import type { Project } from "../../../model/project.ts";
import type { RuntimeDemand } from "../../../model/runtime-demand.ts";
import { pinnedPython } from "../manifests/required-python.ts";

/** What they say they are for. */
export function requiredPython(chain: readonly Project[]): string | undefined {
  return pythons(chain).find(({ strength }) => strength === "requires")?.range;
}

/**
 * The Python that a version manager runs them with. A hint alone, where they do not say what they are for: what stands
 * under a test of the version may well be for others.
 */
export function managedPython(chain: readonly Project[]): string | undefined {
  const pinned = pythons(chain).find(({ strength }) => strength === "pins");
  return pinned === undefined ? undefined : pinnedPython(pinned);
}

function pythons(chain: readonly Project[]): readonly RuntimeDemand[] {
  return chain.flatMap(({ runtimes = [] }) => runtimes).filter(({ runtime }) => runtime === "python");
}
