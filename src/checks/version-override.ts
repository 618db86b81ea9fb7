import type { Braid } from "../model/analysis.ts";
import { byPath, type Cause, explainedBy, resting } from "../model/cause.ts";
import type { Finding } from "../model/conflict.ts";
import type { Evidence } from "../model/location.ts";
import type { Project } from "../model/project.ts";
import { purlName } from "../model/purl.ts";
import type { Requirement, RequirementScope } from "../model/requirement.ts";
import type { Check } from "./check.ts";
import { compareExact } from "./demands/exact-versions.ts";
import { fileKey, Management } from "./demands/management.ts";
import { type LostVersion, lostVersions } from "./demands/nearest-wins.ts";
import { manifestSeverity } from "./findings/faults.ts";

export const versionOverride: Check = {
  code: "version/override",
  severity: "warning",
  summary:
    "A project takes another version than the one that its parent manages for it, or that what it uses asks for.",
  run: (braid) => overrides(braid, braid.projects),
  retry: ({ braid, changed, package: name }) =>
    [...overrides(braid, changed)].filter(({ subject }) => subject === name),
};

/** @param among the projects of which is told */
function* overrides({ projects, schemes }: Braid, among: readonly Project[]): Iterable<Finding> {
  const management = new Management(projects);
  for (const project of among) {
    const scheme = schemes.of(project);
    // Where versions live side by side, or nothing is inherited, nobody is overruled.
    if (scheme === undefined || scheme.sideBySide || project.parent === undefined) continue;
    for (const requirement of project.requirements) {
      if (elsewhere.has(requirement.scope) || requirement.file !== project.manifest) continue;
      const manager = management.of(project).get(fileKey(requirement));
      // Of a range and a version one may be the other.
      if (manager === undefined || manager.file === requirement.file) continue;
      if ((compareExact(requirement.range, manager.range, scheme) ?? 0) !== 0)
        yield describe(project, requirement, manager);
    }
  }
  for (const lost of lostVersions(projects, schemes, among)) yield describeLost(lost);
}

/** What is managed itself, and what builds the project: plug-ins are managed apart. */
const elsewhere: ReadonlySet<RequirementScope> = new Set(["managed", "constraint", "build"]);

function describe(project: Project, requirement: Requirement, manager: Requirement): Finding {
  const { package: subject, range, file, line, column } = requirement;
  const place = `${manager.file}:${manager.line}`;
  return {
    severity: manifestSeverity("warning", file),
    message: `${purlName(subject)} is ${range} here, and ${manager.file} manages ${manager.range}`,
    file,
    line,
    column,
    subject,
    project: project.id,
    ...explainedBy([
      {
        file: manager.file,
        line: manager.line,
        column: manager.column,
        message: `manages ${manager.range}`,
        ...resting(manager.origin ?? []),
      },
    ]),
    fix: { message: `take ${manager.range} here too, or let ${place} manage ${range}`, file },
    proposals: [
      {
        message: `take ${manager.range} here too`,
        file,
        changes: [{ kind: "range", requirement, range: manager.range }],
      },
    ],
  };
}

/** The nearest of several versions is taken, and something that is further away asks for a higher one. */
function describeLost({ project, taken, lost }: LostVersion): Finding {
  const [here] = taken.path;
  const end = taken.path.at(-1) ?? here;
  const higher = lost.path.at(-1) ?? lost.path[0];
  const { package: subject } = end;
  const { file, line, column } = here;
  const name = purlName(subject);
  const [bringer = name, ...between] = lost.path
    .slice(0, -1)
    .map((step) => purlName(step.package))
    .toReversed();
  const way = between.length === 0 ? bringer : `${bringer}, which comes by ${between.toReversed().join(" and ")},`;
  return {
    severity: manifestSeverity("warning", file),
    message: `${project.manifest} gets ${name} ${end.range}, which is nearest, and ${way} asks for ${higher.range}`,
    file,
    line,
    column,
    subject,
    project: project.id,
    ...explainedBy([pathCause(taken.path), pathCause(lost.path)]),
    fix: {
      message: `ask for ${name} ${higher.range} in ${project.manifest}, or let a common parent manage it`,
      file: project.manifest,
    },
    proposals:
      taken.path.length === 1
        ? [
            {
              message: `let ${file}:${line} ask for ${higher.range}`,
              file,
              changes: [{ kind: "range", requirement: here, range: higher.range }],
            },
          ]
        : [],
  };
}

/** Each step of a way: who asks for what. */
function pathCause([first, ...others]: readonly [Requirement, ...Requirement[]]): Cause {
  const before: Evidence[] = [];
  let end = askedBy(first);
  for (const step of others) {
    before.push(end);
    end = askedBy(step);
  }
  return byPath(end, before);
}

function askedBy({ package: name, range, file, line, column }: Requirement): Evidence {
  return { file, line, column, message: `asks for ${purlName(name)}${range === "*" ? "" : ` ${range}`}` };
}
