import { readFileSync } from "node:fs";
import fc from "fast-check";
import semver from "semver";
import { describe, expect, test } from "vitest";
import { npmVersions } from "../../../src/languages/javascript/versions.ts";

describe("ranges as sets", () => {
  test.each([
    ["*", "vers:npm/>=0.0.0"],
    ["", "vers:npm/>=0.0.0"],
    ["x", "vers:npm/>=0.0.0"],
    ["1.2.3", "vers:npm/1.2.3"],
    ["=v1.2.3", "vers:npm/1.2.3"],
    ["^1.2.3", "vers:npm/>=1.2.3|<2.0.0"],
    ["^0.2.3", "vers:npm/>=0.2.3|<0.3.0"],
    ["~1.2", "vers:npm/>=1.2.0|<1.3.0"],
    ["1.x", "vers:npm/>=1.0.0|<2.0.0"],
    ["1.2.3 - 2.3", "vers:npm/>=1.2.3|<2.4.0"],
    ["^1.0.0 || ^3.0.0", "vers:npm/>=1.0.0|<2.0.0|>=3.0.0|<4.0.0"],
    ["^1.0.0 || ^2.0.0", "vers:npm/>=1.0.0|<3.0.0"],
    [">=34.0.0 <35", "vers:npm/>=34.0.0|<35.0.0"],
    // Prereleases of 1.2.3 alone, then the releases.
    ["^1.2.3-beta.2", "vers:npm/>=1.2.3-beta.2|<1.2.4-0|>=1.2.3|<2.0.0"],
    ["<0.0.0", "vers:npm/"],
    ["npm:lodash@^4.17.0", "vers:npm/>=4.17.0|<5.0.0"],
    ["npm:@shop/till@~1.0.0", "vers:npm/>=1.0.0|<1.1.0"],
    ["npm:lodash", "vers:npm/>=0.0.0"],
    ["workspace:*", "vers:npm/>=0.0.0"],
    ["workspace:^", "vers:npm/>=0.0.0"],
    ["workspace:^1.5.0", "vers:npm/>=1.5.0|<2.0.0"],
    ["workspace:@shop/till@^1.5.0", "vers:npm/>=1.5.0|<2.0.0"],
  ])("%s is %s", (range, printed) => {
    expect(npmVersions.range(range)?.print("npm", npmVersions.print)).toBe(printed);
  });

  test.each([
    "latest",
    "next",
    "file:../till",
    "link:../till",
    "workspace:../till",
    "github:shop/till#v1",
    "shop/till",
    "git+ssh://git@example.invalid/shop/till.git#semver:^1",
    "https://example.invalid/till.tgz",
    "not a version",
    "9".repeat(5000),
  ])("%s is no range", (range) => {
    expect(npmVersions.range(range)).toBeUndefined();
  });
});

interface Vectors {
  readonly contains: readonly (readonly [range: string, version: string, fits: boolean])[];
  readonly intersect: readonly (readonly [string, string, boolean])[];
  readonly greater: readonly (readonly [string, string])[];
  readonly equal: readonly (readonly [string, string])[];
  readonly versions: readonly string[];
  readonly no_versions: readonly string[];
  readonly ranges: readonly string[];
  readonly no_ranges: readonly string[];
}

describe("the tables of node-semver", () => {
  const vectors: Vectors = JSON.parse(readFileSync(new URL("../../vectors/npm.json", import.meta.url), "utf8"));
  const version = (text: string): semver.SemVer => {
    const parsed = npmVersions.parse(text);
    if (!(parsed instanceof semver.SemVer)) throw new Error(`no version: ${text}`);
    return parsed;
  };

  test.each(vectors.contains)("%s holds %s: %s", (range, text, fits) => {
    const parsed = npmVersions.parse(text);
    expect(parsed instanceof semver.SemVer && npmVersions.range(range)?.contains(parsed) === true).toBe(fits);
  });

  test.each(vectors.intersect)("%s and %s have a version in common: %s", (one, other, common) => {
    const [first, second] = [npmVersions.range(one), npmVersions.range(other)];
    expect(first !== undefined && second !== undefined && !first.intersect(second).isEmpty()).toBe(common);
  });

  test.each(vectors.greater)("%s is higher than %s", (high, low) => {
    expect(npmVersions.compare(version(high), version(low))).toBe(1);
    expect(npmVersions.compare(version(low), version(high))).toBe(-1);
  });

  test.each(vectors.equal)("%s is %s", (one, other) => {
    expect(npmVersions.compare(version(one), version(other))).toBe(0);
  });

  test("versions and ranges, and what is none", () => {
    expect(vectors.versions.filter((text) => npmVersions.parse(text) === undefined)).toEqual([]);
    expect(vectors.no_versions.filter((text) => npmVersions.parse(text) !== undefined)).toEqual([]);
    expect(vectors.ranges.filter((text) => npmVersions.range(text) === undefined)).toEqual([]);
    expect(vectors.no_ranges.filter((text) => npmVersions.range(text) !== undefined)).toEqual([]);
  });
});

const versionText = fc
  .tuple(fc.nat(3), fc.nat(3), fc.nat(3), fc.constantFrom("", "", "", "-alpha", "-beta", "-beta.1", "-0", "-rc.2"))
  .map(([major, minor, patch, pre]) => `${major}.${minor}.${patch}${pre}`);
const simpleRange = (version: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.oneof(
    version,
    fc.tuple(fc.constantFrom("^", "~", ">", ">=", "<", "<="), version).map(([operator, text]) => operator + text),
    fc.tuple(version, version).map(([low, high]) => `>${low} <=${high}`),
    fc.tuple(version, version).map(([low, high]) => `${low} - ${high}`),
    fc.constantFrom("*", "1.x", "2.1.x"),
  );
const rangeText = (version: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.array(simpleRange(version), { minLength: 1, maxLength: 3 }).map((parts) => parts.join(" || "));
const releaseText = fc.tuple(fc.nat(3), fc.nat(3), fc.nat(3)).map((parts) => parts.join("."));

describe("agreement with npm", () => {
  test("a set contains what satisfies its range, prereleases included", () => {
    fc.assert(
      fc.property(rangeText(versionText), versionText, (range, text) => {
        const version = npmVersions.parse(text);
        const set = npmVersions.range(range);
        expect(version !== undefined && set?.contains(version)).toBe(semver.satisfies(text, range));
      }),
      { numRuns: 5000 },
    );
  });

  // With prereleases `intersects` goes by bounds alone: it says that `*` and `>=1.0.0-beta` and `<1.0.0` have something in
  // common that neither is satisfied by. `<0.0.0` it takes for a range with something in it.
  test("sets meet where npm says that ranges without prereleases intersect", () => {
    fc.assert(
      fc.property(rangeText(releaseText), rangeText(releaseText), (a, b) => {
        fc.pre(!a.includes("<0.0.0") && !b.includes("<0.0.0"));
        const [left, right] = [npmVersions.range(a), npmVersions.range(b)];
        if (left === undefined || right === undefined) throw new Error("both are ranges");
        expect(!left.intersect(right).isEmpty()).toBe(semver.intersects(a, b));
      }),
      { numRuns: 5000 },
    );
  });

  test("a version that satisfies both ranges lies in what they have in common", () => {
    fc.assert(
      fc.property(rangeText(versionText), rangeText(versionText), versionText, (a, b, text) => {
        const [left, right, version] = [npmVersions.range(a), npmVersions.range(b), npmVersions.parse(text)];
        if (left === undefined || right === undefined || version === undefined) throw new Error("all can be read");
        const both = semver.satisfies(text, a) && semver.satisfies(text, b);
        expect(left.intersect(right).contains(version)).toBe(both);
      }),
      { numRuns: 3000 },
    );
  });
});

test.each([
  ["1.2.3", "1.2.3"],
  ["v1.2.3", "1.2.3"],
  ["1.2.3-beta.1", "1.2.3-beta.1"],
  ["1.2", undefined],
  ["newest", undefined],
])("the version %s reads as %s", (text, printed) => {
  const version = npmVersions.parse(text);
  expect(version === undefined ? undefined : npmVersions.print(version)).toBe(printed);
});
