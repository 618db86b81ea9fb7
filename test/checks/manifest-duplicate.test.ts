import { expect, test } from "vitest";
import { manifestDuplicate } from "../../src/checks/manifest-duplicate.ts";
import type { Requirement } from "../../src/model/requirement.ts";
import { brief, found, project } from "./drawn-braid.ts";

type Asked = Partial<Requirement>;

function bank(...requirements: readonly Asked[]): ReturnType<typeof project> {
  return project("bank/setup.cfg", {
    requirements: requirements.map((each) => Object.assign({ package: "pkg:npm/ledger" }, each)),
  });
}

test("says where the other one is, and what they differ in", () => {
  const projects = [bank({ range: "1-3" }, { range: "2-4" })];
  expect(found(manifestDuplicate, { projects })).toBe(`warning bank/setup.cfg:2:1 pkg:npm/ledger
  ledger is asked for twice, here and in line 1, as 1-3 and as 2-4
  - bank/setup.cfg:1 asks for 1-3
  fix: remove one of the two, at line 1 or 2`);
});

test.each<[name: string, requirements: readonly Asked[], count: number]>([
  ["twice", [{}, {}], 1],
  ["three times", [{}, {}, {}], 2],
  ["by ranges that no version meets: another check's", [{ range: "1" }, { range: "2" }], 0],
  ["under one marker", [{ marker: "old" }, { marker: "old" }], 1],
  ["under a marker and none", [{ marker: "old" }, {}], 0],
  ["in two scopes", [{}, { scope: "dev" }], 0],
  [
    "in two groups",
    [
      { scope: "dev", group: "a" },
      { scope: "dev", group: "b" },
    ],
    0,
  ],
  ["in two environments", [{ environment: "a" }, { environment: "b" }], 0],
  ["in two files", [{}, { file: "bank/requirements.txt" }], 0],
  ["under two names", [{ alias: "books" }, {}], 0],
  ["two files of it", [{ classifier: "linux" }, { classifier: "osx" }], 0],
  ["two types of it", [{ type: "test-jar" }, {}], 0],
  ["with other extras", [{ extras: ["binary"] }, {}], 0],
  ["by path", [{ path: "ledger" }, {}], 0],
  ["from a source of its own", [{ origin: [{ file: "a", line: 1, message: "a" }] }, {}], 0],
  ["managed", [{ scope: "managed" }, { scope: "managed" }], 0],
  ["at one place, said for two projects", [{ line: 7 }, { line: 7 }], 0],
])("%s", (_, requirements, count) => {
  expect(brief(manifestDuplicate, { projects: [bank(...requirements)] })).toHaveLength(count);
});

test("what its reader has found is not told twice", () => {
  const fault = { kind: "duplicate", severity: "warning", subject: "pkg:npm/ledger", fix: "remove it" } as const;
  const faults = [{ code: "manifest", file: "bank/setup.cfg", line: 2, column: 1, message: "twice", fault } as const];
  expect(brief(manifestDuplicate, { projects: [bank({}, {})], faults })).toEqual([
    "warning bank/setup.cfg:2:1 pkg:npm/ledger",
  ]);
});
