import { explainedBy, mostCauses } from "../model/cause.ts";
import type { Change } from "../model/change.ts";
import type { Finding } from "../model/conflict.ts";
import { type Purl, purlName } from "../model/purl.ts";
import type { RequirementScope } from "../model/requirement.ts";
import type { Check } from "./check.ts";
import { type AskedVersion, buildDemands } from "./demands/build-demands.ts";
import { requirementCause } from "./demands/demand-cause.ts";
import { type PackageDemand, type PackageDemands, packageDemands } from "./demands/demands.ts";
import { orRelocked } from "./proof/relocked.ts";
import { inFixtureTree } from "./findings/tempered.ts";

export const versionMismatch: Check = {
  code: "version/mismatch",
  severity: "info",
  summary: "Projects that are installed together, or built in one go, ask for one package by different ranges.",
  *run(braid) {
    for (const demands of packageDemands(braid)) {
      for (const inScope of demands.scopes.values()) {
        const finding = mismatch(demands, inScope);
        if (finding !== undefined) yield finding;
      }
    }
    for (const { package: name, versions } of buildDemands(braid)) {
      if (new Set(versions.flatMap(({ demands }) => demands.map(({ project }) => project.id))).size < 2) continue;
      yield describe(name, versions, "projects of one build");
    }
  },
  retry: ({ asking }) => versionMismatch.run(asking),
};

/** A peer takes what its host has, and is best asked for widely; the others ask for nothing. */
const elsewhere: ReadonlySet<RequirementScope> = new Set(["peer", "provided", "managed", "constraint"]);

interface Kind {
  readonly range: string;
  readonly versions: PackageDemand["versions"];
  readonly demands: PackageDemand[];
}

function mismatch(all: PackageDemands, inScope: readonly PackageDemand[]): Finding | undefined {
  const demands = inScope.filter(
    ({ requirement }) =>
      !elsewhere.has(requirement.scope) && requirement.marker === undefined && !inFixtureTree(requirement.file),
  );
  if (new Set(demands.map(({ project }) => project.id)).size < 2) return undefined;
  const kinds = kindsOf(demands);
  const [first, ...others] = kinds;
  if (first === undefined || others.length === 0) return undefined;
  // What no version meets is told by version/disjoint.
  let shared = first.versions;
  for (const { versions } of others) shared = shared.intersect(versions);
  return shared.isEmpty() ? undefined : describe(all.package, kinds, "projects that are installed together");
}

/**
 * By what they mean, however it is written. First the one that all others allow: it decides what is installed. Where there is
 * none, the one that the fewest ask by.
 */
function kindsOf(demands: readonly PackageDemand[]): readonly Kind[] {
  const byText = new Map<string, Kind>();
  const kinds: Kind[] = [];
  for (const demand of demands) {
    const { range } = demand.requirement;
    const known = byText.get(range) ?? kinds.find(({ versions }) => versions.equals(demand.versions));
    const kind = known ?? { range, versions: demand.versions, demands: [] };
    if (known === undefined) kinds.push(kind);
    byText.set(range, kind);
    kind.demands.push(demand);
  }
  const isTightest = (kind: Kind): boolean => kinds.every(({ versions }) => kind.versions.isSubsetOf(versions));
  return kinds.toSorted((a, b) => Number(isTightest(b)) - Number(isTightest(a)) || a.demands.length - b.demands.length);
}

function describe(subject: Purl, kinds: readonly AskedVersion[], who: string): Finding {
  const [odd, ...rest] = kinds;
  const [first] = odd?.demands ?? [];
  const { file = "", line = 0, column = 0 } = first?.requirement ?? {};
  const name = purlName(subject);
  const shown = kinds.slice(0, mostCauses).map(({ range, demands }) => `${range} (${demands.length})`);
  const more = kinds.length > mostCauses ? `, and ${kinds.length - mostCauses} more` : "";
  // One of each kind first, then the others.
  const listed = [
    ...rest.flatMap(({ demands }) => demands[0] ?? []),
    ...kinds.flatMap(({ demands }) => demands.slice(1)),
  ].filter((demand) => demand !== first);
  return {
    severity: "info",
    message: `${who} ask for ${name} by ${kinds.length} ranges: ${shown.join(", ")}${more}`,
    file,
    line,
    column,
    subject,
    ...(first === undefined ? {} : { project: first.project.id }),
    ...explainedBy(listed.slice(0, mostCauses).map(({ requirement }) => requirementCause(requirement))),
    proposals: kinds.slice(0, mostCauses).flatMap((kind) =>
      orRelocked(
        {
          message: `ask for ${name} by ${kind.range} in all of them`,
          file,
          changes: changesTo(kind, kinds),
        },
        kinds.flatMap(({ demands }) => demands.map(({ project }) => project)),
      ),
    ),
    fix: { message: `ask for ${name} by one range in all of them, such as ${odd?.range ?? "*"}`, file },
  };
}

/** All others ask as one kind does. */
function changesTo(kind: AskedVersion, kinds: readonly AskedVersion[]): readonly Change[] {
  const { range } = kind;
  return kinds
    .filter((other) => other !== kind)
    .flatMap(({ demands }) => demands.map(({ requirement }) => ({ kind: "range", requirement, range })));
}
