import { expect, test } from "vitest";
import type { Check } from "../../src/checks/check.ts";
import { explain, knownCodes } from "../../src/checks/explain.ts";
import { checks, runChecks } from "../../src/checks/index.ts";
import { runCheckList } from "../../src/checks/run-checks.ts";
import type { Finding } from "../../src/model/conflict.ts";
import { braid, project } from "./drawn-braid.ts";

const shop = braid({
  projects: [project("package.json")],
  edges: `
    b.ts -> a.ts 1:1
    a.ts -> b.ts 1:1
    a.ts -> pkg:npm/x 2:1 "x" (undeclared pkg:npm/x)
    a.ts -> unresolved:x/gone 2:1 "./gone"`,
});

test("worst first, then by place and code; every conflict says how to read more", () => {
  expect(
    runChecks(shop).conflicts.map(
      ({ severity, code, file, line, help }) => `${severity} ${code} ${file}:${line} ${help}`,
    ),
  ).toEqual([
    "error import/undeclared a.ts:2 depbraid explain import/undeclared",
    "error import/unresolved a.ts:2 depbraid explain import/unresolved",
    "warning import/cycle a.ts:1 depbraid explain import/cycle",
  ]);
});

test.each([
  [{ only: ["import/cycle"] }, ["import/cycle"]],
  [{ only: ["import/*"], ignore: ["import/cycle"] }, ["import/undeclared", "import/unresolved"]],
  [{ ignore: ["import/*"] }, []],
  [{ only: ["import"] }, []],
])("chosen by %j", (options, expected) => {
  expect(runChecks(shop, options).conflicts.map(({ code }) => code)).toEqual(expected);
});

const finding: Finding = { severity: "info", message: "", file: "a", line: 1, column: 1, subject: "s", evidence: [] };

function checkWith(...findings: readonly Finding[]): Check {
  return { code: "test/check", severity: "info", summary: "", run: () => findings };
}

test("identity survives other lines, words and severities, and tells equal conflicts apart", () => {
  const first = { ...finding, line: 3 };
  const second = { ...finding, line: 9 };
  const ids = runCheckList([checkWith(second, first)], shop, {}).map(({ id }) => id);
  expect(ids).toEqual([ids[0], `${ids[0]}-2`]);
  expect(ids[0]).toMatch(/^[0-9a-f]{16}$/);
  const moved = { ...finding, line: 40, message: "other words", severity: "error" } as const;
  expect(runCheckList([checkWith(moved)], shop, {})[0]?.id).toBe(ids[0]);
  for (const other of [{ file: "b" }, { subject: "t" }, { project: "project:pom.xml" }]) {
    expect(runCheckList([checkWith({ ...finding, ...other })], shop, {})[0]?.id).not.toBe(ids[0]);
  }
});

test("the order in which checks find does not show", () => {
  const findings = [3, 1, 2].map((line) => Object.assign({}, finding, { line, file: `f${line % 2}` }));
  expect(runCheckList([checkWith(...findings)], shop, {})).toEqual(
    runCheckList([checkWith(...findings.toReversed())], shop, {}),
  );
});

test("every check has a page of its own with its four parts", () => {
  expect(knownCodes).toEqual(checks.map(({ code }) => code));
  for (const code of knownCodes) {
    const page = explain(code) ?? "";
    expect(page).toMatch(new RegExp(`^# ${code}\n`));
    for (const part of ["What it reports", "Why it breaks", "How to mend it", "What it will not report"]) {
      expect(page).toContain(`\n## ${part}\n`);
    }
  }
});

test.each(["import/undeclard", "", "../../package", "__proto__"])("there is no page for %j", (code) => {
  expect(explain(code)).toBe(undefined);
});
