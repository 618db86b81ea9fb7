import { expect, test } from "vitest";
import { LockPaths } from "../../../src/checks/locked/lock-paths.ts";
import type { Cause } from "../../../src/model/cause.ts";
import type { Project } from "../../../src/model/project.ts";
import type { LockEntry, Requirement } from "../../../src/model/requirement.ts";
import { causeLines } from "../../../src/reports/cause-text.ts";
import { braid, lock, project } from "../drawn-braid.ts";

/** A shop whose lockfile gives for each requirement the entry of the same package. */
function shop(locks: readonly LockEntry[], requirements: readonly Partial<Requirement>[]): Project {
  const made = project("package.json", { requirements, locks });
  const answers = new Map(
    made.requirements.map((requirement) => [
      requirement,
      locks.filter((entry) => entry.package === requirement.package),
    ]),
  );
  return { ...made, lockfiles: [{ file: "package-lock.json", tool: "npm", answers }] };
}

function drawn(cause: Cause): string {
  return [...causeLines([cause], { file: "", line: 0 })]
    .map(({ depth, place, text }) => `${"  ".repeat(depth)}${place} ${text}`.trimEnd())
    .join("\n");
}

test("each that asks for a version, by a shortest way, the nearest first", () => {
  const locks = [
    lock("express@4", 10, "qs@6", "body-parser@1"),
    lock("body-parser@1", 20, "qs@6"),
    lock("qs@6", 30),
    lock("left-pad@1", 40, "qs@6"),
  ];
  const projects = [shop(locks, [{ package: "pkg:npm/express", range: "4", line: 3 }])];
  expect(drawn(new LockPaths(braid({ projects })).locked(locks[2] ?? lock("none@0", 0)))).toBe(
    `package-lock.json:30:1 locks qs 6
  package.json:3:1 asks for express 4
  package-lock.json:10:1 → express 4 asks for qs 6
  package.json:3:1 asks for express 4
  package-lock.json:10:1 → express 4 asks for body-parser 1
  package-lock.json:20:1 → body-parser 1 asks for qs 6
  package-lock.json:40:1 left-pad 1 asks for qs 6`,
  );
});

test("a project's own requirement comes first, the rest is counted", () => {
  const users = Array.from({ length: 20 }, (_, at) => lock(`user${at}@1`, 100 + at, "react@18"));
  const react = lock("react@18", 7);
  const { because = [], more } = new LockPaths(
    braid({ projects: [shop([...users, react], [{ package: "pkg:npm/react", range: "18", line: 9 }])] }),
  ).locked(react);
  expect(because.map(({ message }) => message)).toEqual([
    "asks for react 18",
    ...[0, 1, 2, 3].map((at) => `user${at} 1 asks for react 18`),
  ]);
  expect(more).toBe(16);
});

test("a circle that no project asks for ends", () => {
  const locks = [lock("hen@1", 1, "egg@1"), lock("egg@1", 2, "hen@1")];
  const [hen] = locks;
  expect(drawn(new LockPaths(braid({ projects: [shop(locks, [])] })).locked(hen ?? lock("none@0", 0)))).toBe(
    "package-lock.json:1:1 locks hen 1\n  package-lock.json:2:1 egg 1 asks for hen 1",
  );
});
