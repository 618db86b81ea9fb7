/** What belongs together before projects are made of it: the manifests and requirements files of one directory. */
import { directoryOf } from "../../../model/directory-of.ts";
import { CompiledSources } from "./compiled-pins.ts";
import type { EnvironmentFile, ProjectManifest, PythonManifest, RequirementsFile } from "../manifests/manifest.ts";
import { environmentsByDirectory } from "./environment-files.ts";

/** What makes one project: its own manifests, the main one first, and its requirements files. */
export interface Unit {
  readonly directory: string;
  readonly manifests: readonly ProjectManifest[];
  readonly files: readonly RequirementsFile[];
  readonly locks: readonly RequirementsFile[];
  readonly environments: readonly EnvironmentFile[];
}

const formatOrder: readonly ProjectManifest["format"][] = ["pyproject.toml", "setup.cfg", "setup.py"];

export function unitsOf(manifests: readonly PythonManifest[]): readonly Unit[] {
  const own = new Map<string, ProjectManifest[]>();
  for (const manifest of manifests) {
    if (manifest.kind === "project") append(own, directoryOf(manifest.path), manifest);
  }
  for (const [directory, list] of own) {
    list.sort((a, b) => formatOrder.indexOf(a.format) - formatOrder.indexOf(b.format));
    // A file that only configures tools makes no project, and is not the main manifest of one.
    const main = list.filter((each) => each.isProject);
    if (main.length === 0) own.delete(directory);
    else own.set(directory, [...main, ...list.filter((each) => !each.isProject)]);
  }
  const sources = new CompiledSources(manifests, own);
  const files = new Map<string, RequirementsFile[]>();
  const locks = new Map<string, RequirementsFile[]>();
  for (const manifest of manifests) {
    if (manifest.kind !== "requirements") continue;
    const locked = sources.projectOf(manifest);
    if (locked !== undefined) append(locks, locked, manifest);
    else append(files, homeOf(manifest.path), manifest);
  }
  const told = [...files].flatMap(([directory, list]) => (list.some(asksForAny) ? [directory] : []));
  const environments = environmentsByDirectory(manifests, [...own.keys(), ...told]);
  const directories = new Set([...own.keys(), ...files.keys(), ...environments.keys()]);
  return [...directories]
    .map((directory) => ({
      directory,
      manifests: own.get(directory) ?? [],
      files: files.get(directory) ?? [],
      locks: locks.get(directory) ?? [],
      environments: environments.get(directory) ?? [],
    }))
    .filter((unit) => unit.manifests.length + unit.environments.length > 0 || unit.files.some(asksForAny));
}

/** Constraints alone ask for nothing. */
function asksForAny({ scope }: RequirementsFile): boolean {
  return scope !== "constraint";
}

function append<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

/** The files of a directory `requirements/` are those of the directory above it. */
function homeOf(path: string): string {
  const directory = directoryOf(path);
  const name = directory.slice(directory.lastIndexOf("/") + 1);
  return /^(?:requirements|reqs|constraints)$/.test(name) ? directoryOf(directory) : directory;
}
