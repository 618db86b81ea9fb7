import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { satisfiability } from "../../../../src/languages/python/versions/marker-algebra.ts";
import {
  exclusiveMarkers,
  negated,
  neverTogether,
} from "../../../../src/languages/python/versions/marker-exclusion.ts";
import {
  type Environment,
  evaluateMarker,
  type Marker,
  parseMarker,
} from "../../../../src/languages/python/versions/markers.ts";

function read(text: string): Marker {
  const reading = parseMarker(text);
  if ("problem" in reading) throw new Error(`${text}: ${reading.problem.message}`);
  return reading.value;
}

describe("whether a marker can hold", () => {
  test.each<readonly [marker: string, kind: "yes" | "no"]>([
    ["python_version >= '3.8' and python_version < '3.8'", "no"],
    ["python_version > '3.8' and python_version < '3.9'", "no"],
    // 3.8.5 is Python "3.8".
    ["python_full_version > '3.8' and python_version < '3.9'", "yes"],
    ["python_version >= '3.8.1' and python_version < '3.9'", "no"],
    ["python_full_version >= '3.8.1' and python_version < '3.9'", "yes"],
    // A release candidate of 3.13 is Python "3.13", and comes before 3.13.
    ["python_version >= '3.13' and python_full_version < '3.13.0'", "no"],
    ["python_version >= '3.13' and python_full_version < '3.13.0rc2'", "yes"],
    ["python_version in '3.8 3.9' and python_version >= '3.10'", "no"],
    // "in" looks through a text: "3.1" is in "3.10".
    ["python_version in '3.10, 3.11' and python_version < '3.2'", "yes"],
    ["python_version not in '3.8 3.9' and python_version ~= '3.8' and python_version < '3.10'", "no"],
    [
      "python_version == '3.*' and python_version != '3.8' and python_version <= '3.8' and python_version > '3.7'",
      "no",
    ],
    ["sys_platform == 'win32' and os_name == 'posix'", "no"],
    ["platform_system != 'Linux' and sys_platform == 'linux'", "no"],
    ["platform_system == 'FreeBSD' and os_name == 'posix'", "yes"],
    ["sys_platform in 'linux darwin' and sys_platform == 'win32'", "no"],
    ["sys_platform in 'linux darwin' and sys_platform != 'linux' and sys_platform != 'darwin'", "yes"],
    ["'linux' in sys_platform and sys_platform != 'linux'", "yes"],
    ["'linux' in sys_platform and 'win' not in sys_platform and sys_platform == 'win32'", "no"],
    ["'nu' in sys_platform and sys_platform in 'linux'", "yes"],
    ["'x' not in sys_platform and sys_platform == 'linux'", "no"],
    ["platform_machine < 'arm64'", "no"],
    ["implementation_name == 'cpython' and platform_python_implementation == 'PyPy'", "no"],
    ["implementation_name == 'graalpy' and platform_python_implementation != 'CPython'", "yes"],
    ["'3.8' == '3.9' or python_version < '0'", "no"],
    ["extra == 'scan' and extra != 'scan'", "yes"],
    ["platform_release > '5' and platform_release < '4'", "yes"],
    ["python_version < '3.8.dev1' and python_version > '3.9'", "yes"],
    [
      "(sys_platform == 'linux' or sys_platform == 'darwin') and (os_name == 'nt' or python_version < '3') and python_version > '3'",
      "no",
    ],
    // Parts of texts, of three variables that depend on each other.
    [
      "sys_platform not in 'linux' and os_name in 'linux darwin' and platform_system in 'linux' and sys_platform == 'linux'",
      "no",
    ],
    ["sys_platform not in 'linux' and os_name in 'linux darwin' and platform_system in 'linux'", "yes"],
  ])("%s: %s", (text, kind) => {
    expect(satisfiability([read(text)]).kind).toBe(kind);
  });

  test("is decided for more alternatives than a list of them could hold", () => {
    const pairs = Array.from({ length: 24 }, (_, at) => `(python_version == '3.${at}' or sys_platform == 's${at}')`);
    expect(exclusiveMarkers(pairs.join(" and "), "python_version >= '2'")).toBe(true);
    expect(exclusiveMarkers(pairs.slice(0, 2).join(" and "), "python_version >= '2'")).toBe(false);
  });

  test("takes bounded time, whatever is asked", () => {
    const many = Array.from({ length: 3000 }, (_, at) => `python_version != '3.${at}' and sys_platform != 's${at}'`);
    const start = process.cpuUsage();
    expect(exclusiveMarkers(many.join(" and "), "python_version == '3.1'")).toBe(false);
    const { user, system } = process.cpuUsage(start);
    expect(user + system).toBeLessThan(3_000_000);
  });
});

const versions = ["3.8", "3.9", "3.10", "3.9.2", "3.10.0rc1", "3", "3.*"];
const comparison = fc.oneof(
  fc
    .tuple(
      fc.constantFrom("python_version", "python_full_version"),
      fc.constantFrom("<", "<=", ">", ">=", "==", "!="),
      fc.constantFrom(...versions),
    )
    .filter(([, operator, text]) => !text.endsWith("*") || operator === "==" || operator === "!="),
  fc.tuple(
    fc.constantFrom("python_version"),
    fc.constantFrom("in", "not in"),
    fc.constantFrom("3.8 3.9", "3.10", "3.1, 3.9"),
  ),
  fc.tuple(
    fc.constantFrom("sys_platform", "os_name", "platform_system", "platform_machine"),
    fc.constantFrom("==", "!=", "in", "not in"),
    fc.constantFrom("linux", "win32", "nt", "posix", "Linux", "Windows", "linux darwin", "x86_64"),
  ),
  fc.tuple(
    fc.constantFrom("platform_python_implementation", "implementation_name"),
    fc.constantFrom("==", "!="),
    fc.constantFrom("CPython", "PyPy", "cpython", "pypy"),
  ),
);

/** Comparisons joined by "and" and "or", with brackets. */
const marker: fc.Arbitrary<string> = fc.letrec<{ marker: string }>((tie) => ({
  marker: fc.oneof(
    { maxDepth: 3 },
    comparison.map(([name, operator, text]) => `${name} ${operator} '${text}'`),
    fc
      .tuple(tie("marker"), fc.constantFrom("and", "or"), tie("marker"))
      .map(([left, word, right]) => `(${left}) ${word} (${right})`),
  ),
})).marker;

const pythons = ["3.7.9", "3.8.0", "3.8.12", "3.9.0", "3.9.2", "3.9.9", "3.10.0rc1", "3.10.0", "3.10.4", "3.11.1"];
const platforms: readonly Environment[] = [
  { sys_platform: "win32", os_name: "nt", platform_system: "Windows", platform_machine: "AMD64" },
  { sys_platform: "linux", os_name: "posix", platform_system: "Linux", platform_machine: "x86_64" },
  { sys_platform: "darwin", os_name: "posix", platform_system: "Darwin", platform_machine: "arm64" },
  { sys_platform: "freebsd14", os_name: "posix", platform_system: "FreeBSD", platform_machine: "amd64" },
];
const matrix: readonly Environment[] = pythons.flatMap((full) =>
  platforms.flatMap((platform) =>
    ["CPython", "PyPy"].map((name) =>
      Object.assign({}, platform, {
        python_full_version: full,
        python_version: full.split(".").slice(0, 2).join("."),
        platform_python_implementation: name,
        implementation_name: name.toLowerCase(),
      }),
    ),
  ),
);

describe("against every environment of a matrix", () => {
  test("what holds somewhere is never called impossible, and what is called possible holds in the environment that is named", () => {
    fc.assert(
      fc.property(fc.array(marker, { minLength: 1, maxLength: 3 }), (texts) => {
        const markers = texts.map(read);
        const answer = satisfiability(markers);
        const somewhere = matrix.some((environment) => markers.every((each) => evaluateMarker(each, environment)));
        if (somewhere) expect(answer.kind).not.toBe("no");
        if (answer.kind === "yes" && answer.whole) {
          for (const each of markers) expect(evaluateMarker(each, answer.environment)).toBe(true);
        }
      }),
      { numRuns: 1500 },
    );
  });

  test("a marker and its opposite never hold together, and one of them always does", () => {
    fc.assert(
      fc.property(marker, (text) => {
        const own = read(text);
        const opposite = negated(own);
        if (opposite === undefined) return;
        // Of a pre-release of 3.10 PEP 440 says neither that it is before 3.10 nor that it is not.
        const finals = matrix.filter(({ python_full_version: full = "" }) => !full.includes("rc"));
        for (const environment of finals) {
          expect(evaluateMarker(own, environment)).toBe(!evaluateMarker(opposite, environment));
        }
        expect(neverTogether([own, opposite])).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  test("exclusion is the same either way round, and follows from each part of a conjunction", () => {
    fc.assert(
      fc.property(marker, marker, marker, (a, b, c) => {
        expect(exclusiveMarkers(a, b)).toBe(exclusiveMarkers(b, a));
        if (exclusiveMarkers(a, b)) expect(exclusiveMarkers(`(${a}) and (${c})`, b)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
