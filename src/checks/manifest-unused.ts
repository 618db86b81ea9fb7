import type { Braid } from "../model/analysis.ts";
import type { Change } from "../model/change.ts";
import type { Finding } from "../model/conflict.ts";
import type { Project } from "../model/project.ts";
import { type Purl, purlName } from "../model/purl.ts";
import type { Requirement } from "../model/requirement.ts";
import type { Check } from "./check.ts";
import { PackageUses } from "./uses/package-uses.ts";
import { requirementKey } from "./uses/requirement-key.ts";
import { tempered } from "./findings/tempered.ts";

export const manifestUnused: Check = {
  code: "manifest/unused",
  severity: "warning",
  summary: "A project asks for a package at run time that nothing in it imports.",
  run: (braid) => unused(braid, usesOf(braid)),
  retry: ({ asking, original }) => unused(asking, usesOf(original)),
};

const knownUses = new WeakMap<Braid, PackageUses>();

/** Of the repository as it is: what is imported stays the same, whatever a trial changes of what is asked for. */
function usesOf(braid: Braid): PackageUses {
  let uses = knownUses.get(braid);
  if (uses === undefined) knownUses.set(braid, (uses = new PackageUses(braid)));
  return uses;
}

function* unused(braid: Braid, uses: PackageUses): Iterable<Finding> {
  const published = new Set(braid.projects.flatMap((project) => project.package ?? []));
  for (const { requirement, holders } of ownRequirements(braid)) {
    if (!isJudged(requirement) || uses.isUsed(requirement)) continue;
    // Where no source could show a use (an aggregator, an image's list of packages), silence proves nothing.
    const observers = holders.filter((project) => uses.isObserved(project));
    const owner = holders.find((project) => project.manifest === requirement.file) ?? holders[0];
    if (observers.length === 0 || owner === undefined) continue;
    const isGenerated = observers.some((project) => uses.hasGeneratedSources(project));
    const beyond = uses.userBeyond(requirement);
    yield describe(requirement, owner, { observers, published, isGenerated, beyond });
  }
}

interface HeldRequirement {
  readonly requirement: Requirement;
  /** The projects that it counts for: the one that writes it and those that inherit it. */
  readonly holders: readonly Project[];
}

/** Every requirement once, however many projects inherit it, in order of projects. */
function ownRequirements({ projects }: Braid): Iterable<HeldRequirement> {
  const held = new Map<string, { requirement: Requirement; holders: Project[] }>();
  for (const project of projects) {
    for (const requirement of project.requirements) {
      const key = `${requirementKey(requirement)} ${requirement.scope} ${requirement.group ?? ""}`;
      const known = held.get(key);
      if (known === undefined) held.set(key, { requirement, holders: [project] });
      else if (known.holders.at(-1) !== project) known.holders.push(project);
    }
  }
  return held.values();
}

function isJudged(requirement: Requirement): boolean {
  return requirement.scope === "runtime" && requirement.observable && requirement.usedBy === undefined;
}

interface Circumstances {
  /** The projects in whose files a use would show. */
  readonly observers: readonly Project[];
  /** What the projects of this repository publish. */
  readonly published: ReadonlySet<Purl>;
  /** Whether some of the sources are made by a build, and not here. */
  readonly isGenerated: boolean;
  /** A project that imports it, and has it from here. */
  readonly beyond: Project | undefined;
}

function describe(
  requirement: Requirement,
  owner: Project,
  { observers, published, isGenerated, beyond }: Circumstances,
): Finding {
  const { package: subject, file, line, column } = requirement;
  const name = purlName(subject);
  const where = observers.length > 1 ? `the ${observers.length} projects that it counts for` : place(observers[0]);
  const message =
    beyond === undefined
      ? `remove "${name}" from ${file}, unless something other than an import needs it`
      : `ask for "${name}" in ${beyond.manifest}, and remove it from ${file}`;
  // Projects of one repository also use each other by path, by a build step, by being deployed together.
  const inRepo = requirement.path !== undefined || published.has(subject);
  return {
    severity: tempered(inRepo || isGenerated || beyond !== undefined ? "info" : "warning", file, "declared"),
    message:
      `${name} is asked for, but nothing in ${where} imports it` +
      (isGenerated ? "; generated sources, which are not here, may" : "") +
      (beyond === undefined ? "" : `; ${place(beyond)} does, and has it from here`),
    file,
    line,
    column,
    subject,
    project: owner.id,
    evidence: [],
    fix: { message, file },
    proposals: [{ message, file, changes: [{ kind: "remove", requirement }, ...additions(requirement, beyond)] }],
  };
}

/** Who has it from here asks for it itself. */
function additions(requirement: Requirement, beyond: Project | undefined): readonly Change[] {
  if (beyond === undefined) return [];
  const { id, manifest } = beyond;
  // It is used there: that is known already, and the uses are not read again for a trial.
  const moved: Requirement = { ...requirement, observable: false, file: manifest, line: 1, column: 1 };
  return [{ kind: "add", project: id, requirement: moved }];
}

function place(project: Project | undefined): string {
  return project === undefined || project.directory === "" ? "this project" : project.directory;
}
