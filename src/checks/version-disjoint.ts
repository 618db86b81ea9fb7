import { explainedBy, mostCauses } from "../model/cause.ts";
import type { Finding, Severity } from "../model/conflict.ts";
import { purlName } from "../model/purl.ts";
import type { RequirementScope } from "../model/requirement.ts";
import type { VersionScheme } from "../model/version-scheme.ts";
import type { Check } from "./check.ts";
import { requirementCause } from "./demands/demand-cause.ts";
import { inPathOrder, newestFirst } from "./demands/demand-order.ts";
import { type PackageDemand, type PackageDemands, packageDemands } from "./demands/demands.ts";
import { disjointCore } from "./demands/disjoint-core.ts";
import { rangeChart } from "./demands/range-chart.ts";
import { waysOut } from "./demands/ways-out.ts";
import { inFixtureTree, tempered } from "./findings/tempered.ts";

export const versionDisjoint: Check = {
  code: "version/disjoint",
  severity: "error",
  summary: "No version of a package meets everything that is asked of it.",
  *run(braid) {
    for (const demands of packageDemands(braid)) {
      const clashing = new Set<string>();
      for (const [scope, inScope] of demands.scopes) {
        const finding = clashWithin(demands, inScope);
        if (finding === undefined) continue;
        clashing.add(scope);
        yield finding;
      }
      const finding = clashAcross(demands, clashing);
      if (finding !== undefined) yield finding;
    }
  },
  retry: ({ asking }) => versionDisjoint.run(asking),
  isGuard: true,
};

/** Within one installation: in one project first, then between projects that share it. */
function clashWithin(demands: PackageDemands, inScope: readonly PackageDemand[]): Finding | undefined {
  const { scheme } = demands;
  const byProject = new Map<string, PackageDemand[]>();
  for (const demand of inScope) {
    const own = byProject.get(demand.project.id);
    if (own === undefined) byProject.set(demand.project.id, [demand]);
    else own.push(demand);
  }
  for (const own of byProject.values()) {
    const core = worstCore(own, scheme);
    if (core !== undefined) return describe(demands, core, inScope, { severity: severityOf(core), where: "" });
  }
  const core = byProject.size > 1 ? worstCore(oneOfEachKind(inScope), scheme) : undefined;
  if (core === undefined) return undefined;
  const severity = scheme.sideBySide ? "warning" : severityOf(core);
  return describe(demands, core, inScope, { severity, where: "; these projects are installed together" });
}

/** What an environment provides is as many versions as there are environments; tests and builds never meet. */
const staysApart: ReadonlySet<RequirementScope> = new Set(["constraint", "provided", "test", "build"]);

/** Between installations, each of which holds together: nothing breaks yet, but they cannot be put together. */
function clashAcross(demands: PackageDemands, clashing: ReadonlySet<string>): Finding | undefined {
  const rest = [...demands.scopes].flatMap(([scope, own]) => (clashing.has(scope) ? [] : own));
  const serious = rest.filter(({ requirement: { scope, file } }) => !staysApart.has(scope) && !inFixtureTree(file));
  const core = disjointCore(oneOfEachKind(inPathOrder(serious)), demands.scheme);
  // A clash within one scope was found before, or its conditions keep it apart.
  if (core === undefined || new Set(core.map(({ project }) => project.installScope)).size < 2) return undefined;
  return describe(demands, core, serious, { severity: "warning", where: "; they are installed apart" });
}

/** A clash of what is surely installed together, else any. */
function worstCore(demands: readonly PackageDemand[], scheme: VersionScheme): readonly PackageDemand[] | undefined {
  const ordered = inPathOrder(demands);
  const ungrouped = ordered.filter(({ requirement }) => requirement.group === undefined);
  return disjointCore(ungrouped, scheme) ?? disjointCore(ordered, scheme);
}

/** Two groups (extras, dependency groups, profiles) need never be installed at once; a group and what has none are. */
function severityOf(core: readonly PackageDemand[]): Severity {
  const groups = new Set(core.flatMap(({ requirement }) => requirement.group ?? []));
  return groups.size > 1 ? "warning" : "error";
}

/** The first of those that ask alike: thousands of projects ask for few different ranges. */
function oneOfEachKind(demands: readonly PackageDemand[]): readonly PackageDemand[] {
  const kinds = new Map<string, PackageDemand>();
  for (const demand of inPathOrder(demands)) {
    const { range, group, marker, environment } = demand.requirement;
    const key = JSON.stringify([range, group, marker, environment]);
    if (!kinds.has(key)) kinds.set(key, demand);
  }
  return [...kinds.values()];
}

function describe(
  { package: subject, scheme }: PackageDemands,
  core: readonly PackageDemand[],
  all: readonly PackageDemand[],
  { severity, where }: { readonly severity: Severity; readonly where: string },
): Finding {
  const ordered = inPathOrder(core);
  const [first] = ordered;
  const requirement = first?.requirement;
  const name = purlName(subject);
  const ranges = ordered.map((demand) => demand.requirement.range);
  const rest = all.filter((demand) => !core.includes(demand));
  const room = Math.max(0, mostCauses - ordered.length);
  const more = rest.length - room;
  const newest = newestFirst(core, scheme)[0]?.requirement;
  const change = ordered.find((demand) => demand.requirement !== newest)?.requirement;
  const causes = [
    ...ordered.map((demand) => requirementCause(demand.requirement)),
    ...rest.slice(0, room).map((demand) => requirementCause(demand.requirement, "also asks for")),
  ];
  const chart = rangeChart(ordered, scheme);
  return {
    severity: tempered(severity, requirement?.file ?? "", "declared"),
    message:
      `no version of ${name} is ${ranges.length === 2 ? "both " : "at once "}${ranges.join(" and ")}${where}` +
      (more > 0 ? ` (${more} more requirements on it are not listed)` : ""),
    file: requirement?.file ?? "",
    line: requirement?.line ?? 0,
    column: requirement?.column ?? 0,
    subject,
    ...(first === undefined ? {} : { project: first.project.id }),
    ...explainedBy(causes),
    ...(chart === undefined ? {} : { chart }),
    ...(newest === undefined || change === undefined
      ? {}
      : { fix: { message: `let ${change.file}:${change.line} allow ${newest.range} too`, file: change.file } }),
    proposals: waysOut(core, all, scheme),
  };
}
