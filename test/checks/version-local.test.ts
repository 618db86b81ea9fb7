import { expect, test } from "vitest";
import { versionLocal } from "../../src/checks/version-local.ts";
import type { Project } from "../../src/model/project.ts";
import type { Requirement } from "../../src/model/requirement.ts";
import { mavenVersions } from "../../src/languages/java/versions.ts";
import { brief, found, lock, project } from "./drawn-braid.ts";

const root = "project:package.json";
const ledger = project("ledger/package.json", { package: "pkg:npm/ledger", version: "2", installScope: root });

function till(requirement: Partial<Requirement>, more: Partial<Project> = {}): Project {
  return project("till/package.json", {
    installScope: root,
    ...more,
    requirements: [{ package: "pkg:npm/ledger", ...requirement }],
  });
}

const error = ["error till/package.json:1:1 pkg:npm/ledger"];
const warning = ["warning till/package.json:1:1 pkg:npm/ledger"];

test("says what is asked for, and what is there", () => {
  expect(found(versionLocal, { projects: [ledger, till({ range: "1" })] }))
    .toBe(`error till/package.json:1:1 pkg:npm/ledger
  ledger 1 is asked for, and the ledger of this repository is 2
  - ledger/package.json:1 is ledger 2
  fix: let till/package.json:1 allow 2, or say that another version is meant on purpose`);
});

test.each<[name: string, projects: readonly Project[], expected: readonly string[]]>([
  ["a range that holds it", [ledger, till({ range: "1-3" })], []],
  ["any version", [ledger, till({ range: "*" })], []],
  ["a protocol", [ledger, till({ range: "workspace:1" })], []],
  ["another name", [ledger, till({ range: "1", alias: "books" })], []],
  ["a managed version", [ledger, till({ range: "1", scope: "managed" })], []],
  ["what builds the project", [ledger, till({ range: "1", scope: "build" })], []],
  ["some environments only", [ledger, till({ range: "1", marker: "old" })], []],
  ["another installation", [ledger, till({ range: "1" }, { installScope: "project:till/package.json" })], warning],
  [
    "a lockfile that takes it from a registry",
    [ledger, till({ range: "1" }, { locks: [lock("ledger@1", 3)] })],
    warning,
  ],
  [
    "a version that is not known",
    [project("ledger/package.json", { package: "pkg:npm/ledger" }), till({ range: "1" })],
    [],
  ],
  [
    "one of two that fits",
    [ledger, { ...ledger, id: "project:old/package.json", version: "1" }, till({ range: "1" })],
    [],
  ],
  [
    "a private one that is not installed with it",
    [{ ...ledger, private: true, installScope: "project:x" }, till({ range: "1" })],
    [],
  ],
  ["a private one that is", [{ ...ledger, private: true }, till({ range: "1" })], error],
  [
    "a fixture in its stead",
    [project("test/fixtures/ledger/package.json", { package: "pkg:npm/ledger", version: "2" }), till({ range: "1" })],
    [],
  ],
])("%s", (_, projects, expected) => {
  expect(brief(versionLocal, { projects })).toEqual(expected);
});

test("an example may ask for a release", () => {
  const example = project("examples/kiosk/package.json", { requirements: [{ package: "pkg:npm/ledger", range: "1" }] });
  expect(brief(versionLocal, { projects: [ledger, example] })).toEqual([
    "info examples/kiosk/package.json:1:1 pkg:npm/ledger",
  ]);
});

test("a version that only recommends is a demand for what is built in the same go", () => {
  const parent = { parent: "project:pom.xml" };
  const maker = project("ledger/pom.xml", { package: "pkg:npm/ledger", version: "2.0", ...parent });
  const asker = (range: string, more: Partial<Project>): Project =>
    project("till/pom.xml", { ...more, requirements: [{ package: "pkg:npm/ledger", range }] });
  const projects = (range: string, more: Partial<Project>): readonly Project[] => [
    project("pom.xml"),
    maker,
    asker(range, more),
  ];
  const run = (range: string, more: Partial<Project>): readonly string[] =>
    brief(versionLocal, { projects: projects(range, more) }, mavenVersions);
  expect(run("1.0", parent)).toEqual(["warning till/pom.xml:1:1 pkg:npm/ledger"]);
  expect(run("2.0.0", parent)).toEqual([]);
  expect(run("1.0", {})).toEqual([]);
  expect(run("[1.0,2.0)", {})).toEqual(["warning till/pom.xml:1:1 pkg:npm/ledger"]);
});
