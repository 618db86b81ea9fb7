/**
 * package-lock.json and npm-shrinkwrap.json, versions 1 to 3.
 * @see https://docs.npmjs.com/cli/v11/configuring-npm/package-lock-json
 */
import { directoryOf } from "../../../model/directory-of.ts";
import type { SourceText } from "../../../files/source-text.ts";
import type { LockedOwn } from "../../../model/project-lock.ts";
import { purl } from "../../../model/purl.ts";
import type { LockedRequirement, LockEntry } from "../../../model/requirement.ts";
import type { ManifestReader, ManifestReading } from "../../language.ts";
import { isPackageName } from "../resolve/package-name.ts";
import { JsonFields } from "./json-fields.ts";
import type { JsonMember, JsonNode, JsonObject } from "../../../files/json-node.ts";
import { readJson } from "../../../files/json-text.ts";
import { lockedPeers } from "./locks/locked-peers.ts";
import { type LockManifest, type Manifest } from "./manifest.ts";

export const packageLock: ManifestReader<Manifest> = {
  format: "package-lock.json",
  matches: (name) => name === "package-lock.json" || name === "npm-shrinkwrap.json",
  read: readPackageLock,
};

/** One installed package by where it is installed: `node_modules/a/node_modules/b`. */
interface Installed {
  readonly name: string;
  readonly version: string;
  readonly object: JsonObject;
  readonly line: number;
  readonly column: number;
}

function readPackageLock(file: SourceText): ManifestReading<LockManifest> {
  const { root, diagnostics } = readJson(file, "jsonc");
  const fields = new JsonFields(file.path);
  if (root?.kind !== "object") {
    fields.complain(root ?? { line: 0, column: 0 }, "the lockfile should hold an object");
    return { diagnostics: [...diagnostics, ...fields.diagnostics] };
  }
  const packages = find(root, "packages");
  const legacy = find(root, "dependencies");
  const installed =
    packages?.kind === "object"
      ? installedPackages(packages)
      : legacy?.kind === "object"
        ? installedDependencies(legacy)
        : new Map<string, Installed>();
  const requireFields =
    packages?.kind === "object" ? (["dependencies", "optionalDependencies"] as const) : ["requires"];
  const members = packages?.kind === "object" ? new Map<string, string>() : memberPaths(legacy);
  const bins = new Map<string, string>();
  const peers = new Set<string>();
  const places = packages?.kind === "object" ? placesOf(packages) : dependencyPlaces(legacy);
  const entries: LockEntry[] = [];
  for (const [path, { name, version, object, line, column }] of installed) {
    const integrity = text(find(object, "integrity"));
    const wanted = lockedPeers(object, (peer) => {
      const place = lookUp(places, path, peer);
      return place === undefined ? "nothing" : installed.get(place);
    });
    const requires = requireFields.flatMap((field) => lockedRequirements(installed, path, find(object, field)));
    entries.push({
      package: purl("npm", name),
      version,
      file: file.path,
      line,
      column,
      ...(integrity === undefined ? {} : { integrity }),
      requires,
      ...(wanted.length === 0 ? {} : { peers: wanted }),
    });
    for (const bin of binNames(name, find(object, "bin"))) if (!bins.has(bin)) bins.set(bin, name);
    for (const peer of memberList(find(object, "peerDependencies"))) peers.add(peer.name);
  }
  const manifest: LockManifest = {
    kind: "lock",
    tool: "npm",
    // Since npm 7, whose lockfiles are of version 2 and later.
    ...(packages?.kind === "object" ? { strictPeers: true as const } : {}),
    ...ownVersion(fields, root),
    file: file.path,
    directory: directoryOf(file.path),
    entries,
    given(directory, name) {
      const from = members.get(directory) ?? directory;
      // A workspace's lockfile has an entry for each of its members.
      if (from !== "" && !places.has(from)) return undefined;
      const place = lookUp(places, from, name);
      const got = place === undefined ? undefined : installed.get(place);
      if (got !== undefined) return { name: got.name, version: got.version };
      return place === undefined ? "nothing" : undefined;
    },
    bins,
    peers,
  };
  return { manifest, diagnostics: [...diagnostics, ...fields.diagnostics] };
}

const folder = "node_modules/";

/** Versions 2 and 3: keys are paths. Links and the repository's own packages are not locked versions. */
function installedPackages(packages: JsonObject): ReadonlyMap<string, Installed> {
  const installed = new Map<string, Installed>();
  for (const { name: path, value, line, column } of packages.members) {
    const at = path.lastIndexOf(folder);
    if (at < 0 || value.kind !== "object") continue;
    const version = text(find(value, "version"));
    if (version === undefined) continue;
    // An alias is installed under one name and says its own.
    const name = text(find(value, "name")) ?? path.slice(at + folder.length);
    if (isPackageName(name)) installed.set(path, { name, version, object: value, line, column });
  }
  return installed;
}

/** Version 1: a tree of `dependencies`. Turned into the paths of the later versions. */
function installedDependencies(root: JsonObject): ReadonlyMap<string, Installed> {
  const installed = new Map<string, Installed>();
  const rest: { readonly prefix: string; readonly object: JsonObject }[] = [{ prefix: "", object: root }];
  for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
    for (const { name: key, value, line, column } of next.object.members) {
      if (value.kind !== "object" || !isPackageName(key)) continue;
      const path = `${next.prefix}${folder}${key}`;
      const nested = find(value, "dependencies");
      if (nested?.kind === "object") rest.push({ prefix: `${path}/`, object: nested });
      const written = text(find(value, "version"));
      // A path or a repository's address instead of a version: not a version of a package.
      if (written === undefined || !/^(npm:|\d)/.test(written)) continue;
      const alias = /^npm:(.+)@([^@]+)$/.exec(written);
      const name = alias?.[1] ?? key;
      if (isPackageName(name))
        installed.set(path, { name, version: alias?.[2] ?? written, object: value, line, column });
    }
  }
  return installed;
}

/** Everything that has an entry, by its path, to that path: links and what comes from elsewhere too. */
function placesOf(packages: JsonObject): ReadonlyMap<string, string> {
  return new Map(packages.members.map(({ name }) => [name, name]));
}

function dependencyPlaces(root: JsonNode | undefined): ReadonlyMap<string, string> {
  const places = new Map<string, string>();
  const rest = [{ prefix: "", node: root }];
  for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
    for (const { name, value } of memberList(next.node)) {
      const path = `${next.prefix}${folder}${name}`;
      places.set(path, path);
      if (value.kind === "object") rest.push({ prefix: `${path}/`, node: find(value, "dependencies") });
    }
  }
  return places;
}

/** The package's own version stands at the top. */
function ownVersion(fields: JsonFields, root: JsonObject): { readonly own?: LockedOwn } {
  const member = fields.members(root).get("version");
  if (member?.value.kind !== "string") return {};
  return { own: { version: member.value.text, line: member.line, column: member.column } };
}

/** Version 1 has members of the workspace among what is installed: where, by their directories. */
function memberPaths(dependencies: JsonNode | undefined): ReadonlyMap<string, string> {
  const paths = new Map<string, string>();
  for (const { name, value } of memberList(dependencies)) {
    const written = value.kind === "object" ? text(find(value, "version")) : undefined;
    if (written?.startsWith("file:") === true) paths.set(written.slice("file:".length), folder + name);
  }
  return paths;
}

function lockedRequirements(
  installed: ReadonlyMap<string, Installed>,
  from: string,
  node: JsonNode | undefined,
): readonly LockedRequirement[] {
  const requirements: LockedRequirement[] = [];
  for (const { name, value } of memberList(node)) {
    if (value.kind !== "string" || !isPackageName(name)) continue;
    const got = lookUp(installed, from, name);
    requirements.push({
      package: purl("npm", got?.name ?? name),
      range: value.text,
      ...(got === undefined ? {} : { version: got.version }),
    });
  }
  return requirements;
}

/**
 * Which installed package a name means for the package at `from`: the nearest `node_modules` upward.
 * @see https://nodejs.org/api/modules.html#loading-from-node_modules-folders NODE_MODULES_PATHS
 */
function lookUp<T>(installed: ReadonlyMap<string, T>, from: string, name: string): T | undefined {
  for (let directory = from; ;) {
    const found = installed.get(directory === "" ? folder + name : `${directory}/${folder}${name}`);
    if (found !== undefined || directory === "") return found;
    const at = directory.lastIndexOf(folder);
    // A member of the workspace stands in no `node_modules`: what is above it is the root's.
    directory = at <= 0 ? "" : directory.slice(0, at - 1);
  }
}

/** A lone string means a command of the package's own name, without its scope. */
function binNames(name: string, node: JsonNode | undefined): readonly string[] {
  if (node?.kind === "string") return [name.slice(name.indexOf("/") + 1)];
  return memberList(node).map((member) => member.name);
}

function memberList(node: JsonNode | undefined): readonly JsonMember[] {
  return node?.kind === "object" ? node.members : [];
}

function find(object: JsonObject, key: string): JsonNode | undefined {
  return object.members.findLast((member) => member.name === key)?.value;
}

function text(node: JsonNode | undefined): string | undefined {
  return node?.kind === "string" ? node.text : undefined;
}
