/** What the parser reads of programs with mistakes: imports that stand there, in order, each once, and one diagnostic. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse } from "../../../src/languages/python/parse.ts";
import type { FileFacts } from "../../../src/model/facts.ts";
import { createSyntax } from "../../../src/syntax/syntax.ts";
import { brokenPrograms, mixedPrograms } from "./broken-programs.ts";
import { sourceOf } from "./scan-drawing.ts";

const syntax = createSyntax();
const runs = process.env["DEPBRAID_INVARIANT"] === "all" ? 5000 : 200;

/** Imports that are not where they say, or are no part of a statement on their line. */
function misplaced(text: string, { imports }: FileFacts): readonly string[] {
  return imports
    .filter(({ kind, specifier, start, end }) => {
      if (kind !== "import" && kind !== "from") return false;
      const before = text.slice(0, start).replaceAll(/\\(?:\r\n|\r|\n)/g, " ");
      const line = before.slice(Math.max(before.lastIndexOf("\n"), before.lastIndexOf("\r")) + 1);
      const begins = /(?:^|[;:\s])(?:from[ \t\f]*|import[ \t\f].*)$/.test(line);
      return !begins || text.slice(start, end).replaceAll(/[\s\\]+/g, "") !== specifier;
    })
    .map(({ specifier, line, column }) => `${line}:${column} ${specifier}`);
}

describe.each(["old", "common", "new"] as const)("programs broken by chance, %s", { timeout: 900_000 }, (age) => {
  test.each([
    ["by their characters", brokenPrograms],
    ["by their tokens", mixedPrograms],
  ])("%s", (_, made) => {
    fc.assert(
      fc.property(made(age), fc.constantFrom("shop/cart.py", "tests/__init__.py"), (text, path) => {
        const { facts } = parse(sourceOf(text, path), syntax);
        const keys = facts.imports.map(({ start, kind, specifier }) => `${start} ${kind} ${specifier}`);
        expect(misplaced(text, facts)).toEqual([]);
        expect(facts.imports.map(({ start }) => start)).toEqual(
          facts.imports.map(({ start }) => start).toSorted((a, b) => a - b),
        );
        expect(new Set(keys).size).toBe(keys.length);
        expect(facts.diagnostics.filter(({ code }) => code === "syntax").length).toBeLessThan(2);
      }),
      { numRuns: runs },
    );
  });
});
