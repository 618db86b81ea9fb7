import { purl, purlName } from "../../../model/purl.ts";
import type { LockEntry, Requirement } from "../../../model/requirement.ts";
import type { LockedVersion, LockManifest } from "../manifests/manifest.ts";
import { below } from "../resolve/join-path.ts";

/** What the lockfile of a workspace's root gives one of its members; the root's entries say what requires what. */
export function ownVersions(
  lock: LockManifest | undefined,
  directory: string,
  requirements: readonly Requirement[],
): readonly LockEntry[] {
  if (lock === undefined) return [];
  const inside = below(lock.directory, directory) ?? directory;
  const entries = new Map<string, LockEntry>();
  for (const { package: asked, alias, range, path } of requirements) {
    const got = path === undefined ? lock.given(inside, alias ?? purlName(asked), range) : undefined;
    const entry = got === undefined || got === "nothing" ? undefined : lockedEntry(lock, got);
    if (entry !== undefined) entries.set(`${entry.package}@${entry.version}`, { ...entry, requires: [] });
  }
  return [...entries.values()];
}

const byLock = new WeakMap<LockManifest, ReadonlyMap<string, LockEntry>>();

export function lockedEntry(lock: LockManifest, { name, version }: LockedVersion): LockEntry | undefined {
  let entries = byLock.get(lock);
  if (entries === undefined) {
    entries = new Map(lock.entries.map((entry) => [`${entry.package}@${entry.version}`, entry]));
    byLock.set(lock, entries);
  }
  return entries.get(`${purl("npm", name)}@${version}`);
}
