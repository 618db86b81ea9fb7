import fc from "fast-check";
import { expect, test } from "vitest";
import { importCycle } from "../../src/checks/import-cycle.ts";
import { brief, braid, found, numbers, project } from "./drawn-braid.ts";

test("the shortest circle of a set, and the cheapest step to cut", () => {
  expect(
    found(importCycle, {
      projects: [project("library/package.json")],
      edges: `
        library/loans.py -> library/books.py 1:1 names=Book,Shelf
        library/books.py -> library/loans.py 4:6 names=Loan
        library/books.py -> library/shelves.py 5:1
        library/shelves.py -> library/rooms.py 1:1
        library/rooms.py -> library/loans.py 1:1`,
    }),
  ).toBe(`warning library/books.py:4:6 file:library/books.py
  4 files all depend on each other; the shortest circle is library/books.py -> library/loans.py -> library/books.py
  - library/books.py:4 imports library/loans.py
  - library/loans.py:1 imports library/books.py
  fix: cut the import of library/loans.py at library/books.py:4, where only one name is needed: move what is shared into a file of its own, or pass it in`);
});

test("one finding a set", () => {
  const edges = "a.ts -> b.ts 1:1\nb.ts -> a.ts 1:1\nc.ts -> d.ts 1:1\nd.ts -> c.ts 1:1\nb.ts -> c.ts 2:1";
  expect(brief(importCycle, { edges })).toEqual(["warning a.ts:1:1 file:a.ts", "warning c.ts:1:1 file:c.ts"]);
});

test.each([
  ["no way back", "a.ts -> b.ts 1:1\nb.ts -> c.ts 1:1", []],
  ["types are erased before anything runs", "a.ts -> b.ts 1:1\nb.ts -> a.ts 1:1 [typeOnly]", []],
  ["what a compiler drops", "a.ts -> b.ts 1:1\nb.ts -> a.ts 1:1 [erased]", []],
  [
    "a circle beside one that a compiler breaks",
    "a.ts -> b.ts 1:1 [erased]\nb.ts -> a.ts 1:1\nb.ts -> c.ts 2:1\nc.ts -> b.ts 1:1",
    ["warning b.ts:2:1 file:b.ts"],
  ],
  ["a file that imports itself", "a.ts -> a.ts 1:1", []],
  ["an import that runs later", "a.py -> b.py 1:1\nb.py -> a.py 7:5 [local]", ["info a.py:1:1 file:a.py"]],
  ["a dynamic import", "a.ts -> b.ts 1:1\nb.ts -> a.ts 7:5 [dynamic]", ["info a.ts:1:1 file:a.ts"]],
  [
    "a circle of loading beside one that closes later",
    "a.py -> b.py 1:1\nb.py -> a.py 7:5 [local]\nb.py -> c.py 1:1\nc.py -> b.py 1:1",
    ["warning b.py:1:1 file:b.py"],
  ],
  ["references count", "A.java -> B.java 1:1 references\nB.java -> A.java 1:1", ["warning A.java:1:1 file:A.java"]],
  [
    "fixtures",
    "fixtures/a.ts -> fixtures/b.ts 1:1\nfixtures/b.ts -> fixtures/a.ts 1:1",
    ["info fixtures/a.ts:1:1 file:fixtures/a.ts"],
  ],
])("%s", (_, edges, expected) => {
  expect(brief(importCycle, { edges })).toEqual(expected);
});

const units = { "A.java": { unit: "bank" }, "B.java": { unit: "bank" }, "C.java": { unit: "till" } };

test("files of one unit may need each other", () => {
  const edges = "A.java -> B.java 1:1\nB.java -> A.java 1:1";
  expect(brief(importCycle, { edges, nodes: units })).toEqual(["info A.java:1:1 file:A.java"]);
});

test("the circle that is shown runs between units, though a shorter one lies within", () => {
  const edges = "A.java -> B.java 1:1\nB.java -> A.java 1:1\nB.java -> C.java 2:1\nC.java -> A.java 3:1";
  expect(found(importCycle, { edges, nodes: units })).toContain("A.java -> B.java -> C.java -> A.java");
});

const bank = project("bank/pom.xml", {
  package: "pkg:npm/bank",
  version: "2",
  requirements: [{ package: "pkg:npm/till", line: 9 }],
});
const till = project("till/pom.xml", { package: "pkg:npm/till", version: "2" });

function tillAsking(requirement: object): typeof till {
  return project("till/pom.xml", {
    package: "pkg:npm/till",
    version: "2",
    requirements: [{ package: "pkg:npm/bank", line: 5, ...requirement }],
  });
}

test("projects that ask for each other at run time", () => {
  expect(found(importCycle, { projects: [bank, tillAsking({})] })).toBe(`error bank/pom.xml:9:1 project:bank/pom.xml
  2 projects depend on each other in a circle: bank/pom.xml -> till/pom.xml -> bank/pom.xml
  - bank/pom.xml:9 asks for till/pom.xml
  - till/pom.xml:5 asks for bank/pom.xml
  fix: let till/pom.xml do without bank/pom.xml: move what both need into a project below them`);
});

test.each([
  ["only in tests", { scope: "test" }, ["info"]],
  ["as a peer", { scope: "peer" }, ["info"]],
  ["in an extra", { group: "all" }, ["info"]],
  ["managed", { scope: "managed" }, []],
  ["in a version that is published elsewhere", { range: "1" }, []],
  ["in the version that is here", { range: "1-3" }, ["error"]],
])("a circle that closes %s", (_, requirement, expected) => {
  const found = [...importCycle.run(braid({ projects: [bank, tillAsking(requirement)] }, numbers()))];
  expect(found.map(({ severity }) => severity)).toEqual(expected);
});

test("a circle that closes by what a file imports", () => {
  const edges = "till/drawer.ts -> bank/vault.ts 8:2";
  expect(brief(importCycle, { projects: [bank, till], edges })).toEqual([
    "warning bank/pom.xml:9:1 project:bank/pom.xml",
  ]);
});

test("what a compiler drops closes no circle of projects, and is asked for only where one is suspected", () => {
  const edges = "till/drawer.ts -> bank/vault.ts 8:2 [erased]";
  expect(brief(importCycle, { projects: [bank, till], edges })).toEqual([]);
  const apart = { ...till, requirements: [] };
  const drawn = braid({ projects: [{ ...bank, requirements: [] }, apart], edges });
  const isErased = (): boolean => {
    throw new Error("asked for");
  };
  expect([...importCycle.run({ ...drawn, isErased })]).toEqual([]);
});

test("a circle is found exactly when there is one, and each of its steps is an edge", () => {
  const edge = fc.tuple(fc.nat(9), fc.nat(9)).filter(([from, to]) => from !== to);
  fc.assert(
    fc.property(fc.uniqueArray(edge, { selector: String, maxLength: 25 }), (pairs) => {
      const edges = pairs.map(([from, to]) => `f${from}.ts -> f${to}.ts 1:1`).join("\n");
      const reaches = closure(pairs);
      const inCircle = new Set(pairs.flatMap(([from, to]) => (reaches.has(`${to} ${from}`) ? [from, to] : [])));
      const findings = [...importCycle.run(braid({ edges }))];
      expect(findings.length > 0).toBe(inCircle.size > 0);
      for (const { evidence } of findings) {
        for (const [at, step] of evidence.entries()) {
          const next = evidence[(at + 1) % evidence.length];
          expect(step.message).toBe(`imports ${next?.file ?? ""}`);
          expect(pairs.map(([from, to]) => `f${from}.ts f${to}.ts`)).toContain(`${step.file} ${next?.file ?? ""}`);
        }
        expect(evidence.length).toBe(shortestThroughAny(pairs, new Set(evidence.map((step) => step.file)), reaches));
      }
    }),
  );
});

type Pair = readonly [number, number];

function closure(pairs: readonly Pair[]): ReadonlySet<string> {
  const reaches = new Set(pairs.map(([from, to]) => `${from} ${to}`));
  for (let middle = 0; middle < 10; middle++)
    for (let from = 0; from < 10; from++)
      for (let to = 0; to < 10; to++)
        if (reaches.has(`${from} ${middle}`) && reaches.has(`${middle} ${to}`)) reaches.add(`${from} ${to}`);
  return reaches;
}

/** Length of the shortest circle within the set that these files belong to, by powers of the adjacency. */
function shortestThroughAny(pairs: readonly Pair[], files: ReadonlySet<string>, reaches: ReadonlySet<string>): number {
  const member = Number([...files][0]?.slice(1, -3));
  const within = pairs.filter(([from, to]) =>
    [from, to].every(
      (node) => node === member || (reaches.has(`${member} ${node}`) && reaches.has(`${node} ${member}`)),
    ),
  );
  let walks = new Set(within.map(String));
  for (let length = 1; length <= 10; length++) {
    if ([...walks].some((walk) => new Set(walk.split(",")).size === 1)) return length;
    walks = new Set(
      [...walks].flatMap((walk) => {
        const [from, to] = walk.split(",").map(Number);
        return within.filter(([start]) => start === to).map(([, end]) => `${from},${end}`);
      }),
    );
  }
  return 0;
}
