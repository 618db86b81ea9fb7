/** Peer requirements that the root of a workspace has its own say in are nobody's matter any more. */
import { purlName } from "../../../model/purl.ts";
import type { LockEntry } from "../../../model/requirement.ts";
import type { RootSettings } from "./requirements.ts";

export function withoutSettledPeers(
  entries: readonly LockEntry[],
  settings: readonly RootSettings[],
): readonly LockEntry[] {
  const ignoresAny = settings.some(({ peerRules }) => peerRules === true);
  const settled = new Set(settings.flatMap(({ overrides = [] }) => overrides.map(({ name }) => name)));
  if (!ignoresAny && settled.size === 0) return entries;
  return entries.map((entry) => {
    if (entry.peers === undefined) return entry;
    const { peers, ...rest } = entry;
    const kept = ignoresAny ? [] : peers.filter((peer) => !settled.has(purlName(peer.package)));
    return kept.length === 0 ? rest : Object.assign(rest, { peers: kept });
  });
}
