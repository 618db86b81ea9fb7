/** How the versions in a lockfile get there: from what projects ask for, over what locked versions ask for in turn. */
import type { Braid } from "../../model/analysis.ts";
import { byPath, type Cause, mostCauses, resting } from "../../model/cause.ts";
import type { Evidence } from "../../model/location.ts";
import type { ProjectLock } from "../../model/project-lock.ts";
import { type Purl, purlName } from "../../model/purl.ts";
import type { LockEntry, Requirement } from "../../model/requirement.ts";

/** One way by which a version is asked for: a requirement of a project, or a locked version that is there itself. */
type Asker =
  | { readonly by: "project"; readonly requirement: Requirement }
  | { readonly by: "entry"; readonly entry: LockEntry; readonly range: string };

/** What lockfiles give their projects; read at the first question. */
export class LockPaths {
  readonly #braid: Braid;
  readonly #files = new Map<string, LockAskers>();
  #locked: ReadonlyMap<string, Locked> | undefined;

  constructor(braid: Braid) {
    this.#braid = braid;
  }

  /** Who asks for a locked version, each by a shortest way from a project, the nearest first; the rest is counted. */
  to(entry: LockEntry): Partial<Pick<Cause, "because" | "more">> {
    let askers = this.#files.get(entry.file);
    if (askers === undefined) {
      this.#locked ??= lockedByFile(this.#braid);
      askers = readAskers(this.#locked.get(entry.file) ?? { entries: new Set(), locks: [] });
      this.#files.set(entry.file, askers);
    }
    return askers.to(entry);
  }

  /** That a version is locked, and who asks for it. */
  locked(entry: LockEntry): Cause {
    const { file, line, column, version } = entry;
    return { file, line, column, message: `locks ${purlName(entry.package)} ${version}`, ...this.to(entry) };
  }
}

function keyOf(name: Purl, version: string): string {
  return `${name}@${version}`;
}

/** All that a lockfile gives to projects. */
interface Locked {
  readonly entries: Set<LockEntry>;
  readonly locks: ProjectLock[];
}

function lockedByFile({ projects }: Braid): ReadonlyMap<string, Locked> {
  const files = new Map<string, Locked>();
  const of = (file: string): Locked => {
    let locked = files.get(file);
    if (locked === undefined) files.set(file, (locked = { entries: new Set(), locks: [] }));
    return locked;
  };
  for (const { locks, lockfiles = [] } of projects) {
    for (const entry of locks) of(entry.file).entries.add(entry);
    for (const lock of lockfiles) of(lock.file).locks.push(lock);
  }
  return files;
}

function readAskers({ entries, locks }: Locked): LockAskers {
  const direct: (readonly [string, Requirement])[] = [];
  const said = new Set<string>();
  for (const lock of locks) {
    for (const [requirement, got] of lock.answers) {
      for (const entry of got) {
        const key = keyOf(entry.package, entry.version);
        // What several projects inherit is written once.
        const place = `${key} ${requirement.file}:${requirement.line}:${requirement.column}`;
        if (said.has(place)) continue;
        said.add(place);
        direct.push([key, requirement]);
      }
    }
  }
  return new LockAskers(entries, direct);
}

/** Of one lockfile. Versions that stand at several places are taken as one: each of them is asked for by the same. */
class LockAskers {
  readonly #askers = new Map<string, Asker[]>();
  /** How each version is first come to from a project, breadth first. */
  readonly #nearest = new Map<string, Asker>();

  constructor(entries: Iterable<LockEntry>, direct: readonly (readonly [string, Requirement])[]) {
    const byKey = new Map<string, LockEntry>();
    for (const entry of entries) {
      const key = keyOf(entry.package, entry.version);
      if (!byKey.has(key)) byKey.set(key, entry);
    }
    const queue: string[] = [];
    for (const [key, requirement] of direct) {
      const asker: Asker = { by: "project", requirement };
      this.#add(key, asker);
      if (this.#nearest.has(key)) continue;
      this.#nearest.set(key, asker);
      queue.push(key);
    }
    for (const entry of byKey.values()) {
      for (const { package: name, version, range } of entry.requires) {
        if (version !== undefined) this.#add(keyOf(name, version), { by: "entry", entry, range });
      }
    }
    for (let head = 0; head < queue.length; head++) {
      const entry = byKey.get(queue[head] ?? "");
      for (const { package: name, version } of entry?.requires ?? []) {
        if (version === undefined) continue;
        const key = keyOf(name, version);
        if (this.#nearest.has(key)) continue;
        const asker = this.#askers.get(key)?.find((each) => each.by === "entry" && each.entry === entry);
        if (asker === undefined) continue;
        this.#nearest.set(key, asker);
        queue.push(key);
      }
    }
  }

  to({ package: name, version }: LockEntry): Partial<Pick<Cause, "because" | "more">> {
    const askers = this.#askers.get(keyOf(name, version)) ?? [];
    const [first] = askers;
    const nearest = this.#nearest.get(keyOf(name, version)) ?? first;
    if (nearest === undefined) return {};
    const others = askers.filter((asker) => asker !== nearest);
    const shown = [nearest, ...others.slice(0, mostCauses - 1)];
    return resting(
      shown.map((asker) => this.#way(asker, name)),
      others.length + 1,
    );
  }

  #way(asker: Asker, name: Purl): Cause {
    const before: Evidence[] = [];
    const seen = new Set<Asker>([asker]);
    for (let at = asker; at.by === "entry";) {
      const { package: bringer, version } = at.entry;
      const above = this.#nearest.get(keyOf(bringer, version));
      if (above === undefined || seen.has(above)) break;
      seen.add(above);
      before.push(askedBy(above, bringer));
      at = above;
    }
    return byPath(askedBy(asker, name), before.toReversed());
  }

  #add(key: string, asker: Asker): void {
    const known = this.#askers.get(key);
    if (known === undefined) this.#askers.set(key, [asker]);
    else known.push(asker);
  }
}

function askedBy(asker: Asker, name: Purl): Evidence {
  const { file, line, column } = asker.by === "project" ? asker.requirement : asker.entry;
  const range = asker.by === "project" ? asker.requirement.range : asker.range;
  const words = `asks for ${purlName(name)}${range === "*" ? "" : ` ${range}`}`;
  const who = asker.by === "project" ? "" : `${purlName(asker.entry.package)} ${asker.entry.version} `;
  return { file, line, column, message: `${who}${words}` };
}
