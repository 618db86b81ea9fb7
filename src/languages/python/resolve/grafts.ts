/** Packages that are kept under another path than their names say, as manifests tell: joined to the tree where they belong. */
import { directoryOf } from "../../../model/directory-of.ts";
import type { Project } from "../../../model/project.ts";
import type { Placement, PythonManifest } from "../manifests/manifest.ts";
import { joinPath } from "../projects/source-layout.ts";

/** Directory to name to the path of the directory or file that stands for it; made of directories that need not exist. */
export type Grafts = ReadonlyMap<string, ReadonlyMap<string, string>>;

export function findGrafts(manifests: readonly PythonManifest[], projects: readonly Project[]): Grafts {
  const grafts = new Map<string, Map<string, string>>();
  const byDirectory = new Map(projects.map((project) => [project.directory, project]));
  for (const manifest of manifests) {
    for (const placement of placementsOf(manifest)) {
      const directory = directoryOf(manifest.path);
      const path = joinPath(directory, placement.path);
      if (path !== undefined) add(grafts, rootOf(directory, byDirectory), placement.module, path);
    }
  }
  return grafts;
}

function placementsOf(manifest: PythonManifest): readonly Placement[] {
  return manifest.kind === "project" || manifest.kind === "native-build" ? manifest.placements : [];
}

/** The first source root of the innermost project around a directory. */
function rootOf(directory: string, byDirectory: ReadonlyMap<string, Project>): string {
  for (let at = directory; ; at = directoryOf(at)) {
    const project = byDirectory.get(at);
    if (project !== undefined) return project.sourceRoots.find(({ scope }) => scope === "main")?.directory ?? at;
    if (at === "") return directory;
  }
}

/** One name a step; those on the way stand for directories of their own. */
function add(grafts: Map<string, Map<string, string>>, root: string, module: string, path: string): void {
  const parts = module.split(".");
  let at = root;
  for (const [depth, name] of parts.entries()) {
    const below = at === "" ? name : `${at}/${name}`;
    const names = grafts.get(at) ?? new Map<string, string>();
    grafts.set(at, names);
    const target = depth === parts.length - 1 ? path : below;
    // The tree itself shows what is where its name says.
    if (depth < parts.length - 1 || target !== below) names.set(name, names.get(name) ?? target);
    at = below;
  }
}
