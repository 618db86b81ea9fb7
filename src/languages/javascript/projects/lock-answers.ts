/** What a lockfile gives for what a package asks for, where it surely tells. */
import type { LockedOwn, ProjectLock } from "../../../model/project-lock.ts";
import { purlName } from "../../../model/purl.ts";
import type { LockEntry, Requirement } from "../../../model/requirement.ts";
import type { LockManifest, PackageManifest, UnreadLockManifest } from "../manifests/manifest.ts";
import { below } from "../resolve/join-path.ts";
import { npmVersions } from "../versions.ts";
import { askedPeers } from "./asked-peers.ts";
import { lockedEntry } from "./own-versions.ts";

export interface LockQuestion {
  readonly manifest: PackageManifest;
  readonly requirements: readonly Requirement[];
  /** The lockfiles of its own directory, and that of its workspace's root. */
  readonly beside: readonly (LockManifest | UnreadLockManifest)[];
  readonly ofRoot: LockManifest | undefined;
  /** Names that the root lays versions down for. */
  readonly overridden: ReadonlySet<string>;
  /** Whether a file of the tool's own settings, which is not read, may say `legacy-peer-deps`. */
  readonly configured: boolean;
}

export function projectLocks(question: LockQuestion): readonly ProjectLock[] {
  const { manifest, beside, ofRoot } = question;
  // What Deno locks is another installation.
  const own = beside.filter(({ tool }) => tool !== "deno");
  const tools = new Set(own.map(({ tool }) => tool));
  if (own.length === 0) {
    return ofRoot === undefined ? [] : [lockOf(ofRoot, question, answersOf(ofRoot, question))];
  }
  // Of several tools' lockfiles one is forgotten: which, the packageManager says.
  const chosen = manifest.runtimes.filter(({ runtime, strength }) => strength === "pins" && tools.has(asTool(runtime)));
  return own.map((lock) => {
    const isMeant = tools.size === 1 || chosen.some(({ runtime }) => runtime === lock.tool);
    // npm-shrinkwrap.json wins over package-lock.json.
    const isRead = isMeant && (lock.file.endsWith("npm-shrinkwrap.json") || !hasShrinkwrap(own, lock));
    return lockOf(lock, question, isRead && lock.kind === "lock" ? answersOf(lock, question) : new Map());
  });
}

function asTool(runtime: string): LockManifest["tool"] {
  return runtime === "npm" || runtime === "yarn" || runtime === "pnpm" || runtime === "bun" ? runtime : "deno";
}

function hasShrinkwrap(own: LockQuestion["beside"], { tool }: { readonly tool: string }): boolean {
  return tool === "npm" && own.some(({ file }) => file.endsWith("npm-shrinkwrap.json"));
}

function lockOf(
  lock: LockManifest | UnreadLockManifest,
  question: LockQuestion,
  answers: ProjectLock["answers"],
): ProjectLock {
  const { manifest, configured } = question;
  const own: LockedOwn | undefined =
    lock.kind === "lock" && lock.directory === manifest.directory ? lock.own : undefined;
  const strict = lock.kind === "lock" && lock.strictPeers === true && !configured;
  const peers = lock.kind === "lock" ? askedPeers(lock, answers, question) : undefined;
  return {
    file: lock.file,
    tool: lock.tool,
    ...(peers === undefined || peers.size === 0 ? {} : { peers }),
    ...(strict ? { strictPeers: true } : {}),
    ...(own === undefined ? {} : { own }),
    answers,
  };
}

function answersOf(
  lock: LockManifest,
  { manifest, requirements, overridden }: LockQuestion,
): ReadonlyMap<Requirement, readonly LockEntry[]> {
  const answers = new Map<Requirement, readonly LockEntry[]>();
  const inside = below(lock.directory, manifest.directory) ?? manifest.directory;
  const counts = new Map<string, number>();
  for (const { package: name, scope } of requirements) {
    if (scope !== "peer" && scope !== "managed") counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  for (const requirement of requirements) {
    const name = purlName(requirement.package);
    if (!isPlain(requirement, manifest) || overridden.has(name) || counts.get(requirement.package) !== 1) continue;
    // Yarn's entries are found by the range as it was written: one of a catalog, or none at all, is written otherwise.
    if (lock.tool === "yarn" && (requirement.origin !== undefined || requirement.range === "*")) continue;
    const got = lock.given(inside, name, requirement.range);
    if (got === undefined) continue;
    const entry = got === "nothing" ? undefined : lockedEntry(lock, got);
    if (got === "nothing") answers.set(requirement, []);
    // An entry under this name may be an alias that the manifest no longer has.
    else if (entry !== undefined && got.name === name) answers.set(requirement, [entry]);
  }
  return answers;
}

/** Whether it asks for versions of a registry's package, on every platform, under its own name. */
function isPlain({ scope, alias, path, bundled, range, file }: Requirement, manifest: PackageManifest): boolean {
  if (scope !== "runtime" && scope !== "dev") return false;
  if (alias !== undefined || path !== undefined || bundled === true || file !== manifest.file) return false;
  return !/[:/]/.test(range) && npmVersions.range(range) !== undefined;
}
