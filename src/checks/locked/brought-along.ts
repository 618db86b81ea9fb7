/** Which versions of a package the requirements of a project bring along, by a lockfile that says who gets what. */
import type { LockEntry, LockedRequirement } from "../../model/requirement.ts";
import type { Purl } from "../../model/purl.ts";
import type { LockContents } from "./lock-contents.ts";

/** The locked versions from a direct requirement to the one that asks for the package. */
export interface Bringing {
  readonly path: readonly LockEntry[];
  readonly version: string;
}

/**
 * Shortest ways first, from the entries that a project gets itself. Only where the lockfile is plain: a version that stands
 * at several places may get something else at each, and what it gets in two versions depends on who asks.
 */
export function* broughtAlong(contents: LockContents, from: readonly LockEntry[], wanted: Purl): Iterable<Bringing> {
  const seen = new Set<LockEntry>(from);
  let paths: (readonly LockEntry[])[] = from.map((entry) => [entry]);
  while (paths.length > 0) {
    const next: (readonly LockEntry[])[] = [];
    for (const path of paths) {
      const last = path.at(-1);
      if (last === undefined) continue;
      for (const need of plainNeeds(last)) {
        if (need.package === wanted && need.version !== undefined) yield { path, version: need.version };
        const got = need.version === undefined ? [] : (contents.byPackage.get(need.package)?.get(need.version) ?? []);
        const [only, ...others] = got;
        if (only === undefined || others.length > 0 || seen.has(only)) continue;
        seen.add(only);
        next.push([...path, only]);
      }
    }
    paths = next;
  }
}

/** What it wants beside it is not brought by it. */
function plainNeeds({ requires, peers = [] }: LockEntry): readonly LockedRequirement[] {
  const counts = new Map<Purl, number>();
  for (const { package: name } of requires) counts.set(name, (counts.get(name) ?? 0) + 1);
  const beside = new Set(peers.map(({ package: name }) => name));
  return requires.filter(({ package: name }) => counts.get(name) === 1 && !beside.has(name));
}
