/** Puts locked packages together to what a lockfile says, the same for every kind of lockfile. */
import { directoryOf } from "../../../../model/directory-of.ts";
import type { LockedNeed, LockedPackage } from "../../../../model/locked-package.ts";
import { purl } from "../../../../model/purl.ts";
import type { LockedPeer, LockedRequirement, LockEntry } from "../../../../model/requirement.ts";
import { isPackageName } from "../../resolve/package-name.ts";
import { type Given, type LockManifest, type LockTool } from "../manifest.ts";

/** With what npm's world says besides. */
export interface NpmPackage extends LockedPackage {
  /** Names of its commands. */
  readonly bins: readonly string[];
  /** Names of packages that it wants beside it; undefined where the lockfile does not tell. */
  readonly peers: readonly string[] | undefined;
  /** What it wants beside it, with what it gets, where the lockfile tells. */
  readonly beside?: readonly LockedPeer[];
  /** The same where what it gets depends on who asks for it. */
  readonly wants?: readonly LockedPeer[];
}

/** A version that is locked several times (for several sets of peers) is one entry, with all that any of them requires. */
export function lockManifest(file: string, tool: LockTool, packages: Iterable<NpmPackage>, given: Given): LockManifest {
  const entries = new Map<string, Entry>();
  const bins = new Map<string, string>();
  const peers = new Set<string>();
  const wants = new Map<LockEntry, readonly LockedPeer[]>();
  let tellsPeers = true;
  for (const each of packages) {
    const { name, version, line, column, integrity, requires, bins: commands, peers: wanted } = each;
    if (!isPackageName(name) || version === "") continue;
    const key = `${name}@${version}`;
    const entry: Entry = entries.get(key) ?? {
      package: purl("npm", name),
      version,
      file,
      line,
      column,
      ...(integrity === undefined ? {} : { integrity }),
      requires: [],
    };
    entries.set(key, entry);
    if (each.beside !== undefined && each.beside.length > 0) (entry.peers ??= []).push(...each.beside);
    if (each.wants !== undefined && each.wants.length > 0) wants.set(entry, each.wants);
    for (const need of requires) addNeed(entry.requires, need);
    for (const command of commands) if (!bins.has(command)) bins.set(command, name);
    for (const peer of wanted ?? []) peers.add(peer);
    tellsPeers &&= wanted !== undefined;
  }
  return {
    kind: "lock",
    tool,
    file,
    directory: directoryOf(file),
    entries: [...entries.values()],
    given,
    bins,
    ...(tellsPeers ? { peers } : {}),
    ...(wants.size === 0 ? {} : { wants }),
  };
}

type Entry = Omit<LockEntry, "peers"> & { readonly requires: LockedRequirement[]; peers?: LockedPeer[] };

function addNeed(requires: LockedRequirement[], { name, range, version }: LockedNeed): void {
  if (!isPackageName(name)) return;
  const need: LockedRequirement = { package: purl("npm", name), range, ...(version === undefined ? {} : { version }) };
  if (requires.some((each) => each.package === need.package && each.version === version && each.range === range))
    return;
  requires.push(need);
}

/** A name and what follows its `@`: `@acme/ui@npm:^1` has two. The second is empty where there is none. */
export function splitAt(descriptor: string): readonly [name: string, rest: string] {
  const at = descriptor.indexOf("@", 1);
  return at < 0 ? [descriptor, ""] : [descriptor.slice(0, at), descriptor.slice(at + 1)];
}

/** A lone command has the package's own name, without its scope. */
export function ownCommand(name: string): string {
  return name.slice(name.indexOf("/") + 1);
}
