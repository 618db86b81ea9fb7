/** bun.lock, the text lockfile of bun 1.2 and later. https://bun.sh/docs/install/lockfile */
import type { LockedNeed } from "../../../../model/locked-package.ts";
import type { SourceText } from "../../../../files/source-text.ts";
import type { ManifestReader, ManifestReading } from "../../../language.ts";
import { JsonFields } from "../json-fields.ts";
import type { JsonMember, JsonNode, JsonObject } from "../../../../files/json-node.ts";
import { readJson } from "../../../../files/json-text.ts";
import type { Given, Manifest } from "../manifest.ts";
import { type Beside, lockedPeers } from "./locked-peers.ts";
import { type NpmPackage, lockManifest, ownCommand, splitAt } from "./lock-builder.ts";

export const bunLock: ManifestReader<Manifest> = {
  format: "bun.lock",
  matches: (name) => name === "bun.lock",
  read: readBunLock,
};

/** One entry of `packages`: `["name@version", registry, info, integrity]`, shorter for what comes from elsewhere. */
interface Entry {
  readonly name: string;
  readonly version: string;
  readonly info: JsonObject | undefined;
  readonly integrity: string | undefined;
  readonly member: JsonMember;
}

function readBunLock(file: SourceText): ManifestReading<Manifest> {
  const { root, diagnostics } = readJson(file, "jsonc");
  const fields = new JsonFields(file.path);
  if (root?.kind !== "object") {
    fields.complain(root ?? { line: 0, column: 0 }, "the lockfile should hold an object");
    return { diagnostics: [...diagnostics, ...fields.diagnostics] };
  }
  const entries = new Map<string, Entry>();
  for (const member of membersOf(find(root, "packages"))) {
    const entry = entryOf(member);
    if (entry === undefined)
      fields.complain(member, `the entry "${member.name}" should be a list that begins with a text`);
    else entries.set(member.name, entry);
  }
  const packages = [...entries].flatMap(([key, entry]) =>
    isLocked(entry) ? [lockedPackage(key, entry, entries)] : [],
  );
  const names = new Map(membersOf(find(root, "workspaces")).map(({ name, value }) => [name, textOf(value, "name")]));
  const given: Given = (directory, name) => {
    if (!names.has(directory)) return undefined;
    const got = lookUp(directory === "" ? "" : (names.get(directory) ?? ""), name, entries);
    if (got === undefined) return "nothing";
    return isLocked(got) ? { name: got.name, version: got.version } : undefined;
  };
  return {
    manifest: lockManifest(file.path, "bun", packages, given),
    diagnostics: [...diagnostics, ...fields.diagnostics],
  };
}

function entryOf(member: JsonMember): Entry | undefined {
  if (member.value.kind !== "array") return undefined;
  const [first, ...rest] = member.value.items;
  if (first?.kind !== "string") return undefined;
  const [name, version] = splitAt(first.text);
  const last = rest.at(-1);
  const integrity = last?.kind === "string" && /^sha\d+-/.test(last.text) ? last.text : undefined;
  return { name, version, info: rest.find((each) => each.kind === "object"), integrity, member };
}

/** Whether it is a version of a package: not a workspace, a link, a repository or an address. */
function isLocked({ version }: Entry): boolean {
  return version !== "" && !/[:/]/.test(version);
}

function lockedPackage(
  key: string,
  { name, version, info, integrity, member: { line, column } }: Entry,
  entries: ReadonlyMap<string, Entry>,
): NpmPackage {
  const needs = ["dependencies", "optionalDependencies"].flatMap((field) => membersOf(find(info, field)));
  const bin = find(info, "bin");
  return {
    name,
    version,
    line,
    column,
    integrity,
    requires: needs.map((need) => needOf(key, need, entries)),
    bins: bin?.kind === "string" ? [ownCommand(name)] : membersOf(bin).map((each) => each.name),
    peers: membersOf(find(info, "peerDependencies")).map((each) => each.name),
    beside: info === undefined ? [] : lockedPeers(info, (peer) => besideOf(key, peer, entries)),
  };
}

function needOf(from: string, { name, value }: JsonMember, entries: ReadonlyMap<string, Entry>): LockedNeed {
  const range = value.kind === "string" ? value.text : "*";
  const got = lookUp(from, name, entries);
  if (got === undefined) return { name, range };
  return { name: got.name, range, version: isLocked(got) ? got.version : undefined };
}

function besideOf(from: string, name: string, entries: ReadonlyMap<string, Entry>): ReturnType<Beside> {
  const got = lookUp(from, name, entries);
  if (got === undefined) return "nothing";
  return isLocked(got) ? { name: got.name, version: got.version } : undefined;
}

/** Keys are paths of names, as `node_modules` folders are nested: the nearest one upward is meant. */
function lookUp(from: string, name: string, entries: ReadonlyMap<string, Entry>): Entry | undefined {
  const path = from.match(/(?:@[^/]+\/)?[^/]+/g) ?? [];
  for (let length = path.length; length >= 0; length--) {
    const found = entries.get([...path.slice(0, length), name].join("/"));
    if (found !== undefined) return found;
  }
  return undefined;
}

function textOf(node: JsonNode, key: string): string | undefined {
  const found = node.kind === "object" ? find(node, key) : undefined;
  return found?.kind === "string" ? found.text : undefined;
}

function find(object: JsonObject | undefined, key: string): JsonNode | undefined {
  return object?.members.findLast((member) => member.name === key)?.value;
}

function membersOf(node: JsonNode | undefined): readonly JsonMember[] {
  return node?.kind === "object" ? node.members : [];
}
