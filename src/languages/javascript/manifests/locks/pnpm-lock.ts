/**
 * pnpm-lock.yaml, versions 5, 6 and 9: `packages` by name and version, in version 9 with what they got in `snapshots`.
 * @see https://github.com/pnpm/spec/tree/master/lockfile
 */
import type { LockedNeed } from "../../../../model/locked-package.ts";
import type { LockedPeer } from "../../../../model/requirement.ts";
import type { SourceText } from "../../../../files/source-text.ts";
import { fileDiagnostic } from "../../../../model/diagnostic.ts";
import type { ManifestReader, ManifestReading } from "../../../language.ts";
import type { Given, Manifest } from "../manifest.ts";
import { childrenOf, flowValue, type IndentedNode, readIndented, valueOf } from "./indented-text.ts";
import { type Beside, peerOf } from "./locked-peers.ts";
import { type NpmPackage, lockManifest, ownCommand, splitAt } from "./lock-builder.ts";

export const pnpmLock: ManifestReader<Manifest> = {
  format: "pnpm-lock.yaml",
  matches: (name) => name === "pnpm-lock.yaml",
  read: readPnpmLock,
};

/** The versions of the format that are known. */
const firstVersion = 5;
const lastVersion = 9;

function readPnpmLock(file: SourceText): ManifestReading<Manifest> {
  const { nodes, diagnostics } = readIndented(file, "colon");
  const version = Number.parseInt(valueOf(nodes, "lockfileVersion") ?? "", 10);
  const isKnown = version >= firstVersion && version <= lastVersion;
  const message = `pnpm-lock.yaml of version ${valueOf(nodes, "lockfileVersion") ?? "unknown"} is not known; it was read as one of ${lastVersion}`;
  const all = isKnown ? diagnostics : [...diagnostics, fileDiagnostic("unsupported", file.path, message)];
  const keys = version < 6 ? slashKeys : atKeys;
  const packages = childrenOf(nodes, "packages");
  const snapshots = snapshotsByPackage(childrenOf(nodes, "snapshots"));
  const known = new Map(packages.map((node) => [keys.key(node.key), node]));
  const locked = packages.flatMap((node): readonly NpmPackage[] => {
    const id = identityOf(node, keys);
    if (id === undefined) return [];
    const own = snapshots.get(node.key) ?? [];
    const needs = [node, ...own].flatMap(needsOf);
    const requires = needs.flatMap((need) => needOf(need, keys, known) ?? []);
    // Before version 9 an entry is its own snapshot: there is one for each set of peers.
    const beside = (own.length === 0 ? [node] : own).flatMap((snapshot) =>
      peersOf(node, (peer) => besideOf(peer, snapshot, (need) => needOf(need, keys, known))),
    );
    return [{ ...lockedPackage(node, id, requires), beside }];
  });
  // A `.pnpmfile.cjs` may have changed what manifests ask for.
  const isHooked = valueOf(nodes, "pnpmfileChecksum") !== undefined;
  const given = givenBy(nodes, isHooked ? undefined : "nothing", (name, value) =>
    needOf({ key: name, value }, keys, known),
  );
  return { manifest: lockManifest(file.path, "pnpm", locked, given), diagnostics: all };
}

/** What `importers` say of each package of the workspace; without them the file is of one package, and says it at its top. */
function givenBy(
  nodes: readonly IndentedNode[],
  otherwise: "nothing" | undefined,
  read: (name: string, value: string) => LockedNeed | undefined,
): Given {
  const importers = new Map(childrenOf(nodes, "importers").map(({ key, children }) => [key, children]));
  return (directory, name) => {
    const own = importers.get(directory === "" ? "." : directory) ?? (directory === "" ? nodes : undefined);
    if (own === undefined) return undefined;
    for (const field of ["dependencies", "devDependencies", "optionalDependencies"]) {
      const entry = childrenOf(own, field).find(({ key }) => key === name);
      // Since version 6 an entry has the range beside what it got.
      if (entry === undefined) continue;
      const value = valueOf(entry.children, "version") ?? entry.value;
      const got = read(name, value);
      return got?.version === undefined ? undefined : { name: got.name, version: got.version };
    }
    return otherwise;
  };
}

/** Of each package those for its sets of peers. */
function snapshotsByPackage(snapshots: readonly IndentedNode[]): ReadonlyMap<string, readonly IndentedNode[]> {
  const byPackage = new Map<string, IndentedNode[]>();
  for (const snapshot of snapshots) {
    const key = withoutPeers(snapshot.key);
    const known = byPackage.get(key);
    if (known === undefined) byPackage.set(key, [snapshot]);
    else known.push(snapshot);
  }
  return byPackage;
}

function needsOf({ children }: IndentedNode): readonly IndentedNode[] {
  return childrenOf(children, "dependencies").concat(childrenOf(children, "optionalDependencies"));
}

/** What a snapshot got for its peers stands among its dependencies. */
function besideOf(
  name: string,
  snapshot: IndentedNode,
  read: (need: IndentedNode) => LockedNeed | undefined,
): ReturnType<Beside> {
  const need = needsOf(snapshot).find(({ key }) => key === name);
  if (need === undefined) return "nothing";
  const got = read(need);
  return got?.version === undefined ? undefined : { name: got.name, version: got.version };
}

function peersOf({ children }: IndentedNode, beside: Beside): readonly LockedPeer[] {
  const meta = childrenOf(children, "peerDependenciesMeta");
  return childrenOf(children, "peerDependencies").flatMap(({ key: name, value: range }) => {
    const optional = meta.some(({ key, children: own }) => key === name && valueOf(own, "optional") === "true");
    return peerOf({ name, range, optional }, beside);
  });
}

interface Identity {
  readonly name: string;
  readonly version: string;
}

function lockedPackage(node: IndentedNode, { name, version }: Identity, requires: readonly LockedNeed[]): NpmPackage {
  const { children, line, column } = node;
  const resolution = valueOf(children, "resolution") ?? "";
  return {
    name,
    version,
    line,
    column,
    integrity: flowValue(resolution, "integrity") ?? valueOf(childrenOf(children, "resolution"), "integrity"),
    requires,
    // It says that there are commands, not which: most have the package's name.
    bins: valueOf(children, "hasBin") === "true" ? [ownCommand(name)] : [],
    peers: childrenOf(children, "peerDependencies").map(({ key }) => key),
  };
}

/** How a version of the format writes a package's key. */
interface Keys {
  /** Without what belongs to the set of peers. */
  key(written: string): string;
  identity(key: string): Identity | undefined;
  /** The key of a dependency of this name. */
  of(name: string, written: string): string;
}

/** `/@acme/ui@1.0.0(react@18.3.1)`; since version 9 without the slash. */
const atKeys: Keys = {
  key: (written) => withoutPeers(written.replace(/^\//, "")),
  identity(key) {
    const [name, version] = splitAt(key);
    return { name, version };
  },
  of(name, written) {
    const key = this.key(written);
    return key.indexOf("@", 1) > 0 && !/^\w+:/.test(key) ? key : `${name}@${key}`;
  },
};

/** `/@acme/ui/1.0.0_react@18.3.1`; a peer of a scope has slashes too: `_@types/node@20`. */
const slashKeys: Keys = {
  key: (written) => /^\/(?:@[^/]+\/)?[^/]+\/[^/_(]+/.exec(written)?.[0] ?? written,
  identity(key) {
    const at = key.lastIndexOf("/");
    return key.startsWith("/") ? { name: key.slice(1, at), version: key.slice(at + 1) } : undefined;
  },
  of(name, written) {
    return this.key(/^\d/.test(written) ? `/${name}/${written}` : written);
  },
};

function withoutPeers(key: string): string {
  const at = key.indexOf("(");
  return at < 0 ? key : key.slice(0, at);
}

/** A package from elsewhere than a registry says itself what it is; a directory is no locked version. */
function identityOf(node: IndentedNode, keys: Keys): Identity | undefined {
  const { children } = node;
  const resolution = valueOf(children, "resolution") ?? "";
  if (flowValue(resolution, "type") === "directory") return undefined;
  const own = keys.identity(keys.key(node.key));
  const name = valueOf(children, "name") ?? own?.name;
  const version = valueOf(children, "version") ?? own?.version;
  return name === undefined || version === undefined || /[:/]/.test(version) ? undefined : { name, version };
}

/** A link leads into the repository: undefined. */
function needOf(
  { key: alias, value }: Pick<IndentedNode, "key" | "value">,
  keys: Keys,
  packages: ReadonlyMap<string, IndentedNode>,
): LockedNeed | undefined {
  if (/^(?:link|file|workspace):/.test(value) || value === "") return undefined;
  const key = keys.of(alias, value);
  const node = packages.get(key);
  const got = node === undefined ? keys.identity(key) : identityOf(node, keys);
  if (got === undefined) return undefined;
  return { name: got.name, range: got.version, version: got.version };
}
