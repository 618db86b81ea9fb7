import { expect, test } from "vitest";
import { Neighbours } from "../../../src/checks/uses/neighbours.ts";
import type { Project } from "../../../src/model/project.ts";
import type { RequirementScope } from "../../../src/model/requirement.ts";
import { braid, project } from "../drawn-braid.ts";

function module(name: string, asks: Readonly<Record<string, RequirementScope>> = {}): Project {
  return project(`${name}/pom.xml`, {
    package: `pkg:maven/org.bank/${name}`,
    requirements: Object.entries(asks).map(([wanted, scope]) => ({ package: `pkg:maven/${wanted}`, scope })),
  });
}

test.each<[name: string, projects: readonly Project[], expected: boolean]>([
  ["for tests alone", [module("till", { "org.bank/vault": "test" }), module("vault")], false],
  ["to run", [module("till", { "org.bank/vault": "runtime" }), module("vault")], true],
  ["where it is provided", [module("till", { "org.bank/vault": "provided" }), module("vault")], true],
  ["managed alone", [module("till", { "org.bank/vault": "managed" }), module("vault")], false],
  [
    "along with a neighbour",
    [module("till", { "org.bank/desk": "runtime" }), module("desk", { "org.bank/vault": "runtime" }), module("vault")],
    true,
  ],
  [
    "for the tests of a neighbour",
    [module("till", { "org.bank/desk": "runtime" }), module("desk", { "org.bank/vault": "test" }), module("vault")],
    false,
  ],
  [
    "what a stranger brings is not of this repository",
    [module("till", { "org.mint/coins": "runtime" }), module("vault")],
    false,
  ],
  ["a relative's release may bring it", [module("till", { "org.bank/old-desk": "runtime" }), module("vault")], true],
  ["of another repository", [module("till")], true],
])("may come: %s", (_, projects, expected) => {
  const [till] = projects;
  if (till === undefined) throw new Error("no till");
  expect(new Neighbours(braid({ projects })).mayCome(till, "pkg:maven/org.bank/vault")).toBe(expected);
});
