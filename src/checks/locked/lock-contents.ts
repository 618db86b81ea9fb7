/** What each lockfile of the repository holds, once, however many projects are installed by it. */
import type { Braid } from "../../model/analysis.ts";
import type { Project } from "../../model/project.ts";
import type { Purl } from "../../model/purl.ts";
import type { LockEntry } from "../../model/requirement.ts";

export interface LockContents {
  readonly file: string;
  /** The project that it lies at, or one that is installed by it. */
  readonly project: Project;
  /** In order of the file; one version may stand at several places. */
  readonly byPackage: ReadonlyMap<Purl, ReadonlyMap<string, readonly LockEntry[]>>;
}

export function lockContents({ projects }: Braid): readonly LockContents[] {
  const holders = new Map<string, { project: Project; entries: readonly LockEntry[] }>();
  for (const project of projects) {
    for (const [file, entries] of byFile(project.locks)) {
      // A member of a workspace has what it asks for itself, the root has all.
      const known = holders.get(file);
      if (known === undefined || known.entries.length < entries.length) holders.set(file, { project, entries });
    }
  }
  return [...holders].map(([file, { project, entries }]) => ({ file, project, byPackage: byPackage(entries) }));
}

function byFile(entries: readonly LockEntry[]): ReadonlyMap<string, readonly LockEntry[]> {
  const files = new Map<string, LockEntry[]>();
  for (const entry of entries) {
    const known = files.get(entry.file);
    if (known === undefined) files.set(entry.file, [entry]);
    else known.push(entry);
  }
  return files;
}

function byPackage(entries: readonly LockEntry[]): LockContents["byPackage"] {
  const packages = new Map<Purl, Map<string, LockEntry[]>>();
  for (const entry of entries) {
    let versions = packages.get(entry.package);
    if (versions === undefined) packages.set(entry.package, (versions = new Map()));
    const known = versions.get(entry.version);
    if (known === undefined) versions.set(entry.version, [entry]);
    else known.push(entry);
  }
  return packages;
}
