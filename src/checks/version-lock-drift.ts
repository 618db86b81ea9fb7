import { directoryOf } from "../model/directory-of.ts";
import type { Braid } from "../model/analysis.ts";
import { type Cause, explainedBy, mostCauses } from "../model/cause.ts";
import type { Finding } from "../model/conflict.ts";
import type { Project } from "../model/project.ts";
import type { ProjectLock } from "../model/project-lock.ts";
import { purlName } from "../model/purl.ts";
import type { LockEntry, Requirement } from "../model/requirement.ts";
import type { VersionScheme } from "../model/version-scheme.ts";
import type { Check } from "./check.ts";
import { LockPaths } from "./locked/lock-paths.ts";
import { tempered } from "./findings/tempered.ts";

export const versionLockDrift: Check = {
  code: "version/lock-drift",
  severity: "error",
  summary: "A lockfile does not hold what the manifest beside it asks for.",
  *run(braid) {
    const paths = new LockPaths(braid);
    for (const project of braid.projects) {
      const { lockfiles = [] } = project;
      const rivals = rivalLocks(project, lockfiles);
      if (rivals !== undefined) yield rivals;
      for (const lock of lockfiles) {
        yield* unmet(braid, project, lock, paths);
        const finding = otherVersion(project, lock, braid.schemes.of(project));
        if (finding !== undefined) yield finding;
      }
    }
  },
  retry: ({ asking }) => versionLockDrift.run(asking),
  isGuard: true,
};

function* unmet({ schemes }: Braid, project: Project, lock: ProjectLock, paths: LockPaths): Iterable<Finding> {
  for (const [requirement, entries] of lock.answers) {
    const scheme = schemes.asked(project, requirement.package);
    if (scheme === undefined || isMet(requirement, entries, scheme)) continue;
    yield describe(project, lock, { requirement, entries, paths });
  }
}

/** Several entries are for several environments: one that fits is enough. What cannot be compared is taken to fit. */
function isMet({ range }: Requirement, entries: readonly LockEntry[], scheme: VersionScheme): boolean {
  const versions = entries.length === 0 ? undefined : scheme.range(range);
  if (versions === undefined) return entries.length > 0;
  return entries.some((entry) => {
    const version = scheme.parse(entry.version);
    return version === undefined || versions.contains(version);
  });
}

interface Unmet {
  readonly requirement: Requirement;
  readonly entries: readonly LockEntry[];
  readonly paths: LockPaths;
}

function describe(project: Project, { file: lock }: ProjectLock, { requirement, entries, paths }: Unmet): Finding {
  const { package: subject, range, file, line, column } = requirement;
  const name = purlName(subject);
  const asked = range === "*" ? name : `${name} ${range}`;
  const shown = entries.slice(0, mostCauses);
  const versions = shown.map(({ version }) => version);
  const causes: readonly Cause[] = [
    ...(requirement.origin ?? []),
    ...(entries.length === 0
      ? [{ file: lock, line: 1, message: "has no entry for it" }]
      : shown.map((entry) => paths.locked(entry))),
  ];
  return {
    severity: tempered("error", file, "declared"),
    message:
      entries.length === 0
        ? `${asked} is asked for, and ${lock} has no entry for it`
        : `${asked} is asked for, and ${lock} holds ${versions.join(" and ")}`,
    file,
    line,
    column,
    subject,
    project: project.id,
    ...explainedBy(causes),
    fix: { message: `make ${lock} anew from ${file}, and commit both`, file: lock },
  };
}

/** The project's own version stands in some lockfiles: it is older there when the lockfile was forgotten. */
function otherVersion(
  project: Project,
  { file, own }: ProjectLock,
  scheme: VersionScheme | undefined,
): Finding | undefined {
  const { package: subject, version, manifest, id } = project;
  if (own === undefined || subject === undefined || version === undefined || own.version === version) return undefined;
  // `3.2.dev` and `3.2.dev0` are one version of Python's.
  const [locked, said] = [scheme?.parse(own.version), scheme?.parse(version)];
  if (locked !== undefined && said !== undefined && scheme?.compare(locked, said) === 0) return undefined;
  return {
    severity: tempered("warning", file, "declared"),
    message: `${file} was made for ${purlName(subject)} ${own.version}, and ${manifest} says ${version}`,
    file,
    line: own.line,
    column: own.column,
    subject,
    project: id,
    evidence: [{ file: manifest, line: 1, message: `says ${version}` }],
    fix: { message: `make ${file} anew from ${manifest}, and commit both`, file },
  };
}

/** Lockfiles of several tools beside one manifest: only one of them is kept up. */
function rivalLocks(project: Project, lockfiles: readonly ProjectLock[]): Finding | undefined {
  const beside = lockfiles.filter(({ file, tool }) => tool !== undefined && directoryOf(file) === project.directory);
  const tools = new Set(beside.map(({ tool }) => tool));
  const [first, ...others] = beside;
  if (tools.size < 2 || first === undefined) return undefined;
  // A manifest that names its tool says which lockfile is meant.
  const named = (project.runtimes ?? []).filter(({ runtime, strength }) => strength === "pins" && tools.has(runtime));
  const left = beside.filter(({ tool }) => tool !== named[0]?.runtime);
  const [rest] = left;
  return {
    severity: tempered("warning", first.file, "declared"),
    message: `${project.manifest} has lockfiles of ${[...tools].join(" and ")}: each tool installs by its own`,
    file: first.file,
    line: 1,
    column: 1,
    subject: project.id,
    project: project.id,
    evidence: [
      ...others.map(({ file, tool }) => ({ file, line: 1, message: `is of ${tool ?? ""}` })),
      ...named.slice(0, 1).map(({ file, line, column, runtime }) => ({
        file,
        line,
        column,
        message: `says that ${runtime} is meant`,
      })),
    ],
    fix:
      named.length === 0 || rest === undefined
        ? {
            message: `keep the lockfile of the tool that is used, and remove ${others.length === 1 ? "the other" : "the others"}`,
          }
        : { message: `remove ${left.map(({ file }) => file).join(" and ")}`, file: rest.file },
  };
}
