/** Peer requirements as lockfiles in JSON have them, and what stands beside the package for each. */
import { purl } from "../../../../model/purl.ts";
import type { LockedPeer } from "../../../../model/requirement.ts";
import { isPackageName } from "../../resolve/package-name.ts";
import type { LockedVersion } from "../manifest.ts";
import type { JsonMember, JsonNode, JsonObject } from "../../../../files/json-node.ts";

/** What a name means for the package: undefined where it is no version (a link, an address). */
export type Beside = (name: string) => LockedVersion | "nothing" | undefined;

export function lockedPeers(object: JsonObject, beside: Beside): readonly LockedPeer[] {
  const optional = new Set(optionalNames(object));
  return membersOf(object, "peerDependencies").flatMap(({ name, value }) =>
    value.kind === "string" ? peerOf({ name, range: value.text, optional: optional.has(name) }, beside) : [],
  );
}

/** A peer with what it gets; none where the lockfile does not tell, or where it may be left out and is. */
export function peerOf(
  { name, range, optional }: { readonly name: string; readonly range: string; readonly optional: boolean },
  beside: Beside,
): readonly LockedPeer[] {
  const got = isPackageName(name) ? beside(name) : undefined;
  if (got === undefined || (got === "nothing" && optional)) return [];
  const peer = { package: purl("npm", name), range, optional };
  if (got === "nothing") return [peer];
  // Under this name there may be another package.
  return got.name === name ? [{ ...peer, version: got.version }] : [];
}

/** npm and pnpm say it of each, bun lists them. */
function optionalNames(object: JsonObject): readonly string[] {
  const listed = object.members.find(({ name }) => name === "optionalPeers")?.value;
  const names =
    listed?.kind === "array" ? listed.items.flatMap((item) => (item.kind === "string" ? item.text : [])) : [];
  const told = membersOf(object, "peerDependenciesMeta").filter(({ value }) => isOptional(value));
  return [...names, ...told.map(({ name }) => name)];
}

function isOptional(node: JsonNode): boolean {
  return (
    node.kind === "object" &&
    node.members.some(({ name, value }) => name === "optional" && value.kind === "other" && value.value === true)
  );
}

function membersOf(object: JsonObject, key: string): readonly JsonMember[] {
  const node = object.members.findLast((member) => member.name === key)?.value;
  return node?.kind === "object" ? node.members : [];
}
