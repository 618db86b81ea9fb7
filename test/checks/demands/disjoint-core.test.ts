import fc from "fast-check";
import { expect, test } from "vitest";
import { areApart, type Demand, disjointCore } from "../../../src/checks/demands/disjoint-core.ts";
import { numbers } from "../drawn-braid.ts";

const scheme = numbers();

interface Asked extends Demand {
  readonly range: string;
}

/** Ranges of few small numbers, with gaps, some under one of two conditions or for one of two environments. */
const asked: fc.Arbitrary<Asked> = fc
  .record({
    numbers: fc.uniqueArray(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 4 }),
    marker: fc.constantFrom(undefined, undefined, undefined, "old", "new"),
    environment: fc.constantFrom(undefined, undefined, undefined, "py37"),
  })
  .map(({ numbers: allowed, marker, environment }) => {
    const range = allowed.toSorted().join(",");
    const versions = scheme.range(range);
    if (versions === undefined) throw new Error(`no range: ${range}`);
    return { range, versions, marker, environment };
  });

function isMet(demands: readonly Asked[]): boolean {
  return [1, 2, 3, 4, 5].some((version) => demands.every(({ versions }) => versions.contains(version)));
}

const several = fc.array(asked, { maxLength: 8 });

test("no version meets a core, and without any one of it some version does", () => {
  let found = 0;
  fc.assert(
    fc.property(several, (demands) => {
      const core = disjointCore(demands, scheme);
      if (core === undefined) return;
      found++;
      expect(isMet(core)).toBe(false);
      for (const spared of core) expect(isMet(core.filter((each) => each !== spared))).toBe(true);
      for (const [at, a] of core.entries()) {
        for (const b of core.slice(at + 1)) expect(areApart(a, b, scheme)).toBe(false);
      }
    }),
  );
  expect(found).toBeGreaterThan(10);
});

test("where all can be together, there is a core exactly where no version meets all", () => {
  const together = several.map((demands) => demands.map(({ range, versions }): Asked => ({ range, versions })));
  fc.assert(
    fc.property(together, (demands) => {
      expect(disjointCore(demands, scheme) === undefined).toBe(demands.length === 0 || isMet(demands));
    }),
  );
});
