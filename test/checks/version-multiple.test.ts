import { expect, test } from "vitest";
import { versionMultiple } from "../../src/checks/version-multiple.ts";
import { readKnowledge } from "../../src/knowledge/index.ts";
import type { Project } from "../../src/model/project.ts";
import type { LockEntry, Requirement } from "../../src/model/requirement.ts";
import { brief, found, lock, numbers, project } from "./drawn-braid.ts";

const sideBySide = numbers({ sideBySide: true });

/** A project that asks for packages at run time and gets the first entries of their names. */
function shop(names: readonly string[], locks: readonly LockEntry[], scope: Requirement["scope"] = "runtime"): Project {
  const plain = project("package.json", {
    locks,
    requirements: names.map((name) => ({ package: `pkg:npm/${name}`, scope })),
  });
  const answers = new Map(
    plain.requirements.map((each) => [each, locks.filter((entry) => entry.package === each.package).slice(0, 1)]),
  );
  return { ...plain, lockfiles: [{ file: "package-lock.json", tool: "npm", answers }] };
}

test("the versions in their order, told at the newest", () => {
  const locks = [lock("ledger@2", 4), lock("ledger@1", 9), lock("ledger@1", 12), lock("ledger@3", 15)];
  expect(found(versionMultiple, { projects: [project("package.json", { locks })] }, sideBySide))
    .toBe(`info package-lock.json:15:1 pkg:npm/ledger
  package-lock.json holds 3 versions of ledger: 1, 2, 3
  - package-lock.json:15 locks ledger 3
  - package-lock.json:4 locks ledger 2
  - package-lock.json:9 locks ledger 1`);
});

test("where versions do not live side by side, each is for another environment", () => {
  const locks = [lock("ledger@2", 4), lock("ledger@1", 9)];
  expect(brief(versionMultiple, { projects: [project("package.json", { locks })] })).toEqual([]);
});

test("members of a workspace share what its lockfile holds", () => {
  const locks = [lock("ledger@2", 4), lock("ledger@1", 9)];
  const projects = [project("package.json", { locks }), project("till/package.json", { locks: locks.slice(0, 1) })];
  expect(brief(versionMultiple, { projects }, sideBySide)).toHaveLength(1);
});

const react = [lock("react@18", 4), lock("react@16", 9)];
const told = ["info package-lock.json:4:1 pkg:npm/react"];

test.each<[name: string, projects: readonly Project[], expected: readonly string[]]>([
  [
    "brought by what is asked for",
    [shop(["react", "carousel"], [...react, lock("carousel@1", 12, "react@16")])],
    ["error package.json:1:1 pkg:npm/react"],
  ],
  [
    "brought from further away",
    [shop(["react", "carousel"], [...react, lock("carousel@1", 12, "slide@2"), lock("slide@2", 20, "react@16")])],
    ["error package.json:1:1 pkg:npm/react"],
  ],
  ["not asked for", [shop(["carousel"], [...react, lock("carousel@1", 12, "react@16")])], told],
  ["for work on it only", [shop(["react", "carousel"], [...react, lock("carousel@1", 12, "react@16")], "dev")], told],
  ["brought by what nobody asks for", [shop(["react"], [...react, lock("carousel@1", 12, "react@16")])], told],
  [
    "wanted beside it",
    [
      shop(
        ["react", "carousel"],
        [
          ...react,
          {
            ...lock("carousel@1", 12, "react@16"),
            peers: [{ package: "pkg:npm/react", range: "16", optional: false, version: "16" }],
          },
        ],
      ),
    ],
    told,
  ],
  [
    "got in two versions, by who asks",
    [shop(["react", "carousel"], [...react, lock("carousel@1", 12, "react@16", "react@18")])],
    told,
  ],
  [
    "through what stands at two places",
    [
      shop(
        ["react", "carousel"],
        [...react, lock("carousel@1", 12, "slide@2"), lock("slide@2", 20, "react@16"), lock("slide@2", 30, "react@18")],
      ),
    ],
    told,
  ],
])("two Reacts: %s", (_, projects, expected) => {
  expect(brief(versionMultiple, { projects }, sideBySide)).toEqual(expected);
});

test("every package that must be alone has a reason and a source", () => {
  expect(readKnowledge("single-packages")).toMatchObject({
    packages: expect.arrayContaining([expect.objectContaining({ package: "pkg:npm/react" })]),
  });
  const text = JSON.stringify(readKnowledge("single-packages"));
  const counts = ["package", "reason", "source"].map((key) => text.split(`"${key}":"`).length);
  expect(new Set(counts).size).toBe(1);
});
