import type { Braid } from "../model/analysis.ts";
import { explainedBy } from "../model/cause.ts";
import type { Finding, Severity } from "../model/conflict.ts";
import type { Project } from "../model/project.ts";
import { type Purl, purlName } from "../model/purl.ts";
import type { Requirement, RequirementScope } from "../model/requirement.ts";
import type { VersionScheme } from "../model/version-scheme.ts";
import type { Check } from "./check.ts";
import { orRelocked } from "./proof/relocked.ts";
import { Builds } from "./demands/builds.ts";
import { inFixtureTree, tempered } from "./findings/tempered.ts";

export const versionLocal: Check = {
  code: "version/local",
  severity: "error",
  summary: "A project asks for versions of another one of this repository that do not include the one that is here.",
  *run(braid) {
    const published = publishedProjects(braid);
    const seen = new Set<string>();
    const builds = new Builds(braid.projects);
    for (const project of braid.projects) {
      for (const requirement of project.requirements) {
        const all = published.get(requirement.package);
        if (all === undefined || !isJudged(requirement, project, all)) continue;
        const makers = all.filter((maker) => isMeant(requirement, project, maker));
        // What several projects inherit is one requirement.
        const { file, line, column } = requirement;
        const key = `${file}:${line}:${column} ${requirement.package}`;
        if (seen.has(key)) continue;
        const scheme = braid.schemes.asked(project, requirement.package);
        const isRecommended = (maker: Project): boolean => builds.areOne(project, maker);
        if (scheme === undefined || makers.some((each) => isMet(requirement, each, scheme, isRecommended))) continue;
        seen.add(key);
        const [maker] = makers;
        if (maker !== undefined) yield describe(requirement, project, maker, { makers, scheme });
      }
    }
  },
  retry: ({ asking }) => versionLocal.run(asking),
  isGuard: true,
};

/** Projects by what they publish. Those of fixtures stand for packages of other repositories. */
function publishedProjects({ projects }: Braid): ReadonlyMap<Purl, readonly Project[]> {
  const published = new Map<Purl, Project[]>();
  for (const project of projects) {
    if (project.package === undefined || inFixtureTree(project.manifest)) continue;
    const known = published.get(project.package);
    if (known === undefined) published.set(project.package, [project]);
    else known.push(project);
  }
  return published;
}

/** Nothing is asked for: somebody else does. And what builds a project is a release that was there before. */
const elsewhere: ReadonlySet<RequirementScope> = new Set(["managed", "constraint", "build"]);

/** A protocol (`workspace:`, `file:`) takes what is there. */
function isJudged({ range, scope, alias, marker }: Requirement, project: Project, makers: readonly Project[]): boolean {
  if (elsewhere.has(scope) || alias !== undefined || marker !== undefined) return false;
  return !range.includes(":") && !range.includes("${") && !makers.includes(project);
}

/** What is never published is meant by those alone who are installed with it and get it from no registry. */
function isMeant({ package: name }: Requirement, project: Project, maker: Project): boolean {
  if (maker.private === undefined) return true;
  return project.installScope === maker.installScope && !project.locks.some((entry) => entry.package === name);
}

/** True where it cannot be told: a version that is made when the project is built, a range that is none. */
function isMet(
  { range }: Requirement,
  maker: Project,
  scheme: VersionScheme,
  isRecommended: (maker: Project) => boolean,
): boolean {
  const version = maker.version === undefined ? undefined : scheme.parse(maker.version);
  const versions = scheme.range(range);
  if (version === undefined || versions === undefined || range === "*") return true;
  if (!versions.complement().isEmpty()) return versions.contains(version);
  // A plain version that only recommends (Maven's `1.0`): what is built with it is not taken for another version.
  if (!isRecommended(maker)) return true;
  const plain = /^\w[\w.+-]*$/.test(range) ? scheme.parse(range) : undefined;
  return plain === undefined || scheme.compare(plain, version) === 0;
}

/** Where examples and tests are: they often ask for a release on purpose. */
const trial = /(?:^|\/)(?:examples?|samples?|demos?|docs?|tests?|its?|e2e|benchmarks?|[\w-]*sample[\w-]*)\//i;

interface Made {
  /** All projects that are called so. */
  readonly makers: readonly Project[];
  readonly scheme: VersionScheme;
}

function describe(requirement: Requirement, project: Project, maker: Project, { makers, scheme }: Made): Finding {
  const { package: subject, range, file, line, column } = requirement;
  const apart = project.installScope !== maker.installScope && trial.test(file);
  const name = purlName(subject);
  const version = maker.version ?? "";
  const others = makers.length > 1 ? ` (${makers.length} projects are called so)` : "";
  const asking = scheme.asking(version);
  const orElse = "or say that another version is meant on purpose";
  return {
    severity: tempered(apart ? "info" : severityOf(requirement, project, maker), file, "declared"),
    message: `${name} ${range} is asked for, and the ${name} of this repository is ${version}${others}`,
    file,
    line,
    column,
    subject,
    project: project.id,
    ...explainedBy([
      ...(requirement.origin ?? []),
      { file: maker.manifest, line: 1, message: `is ${name} ${version}` },
    ]),
    fix: { message: `let ${file}:${line} allow ${version}, ${orElse}`, file },
    proposals: orRelocked(
      {
        message: `let ${file}:${line} ask for ${asking}`,
        file,
        changes: [{ kind: "range", requirement, range: asking }],
      },
      [project],
    ).map((proposal) => Object.assign({}, proposal, { message: `${proposal.message}, ${orElse}` })),
  };
}

/**
 * Installed together, the project that is here is not what is used. What a lockfile gives from a registry works all the
 * same, and so does what is installed elsewhere: an older version, published before.
 */
function severityOf({ package: subject }: Requirement, project: Project, maker: Project): Severity {
  if (project.installScope !== maker.installScope) return "warning";
  return project.locks.some((entry) => entry.package === subject) ? "warning" : "error";
}
