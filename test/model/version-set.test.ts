import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Interval, VersionSet } from "../../src/model/version-set.ts";

const order = (a: number, b: number): number => a - b;
const of = (...intervals: Interval<number>[]): VersionSet<number> => VersionSet.of(order, intervals);
const from = (version: number, inclusive = true): Interval<number> => ({ lower: { version, inclusive } });
const below = (version: number, inclusive = false): Interval<number> => ({ upper: { version, inclusive } });
const between = (a: number, b: number): Interval<number> => ({ ...from(a), ...below(b) });
const print = (set: VersionSet<number>): string => set.print("shop", String);

describe("printing", () => {
  const table: [string, VersionSet<number>, string][] = [
    ["everything", VersionSet.all(order), "vers:shop/*"],
    ["nothing", VersionSet.none(order), "vers:shop/"],
    ["one version", of({ ...from(3), ...below(3, true) }), "vers:shop/3"],
    ["a span", of(between(1, 2)), "vers:shop/>=1|<2"],
    ["spans that touch become one", of(between(2, 3), between(1, 2)), "vers:shop/>=1|<3"],
    ["spans with a hole stay two", of(below(2), from(2, false)), "vers:shop/<2|>2"],
    ["an empty span is dropped", of(between(4, 4), from(5)), "vers:shop/>=5"],
    ["all but one", of({ ...from(3), ...below(3, true) }).complement(), "vers:shop/<3|>3"],
  ];
  test.each(table)("%s", (_, set, expected) => {
    expect(print(set)).toBe(expected);
  });
});

const bound = fc.record({ version: fc.nat(6), inclusive: fc.boolean() });
const interval = fc.record({ lower: bound, upper: bound }, { requiredKeys: [] });
const set = fc.array(interval, { maxLength: 4 }).map((intervals) => of(...intervals));
/** Whole and half versions: every open and closed end is told apart. */
const versions = Array.from({ length: 16 }, (_, at) => at / 2 - 0.5);
const members = (of: VersionSet<number>): number[] => versions.filter((version) => of.contains(version));

describe("the algebra's laws", () => {
  test("membership follows each operation", () => {
    fc.assert(
      fc.property(set, set, (a, b) => {
        expect(members(a.intersect(b))).toEqual(versions.filter((v) => a.contains(v) && b.contains(v)));
        expect(members(a.union(b))).toEqual(versions.filter((v) => a.contains(v) || b.contains(v)));
        expect(members(a.complement())).toEqual(versions.filter((v) => !a.contains(v)));
      }),
    );
  });

  test("equal sets are identical: De Morgan, double complement, idempotence, absorption", () => {
    fc.assert(
      fc.property(set, set, (a, b) => {
        expect(a.union(b).complement().intervals).toEqual(a.complement().intersect(b.complement()).intervals);
        expect(a.complement().complement().intervals).toEqual(a.intervals);
        expect(a.intersect(a).intervals).toEqual(a.intervals);
        expect(a.union(a.intersect(b)).intervals).toEqual(a.intervals);
        expect(a.equals(b)).toBe(print(a) === print(b));
      }),
    );
  });

  test("a subset adds nothing", () => {
    fc.assert(
      fc.property(set, set, (a, b) => {
        expect(a.intersect(b).isSubsetOf(a)).toBe(true);
        expect(a.isSubsetOf(b)).toBe(a.union(b).equals(b));
        expect(a.intersect(a.complement()).isEmpty()).toBe(true);
      }),
    );
  });
});
