/** What lockfiles give for what a project asks for, where they surely tell. */
import { directoryOf } from "../../../model/directory-of.ts";
import type { ProjectLock } from "../../../model/project-lock.ts";
import { type Purl, purlType } from "../../../model/purl.ts";
import type { LockEntry, Requirement } from "../../../model/requirement.ts";
import { distributionPurl } from "../versions/distribution-name.ts";
import { parseSpecifiers } from "../versions/specifiers.ts";
import type { LockFile, RequirementsFile } from "../manifests/manifest.ts";
import { lockEntries, sourcePaths } from "./compiled-pins.ts";

export interface LockQuestion {
  readonly directory: string;
  readonly requirements: readonly Requirement[];
  /** The lockfiles of its own directory, or of the one that installs it. */
  readonly locks: readonly LockFile[];
  /** Compiled requirements files that are its locks. */
  readonly compiled: readonly RequirementsFile[];
  /** Names that projects of this repository publish: no version of theirs is locked. */
  readonly published: ReadonlySet<Purl>;
}

/** How the tools that install by a lockfile ask: in which manifest, and which of its requirements all end up in it. */
interface Locking {
  readonly tool: string;
  readonly manifest: string;
  isLocked(requirement: Requirement): boolean;
}

const lockings: Readonly<Record<string, Locking>> = {
  // https://docs.astral.sh/uv/concepts/projects/layout/#the-lockfile
  "uv.lock": {
    tool: "uv",
    manifest: "pyproject.toml",
    isLocked: ({ scope, group }) =>
      scope === "runtime" || scope === "optional" || ((scope === "dev" || scope === "test") && group !== undefined),
  },
  // Before version 2.2 it does not know dependency groups of the standard: of groups nothing is sure.
  "poetry.lock": { tool: "poetry", manifest: "pyproject.toml", isLocked: ({ scope }) => scope === "runtime" },
  // It may be made for some groups only.
  "pdm.lock": { tool: "pdm", manifest: "pyproject.toml", isLocked: ({ scope }) => scope === "runtime" },
  "Pipfile.lock": {
    tool: "pipenv",
    manifest: "Pipfile",
    isLocked: ({ scope }) => scope === "runtime" || scope === "dev",
  },
};

export function projectLocks(question: LockQuestion): readonly ProjectLock[] {
  const { locks, compiled, directory, requirements } = question;
  const known = locks.flatMap((lock) => {
    const locking = lockings[lock.path.slice(lock.path.lastIndexOf("/") + 1)];
    return locking === undefined ? [] : [{ lock, locking }];
  });
  const tools = new Set(known.map(({ locking }) => locking.tool));
  const found = known.map(({ lock, locking }): ProjectLock => {
    const manifest = directory === "" ? locking.manifest : `${directory}/${locking.manifest}`;
    // Of several tools' lockfiles one is forgotten, and it does not say which.
    const asked = tools.size > 1 ? [] : requirements.filter((each) => each.file === manifest && locking.isLocked(each));
    const { path: file, own } = lock;
    const beside = directoryOf(file) === directory && own !== undefined;
    const answers = answersOf(asked, lock.entries, question);
    const { tool } = locking;
    return beside ? { file, tool, own, answers } : { file, tool, answers };
  });
  const files = new Set(requirements.map(({ file }) => file));
  for (const file of compiled) {
    const sources = sourcePaths(file, files);
    const asked = requirements.filter((each) => sources.has(each.file) && isCompiled(each));
    const entries = lockEntries(file);
    // Pins of other files that it is installed with stand there.
    const isWhole = entries.length === file.requirements.length && file.links.length === 0;
    if (isWhole) found.push({ file: file.path, answers: answersOf(asked, entries, question) });
  }
  return found;
}

/** pip-compile leaves out what pip itself is made of. https://pip-tools.readthedocs.io/en/stable/cli/pip-compile/ */
const unsafe: ReadonlySet<Purl> = new Set(["pip", "setuptools", "distribute"].map(distributionPurl));

/** Of a project's manifest only what is asked for at run time: extras are chosen. Of a list of requirements everything. */
function isCompiled({ package: name, scope, file }: Requirement): boolean {
  if (unsafe.has(name) || scope === "constraint") return false;
  return scope === "runtime" || /\.(?:in|txt)$/.test(file);
}

function answersOf(
  asked: readonly Requirement[],
  entries: readonly LockEntry[],
  { requirements, published }: LockQuestion,
): ReadonlyMap<Requirement, readonly LockEntry[]> {
  const answers = new Map<Requirement, readonly LockEntry[]>();
  if (asked.length === 0) return answers;
  const settled = new Set(requirements.flatMap((each) => (each.scope === "managed" ? each.package : [])));
  const counts = new Map<Purl, number>();
  for (const { package: name } of asked) counts.set(name, (counts.get(name) ?? 0) + 1);
  const byPackage = new Map<Purl, LockEntry[]>();
  for (const entry of entries) {
    const known = byPackage.get(entry.package);
    if (known === undefined) byPackage.set(entry.package, [entry]);
    else known.push(entry);
  }
  for (const requirement of asked) {
    const { package: name, origin } = requirement;
    if (!isPlain(requirement) || settled.has(name) || published.has(name)) continue;
    const locked = byPackage.get(name) ?? [];
    // A source of its own may be a project without a version; one of two alike may hold where the other does not.
    if (locked.length === 0 && (origin !== undefined || (counts.get(name) ?? 0) > 1)) continue;
    answers.set(requirement, locked);
  }
  return answers;
}

/** Whether it asks for versions of a registry's package in every environment. */
function isPlain({ package: name, marker, environment, path, range }: Requirement): boolean {
  if (purlType(name) !== "pypi" || marker !== undefined || environment !== undefined || path !== undefined)
    return false;
  return range === "*" || parseSpecifiers(range) !== undefined;
}
