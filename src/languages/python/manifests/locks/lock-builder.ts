/** Puts locked packages together to what a lockfile says, the same for every kind of lockfile. */
import type { LockedNeed, LockedPackage } from "../../../../model/locked-package.ts";
import type { LockedOwn } from "../../../../model/project-lock.ts";
import type { Purl } from "../../../../model/purl.ts";
import type { LockedRequirement, LockEntry } from "../../../../model/requirement.ts";
import { distributionPurl } from "../../versions/distribution-name.ts";
import { containsVersion, parseSpecifiers, type Specifier } from "../../versions/specifiers.ts";
import { parseDependencySpecifier } from "../../versions/dependency-specifier.ts";
import type { LockFile } from "../manifest.ts";

/** What a lockfile says beside its packages. */
export interface LockContext {
  /** Directories, relative to the lockfile's, of the projects that it serves beside the one that it lies at. */
  readonly members?: readonly string[];
  readonly own?: LockedOwn | undefined;
  /** Names of what it locks from another registry. */
  readonly besides?: readonly string[];
  /** Whether it is one of several that a project may have. */
  readonly partial?: boolean;
}

/** More versions of one package than any lockfile forks into: then a need alone does not tell which it gets. */
const mostForks = 40;

/** Needs of one package that are compared with each other one by one. */
const mostCompared = 64;

type Entry = LockEntry & { readonly requires: LockedRequirement[] };

const noEntries: ReadonlyMap<string, Entry> = new Map();

/** A version that is locked several times (for several extras or platforms) is one entry, with all that any of them requires. */
export function lockFile(path: string, packages: readonly LockedPackage[], context: LockContext = {}): LockFile {
  const purls = new Purls();
  const byPackage = new Map<Purl, Map<string, Entry>>();
  const entries: Entry[] = [];
  const owners: (Entry | undefined)[] = packages.map(({ name, version, line, column, integrity }) => {
    if (name === "" || version === "") return undefined;
    const purl = purls.of(name);
    const known = byPackage.get(purl);
    const same = known?.get(version);
    if (same !== undefined) return same;
    const hash = integrity === undefined ? {} : { integrity };
    const entry: Entry = { package: purl, version, file: path, line, column, ...hash, requires: [] };
    entries.push(entry);
    if (known === undefined) byPackage.set(purl, new Map([[version, entry]]));
    else known.set(version, entry);
    return entry;
  });
  const ranges = new Ranges();
  for (const [at, { requires }] of packages.entries()) {
    const entry = owners[at];
    if (entry === undefined) continue;
    const seen = entry.requires.length + requires.length > mostCompared ? new Set<string>() : undefined;
    for (const need of requires) {
      const purl = purls.of(need.name);
      // An extra of a package asks for the package itself.
      if (purl === entry.package) continue;
      for (const requirement of met(purl, need, byPackage.get(purl) ?? noEntries, ranges)) {
        push(entry.requires, requirement, seen);
      }
    }
  }
  return {
    kind: "lock",
    path,
    requirements: [],
    entries,
    ...(context.own === undefined ? {} : { own: context.own }),
    members: context.members ?? [],
    whole: context.partial !== true && (context.besides ?? []).length === 0,
    besides: context.besides ?? [],
  };
}

/** A long list is not looked through for every need: then what was pushed is remembered. */
function push(requires: LockedRequirement[], requirement: LockedRequirement, seen: Set<string> | undefined): void {
  const { package: name, range, version } = requirement;
  if (seen === undefined) {
    if (requires.some((each) => each.package === name && each.version === version && each.range === range)) return;
  } else {
    const key = `${name} ${range} ${version ?? ""}`;
    if (seen.has(key)) return;
    seen.add(key);
  }
  requires.push(requirement);
}

/** A lockfile names the same packages over and over. */
class Purls {
  readonly #known = new Map<string, Purl>();

  of(name: string): Purl {
    let purl = this.#known.get(name);
    if (purl === undefined) this.#known.set(name, (purl = distributionPurl(name)));
    return purl;
  }
}

/**
 * The versions that a need may get: the one that is named, else every locked one that its range allows. There are several
 * where a lockfile forks, one for each kind of environment.
 */
function met(
  name: Purl,
  { range, version }: LockedNeed,
  locked: ReadonlyMap<string, Entry>,
  ranges: Ranges,
): readonly LockedRequirement[] {
  if (version !== undefined) return [{ package: name, range, version }];
  if (locked.size === 0 || locked.size > mostForks) return [{ package: name, range }];
  const versions = [...locked.keys()];
  // A lone version is what it gets, whatever the range says: the tool chose it.
  const specifiers = versions.length === 1 ? undefined : ranges.of(range);
  const fitting =
    versions.length === 1
      ? versions
      : versions.filter((each) => specifiers !== undefined && containsVersion(specifiers, each));
  return fitting.length === 0
    ? [{ package: name, range }]
    : fitting.map((each) => ({ package: name, range, version: each }));
}

/** A lockfile says the same few ranges over and over. */
class Ranges {
  readonly #known = new Map<string, readonly Specifier[] | undefined>();

  of(range: string): readonly Specifier[] | undefined {
    if (!this.#known.has(range)) this.#known.set(range, parseSpecifiers(range === "*" ? "" : range));
    return this.#known.get(range);
  }
}

/** A need as a requirement of PEP 508. Undefined for what is none, and for what only an extra asks for. */
export function needOf(text: string): LockedNeed | undefined {
  const reading = parseDependencySpecifier(text);
  if ("problem" in reading) return undefined;
  const { name, range, marker } = reading.value;
  const isOfExtra = marker?.parsed.some(
    (item) =>
      typeof item === "object" &&
      [item.left, item.right].some((side) => side.kind === "variable" && side.name === "extra"),
  );
  return isOfExtra === true ? undefined : { name, range: range === "" ? "*" : range };
}

/** The source distribution's hash where there is one: it is the same on every platform. Else the first file's. */
export function hashOfFiles(files: readonly { readonly name: string; readonly hash: string }[]): string | undefined {
  return (files.find(({ name }) => !name.endsWith(".whl")) ?? files[0])?.hash;
}
