import { expect, test } from "vitest";
import type { Conflict } from "../../src/model/conflict.ts";
import { compareConflicts } from "../../src/model/earlier-conflicts.ts";

/** `identity file:line subject` and the text of the line. */
function conflicts(drawn: string): readonly (Conflict & { readonly text: string })[] {
  return drawn
    .trim()
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => {
      const [head = "", text = ""] = line.trim().split(" | ");
      const [id = "", place = "", subject = ""] = head.split(/\s+/);
      const [file = "", number = "0"] = place.split(":");
      const own = { code: "import/unresolved", id, file, line: Number(number), subject, text };
      return Object.assign(own, { severity: "error", message: "", column: 1, evidence: [], help: "" } as const);
    });
}

function compared(
  before: string,
  now: string,
): { readonly fresh: readonly string[]; readonly gone: readonly string[] } {
  const texts = new Map(conflicts(now).map(({ id, text }) => [id, text]));
  const { fresh, gone } = compareConflicts(conflicts(now), conflicts(before), {
    now: ({ id }) => texts.get(id),
    before: ({ text }) => text,
  });
  const told = (list: readonly Conflict[]): readonly string[] => list.map(({ file, line }) => `${file}:${line}`);
  return { fresh: told(fresh), gone: told(gone) };
}

const table: readonly [string, string, string, readonly string[], readonly string[]][] = [
  ["the same", "a1 till.py:1 x | import x", "a1 till.py:9 x | import x", [], []],
  ["another wording in the same place", "a1 till.py:1 x | import x", "a1 till.py:1 x | import x as y", [], []],
  [
    "one put before one that is alike: the new one is told, though it has the old one's identity",
    "a1 till.py:5 x | run(x)",
    `a1   till.py:2 x | run(x, now)
     a1-2 till.py:6 x | run(x)`,
    ["till.py:2"],
    [],
  ],
  [
    "the first of two that are alike is gone",
    `a1   till.py:2 x | run(x, now)
     a1-2 till.py:6 x | run(x)`,
    "a1 till.py:4 x | run(x)",
    [],
    ["till.py:2"],
  ],
  [
    "two of one text, where one more comes",
    `a1   till.py:2 x | run(x)
     a1-2 till.py:6 x | run(x)`,
    `a1   till.py:2 x | run(x)
     a1-2 till.py:6 x | run(x)
     a1-3 till.py:8 x | run(x)`,
    ["till.py:8"],
    [],
  ],
  ["moved", "a1 till.py:1 x | import x", "b2 desk.py:3 x | import x", [], []],
  [
    "moved, and about its own file",
    "a1 till.py:1 file:till.py | import x",
    "b2 desk.py:3 file:desk.py | import x",
    [],
    [],
  ],
  [
    "not moved: of another subject",
    "a1 till.py:1 x | import x",
    "b2 desk.py:3 y | import x",
    ["desk.py:3"],
    ["till.py:1"],
  ],
  [
    "copied: it is still where it was",
    "a1 till.py:1 x | import x",
    `a1 till.py:1 x | import x
     b2 desk.py:1 x | import x`,
    ["desk.py:1"],
    [],
  ],
];

test.each(table)("%s", (_, before, now, fresh, gone) => {
  expect(compared(before, now)).toEqual({ fresh, gone });
});
