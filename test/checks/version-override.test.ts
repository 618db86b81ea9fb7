import { expect, test } from "vitest";
import { versionOverride } from "../../src/checks/version-override.ts";
import { mavenVersions } from "../../src/languages/java/versions.ts";
import { npmVersions } from "../../src/languages/javascript/versions.ts";
import type { Project } from "../../src/model/project.ts";
import type { Requirement } from "../../src/model/requirement.ts";
import { brief, found, project } from "./drawn-braid.ts";

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
