import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseDependencySpecifier } from "../../../../src/languages/python/versions/dependency-specifier.ts";
import { exclusiveMarkers } from "../../../../src/languages/python/versions/marker-exclusion.ts";
import { type Environment, evaluateMarker, parseMarker } from "../../../../src/languages/python/versions/markers.ts";

type EvaluationRow = readonly [marker: string, environment: Environment | null, expected: boolean];

interface Vectors {
  readonly valid_markers: readonly string[];
  readonly invalid_markers: readonly string[];
  readonly evaluates: readonly EvaluationRow[];
  readonly version_like_equality: readonly EvaluationRow[];
  readonly normalized_requirements: readonly (readonly [string, string])[];
  readonly invalid_requirements: readonly string[];
}

/** PEP 508 as the reference implementation's own tests have it; where the rows are from stands in the file. */
const vectors: Vectors = JSON.parse(readFileSync(new URL("../../../vectors/pep508.json", import.meta.url), "utf8"));

function evaluate(text: string, environment: Environment): boolean {
  const reading = parseMarker(text);
  if ("problem" in reading) throw new Error(reading.problem.message);
  return evaluateMarker(reading.value, environment);
}

describe("markers by the vectors of PEP 508", () => {
  it(`reads ${vectors.valid_markers.length} markers`, () => {
    expect(vectors.valid_markers.filter((text) => "problem" in parseMarker(text))).toEqual([]);
    expect(vectors.valid_markers.length).toBeGreaterThan(300);
  });

  it.each(vectors.invalid_markers)("refuses %s", (text) => {
    expect(parseMarker(text)).toHaveProperty("problem");
  });

  it.each([...vectors.evaluates, ...vectors.version_like_equality])("%s in %j: %s", (text, environment, expected) => {
    expect(evaluate(text, environment ?? {})).toBe(expected);
  });
});

const linux: Environment = {
  os_name: "posix",
  sys_platform: "linux",
  platform_system: "Linux",
  platform_machine: "x86_64",
  python_version: "3.11",
  python_full_version: "3.11.7",
  implementation_name: "cpython",
};

describe("evaluation", () => {
  it.each<readonly [string, boolean]>([
    ["python_version < '3.9'", false],
    ["python_version >= '3.9'", true],
    ["'3.9' <= python_version", true],
    ["python_version in '2.7, 3.11'", true],
    ["python_version not in '2.7, 3.6'", true],
    ["sys_platform == 'win32' or sys_platform == 'linux'", true],
    ["os_name == 'nt' and python_version >= '3' or platform_machine == 'x86_64'", true],
    ["os_name == 'nt' and (python_version >= '3' or platform_machine == 'x86_64')", false],
    ["os.name == 'posix' and python_implementation == 'CPython'", false],
    ["extra == 'station'", false],
    ["platform_machine ~= 'x86_64'", false],
    ["python_full_version == '3.11.*'", true],
  ])("%s: %s", (text, expected) => {
    expect(evaluate(text, linux)).toBe(expected);
  });

  it("costs no stack for ten thousand brackets", () => {
    const deep = `${"(".repeat(10_000)}os_name == 'nt'${")".repeat(10_000)}`;
    expect(evaluate(deep, linux)).toBe(false);
    expect(parseMarker("(".repeat(10_000))).toHaveProperty("problem");
  });
});

describe("exclusion", () => {
  it.each<readonly [string | undefined, string | undefined, boolean]>([
    [undefined, undefined, false],
    ["python_version < '3.10'", undefined, false],
    ["python_version < '3.10'", "python_version >= '3.10'", true],
    ["python_version <= '3.9'", "python_version > '3.9'", true],
    ["python_version <= '3.9'", "python_version >= '3.9'", false],
    ["python_version == '3.9'", "python_full_version >= '3.10.2'", true],
    ["python_version == '3.9'", "python_full_version >= '3.9.2'", false],
    ["'3.10' > python_version", "python_version == '3.11'", true],
    ["python_version < '3'", "python_version >= '3'", true],
    ["sys_platform == 'win32'", "sys_platform == 'linux'", true],
    ["sys_platform == 'win32'", "sys_platform != 'win32'", true],
    ["sys_platform == 'win32'", "platform_system == 'Linux'", true],
    ["os_name == 'nt'", "sys_platform == 'darwin'", true],
    ["os_name == 'posix'", "sys_platform == 'linux'", false],
    ["sys_platform != 'win32'", "sys_platform != 'linux'", false],
    ["sys_platform == 'win32' or python_version < '3.8'", "sys_platform == 'linux' and python_version >= '3.8'", true],
    ["sys_platform == 'win32' or python_version < '3.8'", "sys_platform == 'linux'", false],
    ["extra == 'till'", "extra == 'vault'", false],
    ["nonsense", "python_version < '3.8'", false],
  ])("%s / %s: %s", (a, b, expected) => {
    expect(exclusiveMarkers(a, b)).toBe(expected);
    expect(exclusiveMarkers(b, a)).toBe(expected);
  });

  it("never calls two markers exclusive that hold together somewhere", () => {
    const clause = fc.tuple(
      fc.constantFrom("python_version", "python_full_version", "sys_platform", "os_name"),
      fc.constantFrom("<", "<=", ">", ">=", "==", "!="),
      fc.constantFrom("3.9", "3.10", "3.11", "3", "win32", "linux", "nt", "posix"),
    );
    const marker = fc
      .array(fc.tuple(clause, fc.constantFrom("and", "or")), { minLength: 1, maxLength: 4 })
      .map((parts) =>
        parts.map(([[a, op, b], word], at) => `${at === 0 ? "" : `${word} `}${a} ${op} '${b}'`).join(" "),
      );
    const environments = ["3.8.1", "3.9.0", "3.9.7", "3.10.0", "3.11.4"].flatMap((full): Environment[] => {
      const python = { python_full_version: full, python_version: full.slice(0, full.lastIndexOf(".")) };
      return [
        Object.assign({ sys_platform: "win32", os_name: "nt" }, python),
        Object.assign({ sys_platform: "linux", os_name: "posix" }, python),
      ];
    });
    fc.assert(
      fc.property(marker, marker, (a, b) => {
        const together = environments.some((environment) => evaluate(a, environment) && evaluate(b, environment));
        expect(together && exclusiveMarkers(a, b)).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("requirements", () => {
  it.each(vectors.invalid_requirements)("refuses %s", (text) => {
    expect(parseDependencySpecifier(text)).toHaveProperty("problem");
  });

  it.each(vectors.normalized_requirements)("reads %s as %s", (text) => {
    expect(parseDependencySpecifier(text)).toHaveProperty("value");
  });

  it.each([
    ["requests", "requests", [], "", undefined],
    [
      "Vault[audit, teller] >= 2.8.1, == 2.8.* ; python_version < '2.7'",
      "Vault",
      ["audit", "teller"],
      ">=2.8.1,==2.8.*",
      "python_version < '2.7'",
    ],
    ["till (>=1,<2)", "till", [], ">=1,<2", undefined],
    ["till[] ~=1.4", "till", [], "~=1.4", undefined],
    ["feather == 0.66.0", "feather", [], "==0.66.0", undefined],
    ["ledger===2024-final", "ledger", [], "===2024-final", undefined],
    ["gunicorn; platform_system != 'Windows'", "gunicorn", [], "", "platform_system != 'Windows'"],
  ] as const)("%s", (text, name, extras, range, marker) => {
    const reading = parseDependencySpecifier(text);
    if ("problem" in reading) throw new Error(reading.problem.message);
    expect(reading.value.name).toBe(name);
    expect(reading.value.extras).toEqual(extras);
    expect(reading.value.range).toBe(range);
    expect(reading.value.marker?.text).toBe(marker);
  });

  it("reads a URL in place of a range", () => {
    expect(parseDependencySpecifier("till @ https://shop.example/till.zip ; os_name == 'nt'")).toMatchObject({
      value: { name: "till", url: "https://shop.example/till.zip", range: "", marker: { text: "os_name == 'nt'" } },
    });
  });

  it.each([
    ["till >", 5],
    ["till >=1 <2", 9],
    ["till[audit", 10],
    ["-till", 0],
    ["till >=1; python_version", 24],
    ["till >=1; nothing == '1'", 10],
    ["till ~=1", 5],
    ["till (>=1", 5],
  ])("says where %j goes wrong", (text, at) => {
    expect(parseDependencySpecifier(text)).toMatchObject({ problem: { at } });
  });

  it("survives any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(Object.keys(parseDependencySpecifier(text))).toHaveLength(1);
      }),
    );
  });
});
