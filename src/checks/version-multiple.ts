import { readKnowledge } from "../knowledge/index.ts";
import type { Braid } from "../model/analysis.ts";
import { byPath, type Cause, explainedBy, mostCauses } from "../model/cause.ts";
import type { Finding } from "../model/conflict.ts";
import type { Evidence } from "../model/location.ts";
import type { Project } from "../model/project.ts";
import { type Purl, purlName } from "../model/purl.ts";
import type { LockEntry, Requirement } from "../model/requirement.ts";
import type { VersionScheme } from "../model/version-scheme.ts";
import type { Check } from "./check.ts";
import { tempered } from "./findings/tempered.ts";
import { type Bringing, broughtAlong } from "./locked/brought-along.ts";
import { type LockContents, lockContents } from "./locked/lock-contents.ts";
import { LockPaths } from "./locked/lock-paths.ts";

export const versionMultiple: Check = {
  code: "version/multiple",
  severity: "info",
  summary: "One lockfile holds several versions of one package.",
  *run(braid) {
    const paths = new LockPaths(braid);
    for (const contents of lockContents(braid)) {
      for (const [name, versions] of contents.byPackage) {
        const scheme = braid.schemes.asked(contents.project, name);
        // Where versions do not live side by side, each is for another environment.
        if (versions.size < 2 || scheme === undefined || !scheme.sideBySide) continue;
        const doubled = singles().has(name) ? [...doubledIn(braid, contents, name)] : [];
        if (doubled.length === 0) yield several(contents, name, { scheme, paths });
        else yield* doubled;
      }
    }
  },
};

let known: ReadonlyMap<Purl, string> | undefined;

/** Packages of which a program must hold one, with the reason; read at the first question. */
function singles(): ReadonlyMap<Purl, string> {
  known ??= new Map(readSingles(readKnowledge("single-packages")).map((each) => [each.package, each.reason]));
  return known;
}

function readSingles(data: unknown): readonly { readonly package: string; readonly reason: string }[] {
  // The file is ours, and a test reads every entry of it.
  return (data as { readonly packages: readonly { readonly package: string; readonly reason: string }[] }).packages;
}

interface Reading {
  readonly scheme: VersionScheme;
  readonly paths: LockPaths;
}

function several({ file, project, byPackage }: LockContents, subject: Purl, { scheme, paths }: Reading): Finding {
  const entries = [...(byPackage.get(subject)?.values() ?? [])].flatMap(([entry]) => entry ?? []);
  const ordered = entries.toSorted((a, b) => compare(scheme, b, a));
  const [newest] = ordered;
  const versions = ordered.toReversed().map(({ version }) => version);
  const shown = versions.length > mostCauses ? [...versions.slice(0, mostCauses), "..."] : versions;
  return {
    severity: "info",
    message: `${file} holds ${entries.length} versions of ${purlName(subject)}: ${shown.join(", ")}`,
    file,
    line: newest?.line ?? 0,
    column: newest?.column ?? 0,
    subject,
    project: project.id,
    ...explainedBy(ordered.slice(0, mostCauses).map((entry) => paths.locked(entry))),
  };
}

function compare(scheme: VersionScheme, a: LockEntry, b: LockEntry): number {
  const [left, right] = [scheme.parse(a.version), scheme.parse(b.version)];
  return left === undefined || right === undefined ? 0 : scheme.compare(left, right);
}

/** Projects that ask for the package at run time, and for another one that brings a second version of it. */
function* doubledIn({ projects }: Braid, contents: LockContents, name: Purl): Iterable<Finding> {
  for (const project of projects) {
    const lock = project.lockfiles?.find(({ file }) => file === contents.file);
    if (lock === undefined) continue;
    const direct = [...lock.answers].filter(([{ scope }]) => scope === "runtime");
    const own = direct.find(([requirement]) => requirement.package === name);
    const version = own?.[1][0]?.version;
    if (own === undefined || version === undefined) continue;
    const entries = direct.flatMap(([, got]) => got).filter((entry) => entry.package !== name);
    for (const bringing of broughtAlong(contents, entries, name)) {
      if (bringing.version === version) continue;
      yield doubled(project, own[0], version, bringing);
      break;
    }
  }
}

function doubled(project: Project, requirement: Requirement, version: string, { path, ...other }: Bringing): Finding {
  const { package: subject, file, line, column } = requirement;
  const name = purlName(subject);
  const [first] = path;
  const bringer = path.map((entry) => `${purlName(entry.package)} ${entry.version}`).join(" -> ");
  return {
    severity: tempered("error", file, "declared"),
    message: `${name} ${version} is asked for, and ${bringer} brings ${name} ${other.version}: ${singles().get(subject) ?? ""}`,
    file,
    line,
    column,
    subject,
    project: project.id,
    ...explainedBy(brings(requirement, path, other.version)),
    fix: {
      message: `take a version of ${first === undefined ? name : purlName(first.package)} that has ${name} as a peer, or override its ${name}`,
      file,
    },
  };
}

/** From the requirement that brings the package along to the locked version that asks for it. */
function brings({ package: name }: Requirement, path: readonly LockEntry[], version: string): readonly Cause[] {
  const steps = path.map((entry, at): Evidence => {
    const next = path[at + 1];
    const { file, line, column } = entry;
    const asked = next === undefined ? `${purlName(name)} ${version}` : `${purlName(next.package)} ${next.version}`;
    return { file, line, column, message: `${purlName(entry.package)} ${entry.version} gets ${asked}` };
  });
  const end = steps.at(-1);
  return end === undefined ? [] : [byPath(end, steps.slice(0, -1))];
}
