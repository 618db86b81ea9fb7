import { expect, test } from "vitest";
import { checks } from "../../src/checks/index.ts";
import { runCheckList } from "../../src/checks/run-checks.ts";
import { versionOverride } from "../../src/checks/version-override.ts";
import { gradleVersions, mavenVersions } from "../../src/languages/java/versions.ts";
import { npmVersions } from "../../src/languages/javascript/versions.ts";
import type { Project } from "../../src/model/project.ts";
import type { Requirement } from "../../src/model/requirement.ts";
import { braid, brief, found, project } from "./drawn-braid.ts";

const ledger = { package: "pkg:npm/ledger" } as const;
const managed: Partial<Requirement> = { ...ledger, scope: "managed", range: "2.1.0" };

function bank(own: Partial<Requirement>, parent: readonly Partial<Requirement>[] = [managed]): readonly Project[] {
  return [
    project("pom.xml", { requirements: parent }),
    project("branch/pom.xml", { parent: "project:pom.xml" }),
    project("branch/till/pom.xml", { parent: "project:branch/pom.xml", requirements: [{ ...ledger, ...own }] }),
  ];
}

test("says which is here, and what is managed above", () => {
  expect(found(versionOverride, { projects: bank({ range: "1.4.0" }) }, mavenVersions))
    .toBe(`warning branch/till/pom.xml:1:1 pkg:npm/ledger
  ledger is 1.4.0 here, and pom.xml manages 2.1.0
  - pom.xml:1 manages 2.1.0
  fix: take 2.1.0 here too, or let pom.xml:1 manage 1.4.0`);
});

test.each<[name: string, projects: readonly Project[], count: number]>([
  ["the same version", bank({ range: "2.1.0" }), 0],
  ["the same version, written otherwise", bank({ range: "2.1" }), 0],
  ["a newer version", bank({ range: "3.0.0" }), 1],
  ["no version", bank({ range: "*" }), 0],
  ["a range", bank({ range: "[1,2)" }), 0],
  ["another file of it", bank({ range: "1.4.0", classifier: "tests" }), 0],
  ["what builds it", bank({ range: "1.4.0", scope: "build" }), 0],
  ["what is inherited", bank({ range: "1.4.0", file: "pom.xml" }), 0],
  ["managed by a profile", bank({ range: "1.4.0" }, [{ ...managed, group: "night" }]), 0],
  ["managed twice, the nearest counts", bank({ range: "2.1.0" }, [{ ...managed, range: "1.0.0" }, managed]), 0],
])("%s", (_, projects, count) => {
  expect(brief(versionOverride, { projects }, mavenVersions)).toHaveLength(count);
});

test("a circle of parents ends, and where versions live side by side nobody is overruled", () => {
  const [root, ...others] = bank({ range: "1.4.0" });
  const circle = root === undefined ? [] : [{ ...root, parent: "project:branch/pom.xml" }, ...others];
  expect(brief(versionOverride, { projects: circle }, mavenVersions)).toHaveLength(1);
  expect(brief(versionOverride, { projects: bank({ range: "1.4.0" }) }, npmVersions)).toEqual([]);
});

const asks = (name: string, range: string, more: Partial<Requirement> = {}): Partial<Requirement> => ({
  package: `pkg:npm/${name}`,
  range,
  ...more,
});

function module(name: string, ...requirements: readonly Partial<Requirement>[]): Project {
  return project(`${name}/pom.xml`, { package: `pkg:npm/${name}`, version: "1", requirements });
}

test("the nearest is taken, and a module further away asks for a higher one", () => {
  const projects = [
    module("till", asks("desk", "1"), asks("ledger", "1.4.0")),
    module("desk", asks("vault", "1")),
    module("vault", asks("ledger", "2.1.0")),
  ];
  expect(found(versionOverride, { projects }, mavenVersions)).toBe(`warning till/pom.xml:2:1 pkg:npm/ledger
  till/pom.xml gets ledger 1.4.0, which is nearest, and vault, which comes by desk, asks for 2.1.0
  - till/pom.xml:2 asks for ledger 1.4.0
  - till/pom.xml:1 asks for desk 1
  - desk/pom.xml:1 asks for vault 1
  - vault/pom.xml:1 asks for ledger 2.1.0
  fix: ask for ledger 2.1.0 in till/pom.xml, or let a common parent manage it`);
});

const desk = module("desk", asks("ledger", "2.1.0"));

test.each<[name: string, projects: readonly Project[], lines: readonly number[]]>([
  ["a lower one further away", [module("till", asks("desk", "1"), asks("ledger", "3")), desk], []],
  ["the same", [module("till", asks("desk", "1"), asks("ledger", "2.1")), desk], []],
  ["what is excluded", [module("till", asks("desk", "1", { exclusions: ["*:*"] }), asks("ledger", "1")), desk], []],
  [
    "what others need not have",
    [
      module("till", asks("desk", "1"), asks("ledger", "1")),
      module("desk", asks("ledger", "2", { scope: "optional" })),
    ],
    [],
  ],
  [
    "what only tests of the module need",
    [module("till", asks("desk", "1"), asks("ledger", "1")), module("desk", asks("ledger", "2", { scope: "test" }))],
    [],
  ],
  ["a release of the module from before", [module("till", asks("desk", "0.9"), asks("ledger", "1")), desk], []],
  [
    "a managed version",
    [module("till", asks("desk", "1"), asks("ledger", "1"), asks("ledger", "1", { scope: "managed" })), desk],
    [],
  ],
  ["another file of it", [module("till", asks("desk", "1"), asks("ledger", "1", { classifier: "tests" })), desk], []],
  ["twice in one manifest", [module("till", asks("ledger", "1"), asks("ledger", "2"))], []],
  [
    "of equally near ones the first",
    [module("till", asks("desk", "1"), asks("safe", "1")), module("safe", asks("ledger", "3")), desk],
    [1],
  ],
  [
    "the loss of a module is told there alone",
    [module("shop", asks("till", "1")), module("till", asks("desk", "1"), asks("ledger", "1")), desk],
    [2],
  ],
])("nearest wins: %s", (_, projects, lines) => {
  const told = [...versionOverride.run(braid({ projects }, mavenVersions))];
  expect(told.map(({ line }) => line)).toEqual(lines);
});

test("where the highest wins, nothing is lost", () => {
  const projects = [module("till", asks("desk", "1"), asks("ledger", "1")), desk];
  expect(brief(versionOverride, { projects }, mavenVersions)).toHaveLength(1);
  expect(brief(versionOverride, { projects }, gradleVersions)).toEqual([]);
});

test("a way out is tried", () => {
  const projects = [module("till", asks("desk", "1"), asks("ledger", "1")), desk];
  const fixes = runCheckList(checks, braid({ projects }, mavenVersions), { only: ["version/override"] });
  expect(fixes.map(({ fix }) => fix)).toEqual([
    { message: "let till/pom.xml:2 ask for 2.1.0", file: "till/pom.xml", verified: true },
  ]);
});
