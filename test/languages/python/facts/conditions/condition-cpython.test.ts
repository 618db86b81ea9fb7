/** What a condition is said to imply, against CPython's own answer under many versions and platforms. */
import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { Conditions } from "../../../../../src/languages/python/facts/conditions/condition.ts";
import { type Implied, markerOf } from "../../../../../src/languages/python/facts/conditions/implied.ts";
import { KnownNames } from "../../../../../src/languages/python/facts/known-names.ts";
import { type Environment, evaluateMarker, parseMarker } from "../../../../../src/languages/python/versions/markers.ts";
import { conditionTests } from "../../guard-cases.ts";
import { machineFiles } from "../../invariant-files.ts";

const versions = [
  "2.7.18",
  "3.0.0",
  "3.7.9",
  "3.8.0",
  "3.8.12",
  "3.9.1",
  "3.9.2",
  "3.10.4",
  "3.11.0",
  "3.12.3",
  "4.0.0",
];
const systems = [
  ["win32", "nt", "Windows", "cpython", "CPython"],
  ["linux", "posix", "Linux", "pypy", "PyPy"],
  ["darwin", "posix", "Darwin", "cpython", "CPython"],
  ["aix", "posix", "AIX", "cpython", "CPython"],
] as const;

const environments: readonly Environment[] = versions.flatMap((version) =>
  systems.map(([sys_platform, os_name, platform_system, implementation_name, platform_python_implementation]) => ({
    python_full_version: version,
    python_version: version.split(".").slice(0, 2).join("."),
    sys_platform,
    os_name,
    platform_system,
    implementation_name,
    platform_python_implementation,
  })),
);

/** Prints for each condition and environment "t", "f", "b" for both (it depends on `open`), or "?" where it fails. */
const script = `
import collections, json, sys
from types import SimpleNamespace as Names
Info = collections.namedtuple("Info", "major minor micro releaselevel serial")
conditions, environments = json.load(sys.stdin)
for condition in conditions:
    line = ""
    for env in environments:
        info = Info(*map(int, env["python_full_version"].split(".")), "final", 0)
        number = info.major << 24 | info.minor << 16 | info.micro << 8 | 0xf0
        system = Names(version_info=info, hexversion=number, platform=env["sys_platform"],
                       implementation=Names(name=env["implementation_name"]))
        platform = Names(system=lambda: env["platform_system"],
                         python_implementation=lambda: env["platform_python_implementation"])
        two = info < (3,)
        names = dict(sys=system, _sys=system, os=Names(name=env["os_name"]), platform=platform, version_info=info,
                     six=Names(PY2=two), PY3=not two, TYPE_CHECKING=False, MYPY=False, DEBUG=True, shut=False)
        try:
            seen = {bool(eval(condition, {}, {**names, "open": each})) for each in (True, False)}
            line += "b" if len(seen) == 2 else "t" if True in seen else "f"
        except (NameError, TypeError):
            line += "?"
    print(line)
`;

function mayBe({ typeOnly, ...implied }: Implied, environment: Environment): boolean {
  const reading = parseMarker(markerOf({ typeOnly, ...implied }) ?? 'os_name != ""');
  if (!("value" in reading)) throw new Error("no marker");
  return !typeOnly && evaluateMarker(reading.value, environment);
}

test("implies nothing that CPython denies", ({ skip }) => {
  if (machineFiles().files.length === 0) skip("there is no python3 on this machine");
  const conditions = conditionTests.map(([condition]) => condition);
  const input = JSON.stringify([conditions, environments]);
  const lines = execFileSync("python3", ["-c", script], { input, encoding: "utf8" }).trim().split("\n");
  let answered = 0;
  for (const [number, condition] of conditions.entries()) {
    const { holds, fails } = new Conditions(condition, new KnownNames("shop/till.py")).read(0, condition.length);
    for (const [at, environment] of environments.entries()) {
      const said = lines[number]?.[at] ?? "?";
      if (said === "?") continue;
      answered++;
      const seen = {
        condition,
        environment,
        holds: said === "f" || mayBe(holds, environment),
        fails: said === "t" || mayBe(fails, environment),
      };
      expect(seen).toEqual({ condition, environment, holds: true, fails: true });
    }
  }
  expect(answered).toBeGreaterThan(1000);
});
