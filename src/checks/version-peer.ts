import type { Braid } from "../model/analysis.ts";
import { explainedBy } from "../model/cause.ts";
import type { Finding } from "../model/conflict.ts";
import type { Project } from "../model/project.ts";
import { purlName } from "../model/purl.ts";
import type { LockedPeer, LockEntry, Requirement } from "../model/requirement.ts";
import type { VersionScheme } from "../model/version-scheme.ts";
import type { Check } from "./check.ts";
import { LockPaths } from "./locked/lock-paths.ts";
import { tempered } from "./findings/tempered.ts";

export const versionPeer: Check = {
  code: "version/peer",
  severity: "error",
  summary: "A locked package wants another one beside it, and what stands there is not what it wants.",
  *run(braid) {
    const said = new Set<string>();
    const direct = directRequirers(braid);
    const fits = new Fits();
    const paths = new LockPaths(braid);
    for (const project of braid.projects) {
      for (const entry of project.locks) {
        for (const peer of entry.peers ?? []) {
          const key = `${entry.file}:${entry.line} ${peer.package} ${peer.version ?? ""}`;
          if (said.has(key) || isMet(braid, project, peer, fits)) continue;
          said.add(key);
          yield describe(project, entry, peer, { direct: direct.get(keyOf(entry)), paths });
        }
      }
      for (const { answers, peers = new Map<Requirement, readonly LockedPeer[]>() } of project.lockfiles ?? []) {
        for (const [requirement, wanted] of peers) {
          const [entry] = answers.get(requirement) ?? [];
          for (const peer of wanted) {
            if (entry === undefined || isMet(braid, project, peer, fits)) continue;
            yield describe(project, entry, peer, { direct: { project, requirement, isStrict: false }, paths });
          }
        }
      }
    }
  },
};

interface Requirer {
  readonly project: Project;
  readonly requirement: Requirement;
  /** Whether the tool refuses to install it so. */
  readonly isStrict: boolean;
}

/** Who asks for a locked version itself, by the version's place. */
function directRequirers({ projects }: Braid): ReadonlyMap<string, Requirer> {
  const requirers = new Map<string, Requirer>();
  for (const project of projects) {
    for (const { answers, strictPeers } of project.lockfiles ?? []) {
      for (const [requirement, entries] of answers) {
        const isStrict = strictPeers === true;
        for (const entry of entries) requirers.set(keyOf(entry), { project, requirement, isStrict });
      }
    }
  }
  return requirers;
}

function keyOf({ file, line, column }: LockEntry): string {
  return `${file}:${line}:${column}`;
}

function isMet({ schemes }: Braid, project: Project, peer: LockedPeer, fits: Fits): boolean {
  const { package: name, range, version } = peer;
  if (version === undefined) return false;
  const scheme = schemes.asked(project, name);
  return scheme === undefined || fits.contains(scheme, range, version);
}

/** Whether versions are in ranges: thousands of plug-ins ask for the same few. */
class Fits {
  readonly #known = new Map<string, boolean>();

  /** What cannot be compared is taken to fit. */
  contains(scheme: VersionScheme, range: string, version: string): boolean {
    const key = `${scheme.name} ${version} ${range}`;
    let known = this.#known.get(key);
    if (known === undefined) {
      const versions = scheme.range(range);
      const got = scheme.parse(version);
      known = versions === undefined || got === undefined || versions.contains(got);
      this.#known.set(key, known);
    }
    return known;
  }
}

interface Reasons {
  readonly direct: Requirer | undefined;
  readonly paths: LockPaths;
}

function describe(project: Project, entry: LockEntry, peer: LockedPeer, { direct, paths }: Reasons): Finding {
  const { package: subject, range, version, optional } = peer;
  const [name, wanted] = [purlName(entry.package), purlName(subject)];
  const { file, line, column } = direct?.requirement ?? entry;
  const isError = direct?.isStrict === true && version !== undefined;
  const beside = project.locks.find((each) => each.package === subject && each.version === version);
  return {
    // What may be left out is not loaded by everybody.
    severity: tempered(optional ? "info" : isError ? "error" : "warning", file, "declared"),
    message:
      version === undefined
        ? `${name} ${entry.version} wants ${wanted} ${range} beside it, and ${entry.file} has none for it`
        : `${name} ${entry.version} wants ${wanted} ${range} beside it, and gets ${version}`,
    file,
    line,
    column,
    subject,
    project: direct?.project.id ?? project.id,
    ...explainedBy([paths.locked(entry), ...(beside === undefined ? [] : [paths.locked(beside)])]),
    fix:
      version === undefined
        ? { message: `add ${wanted} ${range} to the project that uses ${name}`, file }
        : { message: `take a version of ${name} that allows ${wanted} ${version}, or ${wanted} ${range}`, file },
  };
}
