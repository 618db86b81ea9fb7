/**
 * What the direct requirements of a project want beside them, where whoever asks for a package provides its peers: Yarn since
 * version 2. Its lockfile has what is wanted, once; what each gets is what its project asks for.
 * @see https://yarnpkg.com/advanced/lexicon#peer-dependency
 */
import { type Purl, purlName } from "../../../model/purl.ts";
import type { LockedPeer, LockEntry, Requirement } from "../../../model/requirement.ts";
import type { LockManifest, PackageManifest } from "../manifests/manifest.ts";

interface PeerQuestion {
  readonly manifest: PackageManifest;
  readonly requirements: readonly Requirement[];
  /** Names that the root lays versions down for. */
  readonly overridden: ReadonlySet<string>;
}

interface PeerSearch extends PeerQuestion {
  readonly asking: ReadonlyMap<Purl, readonly Requirement[]>;
  readonly locked: ReadonlySet<Purl>;
  readonly answers: ReadonlyMap<Requirement, readonly LockEntry[]>;
}

/** All that a lockfile holds: the members of a workspace ask of one. */
const lockedNames = new WeakMap<LockManifest, ReadonlySet<Purl>>();

function lockedIn(lock: LockManifest): ReadonlySet<Purl> {
  let names = lockedNames.get(lock);
  if (names === undefined) lockedNames.set(lock, (names = new Set(lock.entries.map((entry) => entry.package))));
  return names;
}

/** By requirement; what is not known to be missing or there is left out. */
export function askedPeers(
  lock: LockManifest,
  answers: ReadonlyMap<Requirement, readonly LockEntry[]>,
  question: PeerQuestion,
): ReadonlyMap<Requirement, readonly LockedPeer[]> {
  const found = new Map<Requirement, readonly LockedPeer[]>();
  const { wants } = lock;
  if (wants === undefined) return found;
  const asking = new Map<Purl, Requirement[]>();
  for (const requirement of question.requirements) {
    const others = asking.get(requirement.package);
    if (others === undefined) asking.set(requirement.package, [requirement]);
    else others.push(requirement);
  }
  const search: PeerSearch = { ...question, asking, locked: lockedIn(lock), answers };
  for (const [requirement, entries] of answers) {
    const peers = entries.flatMap((entry) => wants.get(entry) ?? []).flatMap((peer) => withGot(peer, search));
    if (peers.length > 0) found.set(requirement, peers);
  }
  return found;
}

function withGot(
  peer: LockedPeer,
  { manifest, asking, overridden, locked, answers }: PeerSearch,
): readonly LockedPeer[] {
  const name = purlName(peer.package);
  if (name === manifest.name || overridden.has(name)) return [];
  const requirements = asking.get(peer.package);
  // What others have installed stands where it is found, unless Yarn links strictly: only what nobody has is sure to be missing.
  if (requirements === undefined) return peer.optional || locked.has(peer.package) ? [] : [peer];
  const [entry] = requirements.flatMap((each) => answers.get(each) ?? []);
  // It hands its own peer on, or the lockfile does not tell.
  return entry === undefined ? [] : [{ ...peer, version: entry.version }];
}
