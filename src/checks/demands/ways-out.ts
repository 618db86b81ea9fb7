import type { Proposal } from "../../model/conflict.ts";
import type { VersionScheme } from "../../model/version-scheme.ts";
import type { PackageDemand } from "./demands.ts";
import { inPathOrder, newestFirst } from "./demand-order.ts";
import { orRelocked } from "../proof/relocked.ts";
import { areApart } from "./disjoint-core.ts";

/** Places that a person still changes by hand. */
const mostChanges = 5;
/** Ranges that are tried. */
const mostWays = 6;

/** Ways to let everybody meet: all that clash with one of the ranges ask by it, too. The newest range first. */
export function waysOut(
  core: readonly PackageDemand[],
  all: readonly PackageDemand[],
  scheme: VersionScheme,
): readonly Proposal[] {
  const candidates = new Map<string, PackageDemand>();
  for (const demand of [...newestFirst(core, scheme), ...newestFirst(all, scheme)]) {
    if (candidates.size === mostWays) break;
    if (!candidates.has(demand.requirement.range)) candidates.set(demand.requirement.range, demand);
  }
  const models = [...candidates.values()];
  return [
    ...models.flatMap((model) => wayTo(model, clashingWith(model, all, scheme))),
    // Ranges with gaps may meet in pairs and clash all the same: then one of them gives way.
    ...models.slice(0, core.length > 2 ? mostWays : 0).flatMap((model) => {
      const other = core.find((demand) => demand.requirement.range !== model.requirement.range);
      return other === undefined ? [] : wayTo(model, [other]);
    }),
  ];
}

function clashingWith(
  model: PackageDemand,
  all: readonly PackageDemand[],
  scheme: VersionScheme,
): readonly PackageDemand[] {
  return all.filter(
    (demand) => demand.versions.intersect(model.versions).isEmpty() && !areApart(demand, model, scheme),
  );
}

function wayTo(model: PackageDemand, clashing: readonly PackageDemand[]): readonly Proposal[] {
  const [first, ...others] = inPathOrder(clashing).map(({ requirement }) => requirement);
  if (first === undefined || others.length >= mostChanges) return [];
  const { range, file, line } = model.requirement;
  const places = [first, ...others].map((each) => `${each.file}:${each.line}`);
  const last = places.pop() ?? "";
  const who = places.length === 0 ? last : `${places.join(", ")} and ${last}`;
  const projects = clashing.map(({ project }) => project);
  return orRelocked(
    {
      message: `let ${who} ask for ${range}, as ${file}:${line} does`,
      file: first.file,
      changes: [first, ...others].map((requirement) => ({ kind: "range", requirement, range })),
    },
    projects,
  );
}
