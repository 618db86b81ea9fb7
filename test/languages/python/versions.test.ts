import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  containsVersion,
  isUnsatisfiable,
  parseSpecifier,
  parseSpecifiers,
  type Specifier,
  versionRange,
} from "../../../src/languages/python/versions/specifiers.ts";
import {
  compareVersions,
  parseVersion,
  printVersion,
  type PythonVersion,
} from "../../../src/languages/python/versions/version.ts";
import { pythonVersions } from "../../../src/languages/python/versions.ts";

interface Vectors {
  readonly valid_versions: readonly string[];
  readonly invalid_versions: readonly string[];
  readonly normalized: readonly (readonly [string, string])[];
  readonly order_true: readonly (readonly [string, string, string])[];
  readonly order_false: readonly (readonly [string, string, string])[];
  readonly invalid_specifiers: readonly string[];
  readonly contains: readonly (readonly [string, string, boolean])[];
  readonly contains_set: readonly (readonly (string | boolean | null)[])[];
  readonly disjoint: readonly (readonly [string, string, boolean])[];
  readonly subset: readonly (readonly [string, string, boolean])[];
  readonly superset: readonly (readonly [string, string, boolean])[];
  readonly unsatisfiable: readonly string[];
  readonly satisfiable: readonly string[];
  readonly post_boundary_unsatisfiable: readonly string[];
}

/** PEP 440 as the reference implementation's own tests have it; where the rows are from stands in the file. */
const vectors: Vectors = JSON.parse(readFileSync(new URL("../../vectors/pep440.json", import.meta.url), "utf8"));

function version(text: string): PythonVersion {
  const parsed = parseVersion(text);
  if (parsed === undefined) throw new Error(`no version: ${text}`);
  return parsed;
}

function specifiers(text: string): readonly Specifier[] {
  const parsed = parseSpecifiers(text);
  if (parsed === undefined) throw new Error(`no specifiers: ${text}`);
  return parsed;
}

function range(text: string): NonNullable<ReturnType<typeof versionRange>> {
  const set = versionRange(specifiers(text));
  if (set === undefined) throw new Error(`no range: ${text}`);
  return set;
}

const comparisons: Readonly<Record<string, (sign: number) => boolean>> = {
  "op:lt": (sign) => sign < 0,
  "op:le": (sign) => sign <= 0,
  "op:eq": (sign) => sign === 0,
  "op:ne": (sign) => sign !== 0,
  "op:ge": (sign) => sign >= 0,
  "op:gt": (sign) => sign > 0,
};

function holds([a, b, operator]: readonly [string, string, string]): boolean {
  const comparison = comparisons[operator];
  if (comparison === undefined) throw new Error(`unknown operator ${operator}`);
  return comparison(compareVersions(version(a), version(b)));
}

describe("versions by the vectors of PEP 440", () => {
  it.each(vectors.valid_versions)("reads %s", (text) => {
    expect(parseVersion(text)).toBeDefined();
  });

  it.each(vectors.invalid_versions)("refuses %j", (text) => {
    expect(parseVersion(text)).toBeUndefined();
  });

  it.each(vectors.normalized)("normalises %s to %s", (text, normal) => {
    expect(printVersion(version(text))).toBe(normal);
  });

  it(`orders ${vectors.order_true.length + vectors.order_false.length} pairs`, () => {
    expect(vectors.order_true.filter((row) => !holds(row))).toEqual([]);
    expect(vectors.order_false.filter(holds)).toEqual([]);
    expect(vectors.order_true.length).toBeGreaterThan(700);
  });
});

describe("specifiers by the vectors of PEP 440", () => {
  it.each(vectors.invalid_specifiers)("refuses %j", (text) => {
    expect(parseSpecifier(text)).toBeUndefined();
  });

  it.each(vectors.contains)("%s in %s: %s", (candidate, text, expected) => {
    expect(containsVersion(specifiers(text), candidate)).toBe(expected);
    expect(range(text).contains(version(candidate))).toBe(expected);
  });

  it.each(vectors.contains_set.map((row) => [JSON.stringify(row), row] as const))("%s", (_, row) => {
    // Three shapes stand in the table: [set, pre-releases, version, expected], [set, version, expected], [version, set, expected].
    const expected = row.at(-1);
    const texts = row.slice(0, -1).filter((cell): cell is string => typeof cell === "string");
    const text = texts.find((cell) => /^[<>=!~]/.test(cell)) ?? "";
    const candidate = texts.find((cell) => cell !== text) ?? "";
    const policy = row.length === 4 && row[1] === false ? "deny" : "allow";
    expect(containsVersion(specifiers(text), candidate, policy)).toBe(expected);
  });

  it.each(vectors.disjoint)("%s and %s are disjoint: %s", (a, b, expected) => {
    expect(range(a).intersect(range(b)).isEmpty()).toBe(expected);
  });

  it.each(vectors.subset)("%s is within %s: %s", (a, b, expected) => {
    expect(range(a).isSubsetOf(range(b))).toBe(expected);
  });

  it.each(vectors.superset)("%s holds %s: %s", (a, b, expected) => {
    expect(range(b).isSubsetOf(range(a))).toBe(expected);
  });

  it.each([...vectors.unsatisfiable, ...vectors.post_boundary_unsatisfiable])("%s allows nothing", (text) => {
    expect(isUnsatisfiable(specifiers(text))).toBe(true);
  });

  it.each(vectors.satisfiable)("%s allows something", (text) => {
    expect(isUnsatisfiable(specifiers(text))).toBe(false);
  });
});

describe("the scheme", () => {
  it.each([
    ["*", "vers:pypi/*"],
    ["", "vers:pypi/*"],
    [">=2,<4", "vers:pypi/>=2|<4.dev0"],
    ["~=2.2", "vers:pypi/>=2.2|<3.dev0"],
    [">1.0", "vers:pypi/>=1.0"],
    ["!=1.5.*", "vers:pypi/<1.5.dev0|>=1.6.dev0"],
    ["==1.0+cpu", "vers:pypi/1.0+cpu"],
  ])("prints %j as %s", (text, expected) => {
    expect(pythonVersions.range(text)?.print("pypi", (v) => printVersion(v as PythonVersion))).toBe(expected);
  });

  it.each([["@ https://example.org/x.whl"], ["latest"], ["^1.2"], ["===not-a-version"], [">=1.0,nonsense"]])(
    "%s is no range",
    (text) => {
      expect(pythonVersions.range(text)).toBeUndefined();
    },
  );

  it("takes segments longer than a double holds", () => {
    expect(compareVersions(version("1.90071992547409931"), version("1.90071992547409930"))).toBe(1);
    expect(range("==1.90071992547409931.*").contains(version("1.90071992547409931.7"))).toBe(true);
    expect(printVersion(version("00001.00000000000000000000002"))).toBe("1.2");
  });
});
