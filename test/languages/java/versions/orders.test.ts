import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  compareComparableVersions,
  parseComparableVersion,
} from "../../../../src/languages/java/versions/comparable.ts";
import { compareGenericVersions, parseGenericVersion } from "../../../../src/languages/java/versions/generic.ts";

type Row = readonly [string, "<" | "=" | ">", string];

function rows(name: string): readonly Row[] {
  return JSON.parse(readFileSync(new URL(`../../../vectors/${name}.json`, import.meta.url), "utf8")).rows;
}

const signs = { "<": -1, "=": 0, ">": 1 };

function checkAll(table: readonly Row[], compare: (a: string, b: string) => number): readonly string[] {
  return table.flatMap(([a, relation, b]) => [
    ...(Math.sign(compare(a, b)) === signs[relation] ? [] : [`${a} ${relation} ${b}`]),
    ...(Math.sign(compare(b, a)) + 0 === -signs[relation] + 0 ? [] : [`mirrored: ${a} ${relation} ${b}`]),
  ]);
}

describe("Maven's two orders agree with Maven's own tables", () => {
  it("GenericVersion", () => {
    const table = rows("maven-generic");
    expect(table.length).toBeGreaterThan(200);
    const compare = (a: string, b: string): number =>
      compareGenericVersions(parseGenericVersion(a), parseGenericVersion(b));
    expect(checkAll(table, compare)).toEqual([]);
  });

  it("ComparableVersion", () => {
    const table = rows("maven-comparable");
    expect(table.length).toBeGreaterThan(200);
    const compare = (a: string, b: string): number =>
      compareComparableVersions(parseComparableVersion(a), parseComparableVersion(b));
    expect(checkAll(table, compare)).toEqual([]);
  });

  it("ComparableVersion, where random versions once differed from Maven 4's", () => {
    const table: readonly Row[] = [
      ["0-0", "<", "a.10"],
      ["a", ">", "final.a.0"],
      ["a1-10", "<", "00.rc-1b.release"],
      ["sp_2", "<", "00snapshot-00_final.ga"],
      ["sp", ">", "final.final.m.a.0"],
    ];
    const compare = (a: string, b: string): number =>
      compareComparableVersions(parseComparableVersion(a), parseComparableVersion(b));
    expect(checkAll(table, compare)).toEqual([]);
  });

  it("reads ten thousand parts without recursion", () => {
    const long = "1-".repeat(10_000);
    expect(
      compareComparableVersions(parseComparableVersion(`${long}1`), parseComparableVersion(`${long}2`)),
    ).toBeLessThan(0);
    expect(compareGenericVersions(parseGenericVersion(`${long}1`), parseGenericVersion(`${long}2`))).toBeLessThan(0);
  });
});
