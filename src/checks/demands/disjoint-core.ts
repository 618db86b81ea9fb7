import type { VersionScheme } from "../../model/version-scheme.ts";
import type { VersionSet } from "../../model/version-set.ts";

/** A demand for versions of one package, under a condition. */
export interface Demand {
  readonly versions: VersionSet<unknown>;
  readonly marker?: string | undefined;
  /** What is installed into different environments never meets. */
  readonly environment?: string | undefined;
}

/**
 * A smallest set of demands that no version meets, all of which can hold together; undefined when there is none. Pairs
 * first: sets without gaps that meet in pairs meet in all (Helly's theorem on a line), so only ranges with gaps
 * (`^1 || ^3`) can need more. Then demands are added while their conditions can hold together until nothing is left, and
 * every one that can be spared is taken out again: what remains is minimal, though not always the smallest there is.
 */
export function disjointCore<D extends Demand>(demands: readonly D[], scheme: VersionScheme): readonly D[] | undefined {
  for (const [at, a] of demands.entries()) {
    for (const b of demands.slice(at + 1)) {
      if (a.versions.intersect(b.versions).isEmpty() && !areApart(a, b, scheme)) return [a, b];
    }
  }
  const together: D[] = [];
  for (const demand of demands) {
    if (together.some((other) => areApart(other, demand, scheme))) continue;
    together.push(demand);
    if (together.length > 2 && isUnmet(together)) return minimal(together);
  }
  return undefined;
}

/** Whether two demands never meet: they are for two environments, or under conditions that never hold together. */
export function areApart(a: Demand, b: Demand, scheme: VersionScheme): boolean {
  return a.environment !== b.environment || scheme.exclusive(a.marker, b.marker);
}

function isUnmet(demands: readonly Demand[]): boolean {
  let left: VersionSet<unknown> | undefined;
  for (const { versions } of demands) left = left === undefined ? versions : left.intersect(versions);
  return left?.isEmpty() ?? false;
}

function minimal<D extends Demand>(demands: readonly D[]): readonly D[] {
  let core = demands;
  for (const demand of demands) {
    const without = core.filter((other) => other !== demand);
    if (isUnmet(without)) core = without;
  }
  return core;
}
