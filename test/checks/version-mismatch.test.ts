import { expect, test } from "vitest";
import { versionMismatch } from "../../src/checks/version-mismatch.ts";
import { mavenVersions } from "../../src/languages/java/versions.ts";
import type { Project } from "../../src/model/project.ts";
import type { Requirement } from "../../src/model/requirement.ts";
import { brief, found, project } from "./drawn-braid.ts";

function member(name: string, requirement: Partial<Requirement>, installScope = "project:package.json"): Project {
  return project(`${name}/package.json`, {
    installScope,
    requirements: [{ package: "pkg:npm/ledger", ...requirement }],
  });
}

test("is told at the range that allows least, with one of each other kind first", () => {
  const projects = [
    member("bank", { range: "1-9" }),
    member("kiosk", { range: "3" }),
    member("stock", { range: "2-4" }),
    member("till", { range: "3" }),
  ];
  expect(found(versionMismatch, { projects })).toBe(`info kiosk/package.json:1:1 pkg:npm/ledger
  projects that are installed together ask for ledger by 3 ranges: 3 (2), 1-9 (1), 2-4 (1)
  - bank/package.json:1 asks for 1-9
  - stock/package.json:1 asks for 2-4
  - till/package.json:1 asks for 3
  fix: ask for ledger by one range in all of them, such as 3`);
});

test.each<[name: string, projects: readonly Project[], count: number]>([
  ["two ranges that overlap", [member("a", { range: "1-3" }), member("b", { range: "2-4" })], 1],
  ["two that do not: another check's", [member("a", { range: "1" }), member("b", { range: "4" })], 0],
  ["two that mean the same", [member("a", { range: "1-3" }), member("b", { range: "1-2,2-3" })], 0],
  ["a peer", [member("a", { range: "1-3" }), member("b", { range: "2-4", scope: "peer" })], 0],
  ["under a marker", [member("a", { range: "1-3" }), member("b", { range: "2-4", marker: "old" })], 0],
  ["another installation", [member("a", { range: "1-3" }), member("b", { range: "2-4" }, "project:b")], 0],
  ["a fixture", [member("a", { range: "1-3" }), member("fixtures/b", { range: "2-4" })], 0],
  ["any version", [member("a", { range: "1-3" }), member("b", { range: "*" })], 0],
])("%s", (_, projects, count) => {
  expect(brief(versionMismatch, { projects })).toHaveLength(count);
});

const built = (manifest: string, ...ranges: readonly string[]): Project =>
  project(manifest, {
    parent: "project:pom.xml",
    requirements: ranges.map((range) => ({ package: "pkg:npm/ledger", range })),
  });

test("modules of one build, each installed by itself, ask by different plain versions", () => {
  const projects = [
    project("pom.xml"),
    built("desk/pom.xml", "2.1"),
    built("till/pom.xml", "1.4"),
    built("vault/pom.xml", "2.1.0"),
  ];
  expect(found(versionMismatch, { projects }, mavenVersions)).toBe(`info till/pom.xml:1:1 pkg:npm/ledger
  projects of one build ask for ledger by 2 ranges: 1.4 (1), 2.1 (2)
  - desk/pom.xml:1 asks for 2.1
  - vault/pom.xml:1 asks for 2.1.0
  fix: ask for ledger by one range in all of them, such as 1.4`);
});

test.each<[name: string, projects: readonly Project[]]>([
  [
    "two builds",
    [
      project("desk/pom.xml", { requirements: [{ package: "pkg:npm/ledger", range: "1" }] }),
      built("till/pom.xml", "2"),
    ],
  ],
  ["one module alone", [project("pom.xml"), built("till/pom.xml", "1", "2")]],
  [
    "the same version, written otherwise",
    [project("pom.xml"), built("till/pom.xml", "1"), built("desk/pom.xml", "1.0")],
  ],
  ["ranges", [project("pom.xml"), built("till/pom.xml", "[1,2)"), built("desk/pom.xml", "[1,3)")]],
  [
    "what a parent manages",
    [
      project("pom.xml", { requirements: [{ package: "pkg:npm/ledger", range: "2", scope: "managed" }] }),
      built("till/pom.xml", "1"),
      built("desk/pom.xml", "2"),
    ],
  ],
  ["a fixture", [project("pom.xml"), built("till/pom.xml", "1"), built("src/test/fixtures/desk/pom.xml", "2")]],
])("not in one build: %s", (_, projects) => {
  expect(brief(versionMismatch, { projects }, mavenVersions)).toEqual([]);
});
