/**
 * What the direct requirements of a project want beside them, where whoever asks for a package provides its peers: Yarn since
 * version 2. Its lockfile has what is wanted, once; what each gets is what its project asks for.
 * @see https://yarnpkg.com/advanced/lexicon#peer-dependency
 */
import { type Purl, purlName } from "../../../model/purl.ts";
import type { LockedPeer, LockEntry, Requirement } from "../../../model/requirement.ts";
import type { LockManifest, PackageManifest } from "../manifests/manifest.ts";

export interface PeerQuestion {
  readonly manifest: PackageManifest;
  readonly requirements: readonly Requirement[];
  /** Names that the root lays versions down for. */
  readonly overridden: ReadonlySet<string>;
}

/** By requirement; what is not known to be missing or there is left out. */
export function askedPeers(
  { entries: locked, wants }: LockManifest,
  answers: ReadonlyMap<Requirement, readonly LockEntry[]>,
  question: PeerQuestion,
): ReadonlyMap<Requirement, readonly LockedPeer[]> {
  const found = new Map<Requirement, readonly LockedPeer[]>();
  if (wants === undefined) return found;
  const isLocked = (name: Purl): boolean => locked.some((entry) => entry.package === name);
  for (const [requirement, entries] of answers) {
    const peers = entries
      .flatMap((entry) => wants.get(entry) ?? [])

      .flatMap((peer) => withGot(peer, answers, { ...question, isLocked }));
    if (peers.length > 0) found.set(requirement, peers);
  }
  return found;
}

function withGot(
  peer: LockedPeer,
  answers: ReadonlyMap<Requirement, readonly LockEntry[]>,
  { manifest, requirements, overridden, isLocked }: PeerQuestion & { readonly isLocked: (name: Purl) => boolean },
): readonly LockedPeer[] {
  const name = purlName(peer.package);
  if (name === manifest.name || overridden.has(name)) return [];
  const asking = requirements.filter((each) => each.package === peer.package);
  // What others have installed stands where it is found, unless Yarn links strictly: only what nobody has is sure to be missing.
  if (asking.length === 0) return peer.optional || isLocked(peer.package) ? [] : [peer];
  const [entry] = asking.flatMap((each) => answers.get(each) ?? []);
  // It hands its own peer on, or the lockfile does not tell.
  return entry === undefined ? [] : [{ ...peer, version: entry.version }];
}
