/** Which project each environment file is of: `Pipfile`, `environment.yml`, `pixi.toml`, `tox.ini`, `noxfile.py`. */
import { directoryOf } from "../../../model/directory-of.ts";
import type { EnvironmentFile, PythonManifest } from "../manifests/manifest.ts";

/**
 * The files by the directory of their project, and of none where there is no project: one that asks for packages makes a
 * project of its own where no other is. `directories` are those of the projects that other manifests make.
 */
export function environmentsByDirectory(
  manifests: readonly PythonManifest[],
  directories: Iterable<string>,
): ReadonlyMap<string, readonly EnvironmentFile[]> {
  const known = new Set(directories);
  const files = manifests.flatMap((each) => (each.kind === "environment" ? [each] : []));
  // First those that make a project in their own directory, so that the others find it.
  for (const each of files) if (each.of === "project-here" && asksForAny(each)) known.add(directoryOf(each.path));
  const found = new Map<string, EnvironmentFile[]>();
  for (const each of files) {
    const here = directoryOf(each.path);
    const home = each.of === "project-here" ? (known.has(here) ? here : undefined) : innermost(here, known);
    const directory = home ?? (each.requirements.length > 0 ? here : undefined);
    if (directory === undefined) continue;
    const list = found.get(directory);
    if (list === undefined) found.set(directory, [each]);
    else list.push(each);
  }
  return found;
}

function asksForAny({ requirements, conda }: EnvironmentFile): boolean {
  return requirements.length > 0 || conda.length > 0;
}

function innermost(directory: string, known: ReadonlySet<string>): string | undefined {
  for (let at = directory; ; at = directoryOf(at)) {
    if (known.has(at)) return at;
    if (at === "") return undefined;
  }
}
