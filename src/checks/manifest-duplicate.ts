import type { Braid } from "../model/analysis.ts";
import type { Finding } from "../model/conflict.ts";
import type { Location } from "../model/location.ts";
import type { Project } from "../model/project.ts";
import { purlName } from "../model/purl.ts";
import type { Requirement, RequirementScope } from "../model/requirement.ts";
import type { VersionScheme } from "../model/version-scheme.ts";
import type { Check } from "./check.ts";
import { withoutPins } from "./demands/demanding.ts";
import { faultsOf, manifestSeverity } from "./findings/faults.ts";

export const manifestDuplicate: Check = {
  code: "manifest/duplicate",
  severity: "warning",
  summary: "One manifest asks for one package twice, for the same purpose.",
  *run(braid) {
    const said = new Set<string>();
    for (const finding of faultsOf(braid, "duplicate")) {
      said.add(placeOf(finding));
      yield finding;
    }
    yield* twice(braid, said);
  },
};

function* twice({ projects, schemes }: Braid, said: Set<string>): Iterable<Finding> {
  for (const project of projects) {
    const first = new Map<string, Requirement>();
    for (const requirement of withoutPins(project)) {
      if (!isJudged(requirement)) continue;
      const key = keyOf(requirement);
      const earlier = first.get(key);
      if (earlier === undefined) first.set(key, requirement);
      // Two ranges that no version meets are told by version/disjoint.
      else if (areDisjoint(earlier, requirement, schemes.asked(project, requirement.package))) continue;
      else if (placeOf(earlier) !== placeOf(requirement) && !said.has(placeOf(requirement))) {
        said.add(placeOf(requirement));
        yield describe(project, earlier, requirement);
      }
    }
  }
}

/** Versions are bound without asking for anything, and what builds a project may run in it more than once. */
const elsewhere: ReadonlySet<RequirementScope> = new Set(["managed", "constraint", "build"]);

/** Of what comes by path or from a source of its own one may stand in for the other. */
function isJudged({ scope, path, origin }: Requirement): boolean {
  return !elsewhere.has(scope) && path === undefined && origin === undefined;
}

function areDisjoint(a: Requirement, b: Requirement, scheme: VersionScheme | undefined): boolean {
  const [left, right] = [scheme?.range(a.range), scheme?.range(b.range)];
  return left !== undefined && right !== undefined && left.intersect(right).isEmpty();
}

/** All that two requirements can differ in, and still be two. */
function keyOf(requirement: Requirement): string {
  const { package: name, scope, group, environment, marker, file, alias, classifier, type, extras } = requirement;
  return JSON.stringify([name, scope, group, environment, marker, file, alias, classifier, type, extras]);
}

function placeOf({ file, line, column }: Location): string {
  return `${file}:${line}:${column}`;
}

function describe(project: Project, earlier: Requirement, { package: subject, ...later }: Requirement): Finding {
  const { file, line, column, range } = later;
  const name = purlName(subject);
  const ranges = earlier.range === range ? "" : `, as ${earlier.range} and as ${range}`;
  return {
    severity: manifestSeverity("warning", file),
    message: `${name} is asked for twice, here and in line ${earlier.line}${ranges}`,
    file,
    line,
    column,
    subject,
    project: project.id,
    evidence: [
      { file: earlier.file, line: earlier.line, column: earlier.column, message: `asks for ${earlier.range}` },
    ],
    fix: { message: `remove one of the two, at line ${earlier.line} or ${line}`, file },
  };
}
