/** Notebooks: both tiers say the same, and that is what their cells say. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse } from "../../../../src/languages/python/parse.ts";
import { scan } from "../../../../src/languages/python/scan.ts";
import type { FileFacts } from "../../../../src/model/facts.ts";
import { createSyntax } from "../../../../src/syntax/syntax.ts";
import { sourceOf } from "../scan-drawing.ts";
import { notebooksOfMagics, plainNotebooks } from "./notebook-programs.ts";

const syntax = createSyntax();
const runs = process.env["DEPBRAID_INVARIANT"] === "all" ? 1000 : 100;
const ages = ["old", "common", "new"] as const;

/** What its imports say, but for their places. */
function placeless({ imports }: FileFacts): readonly unknown[] {
  return imports.map(({ kind, specifier, names, typeOnly, dynamic, optional, local, marker }) => {
    return { kind, specifier, names, typeOnly, dynamic, optional, local, marker };
  });
}

describe.each(ages)("over notebooks made by chance, %s", { timeout: 900_000 }, (age) => {
  test("with lines of IPython", () => {
    let sure = 0;
    fc.assert(
      fc.property(notebooksOfMagics(age), ({ json }) => {
        const source = sourceOf(json, "notes/shop.ipynb");
        const { facts, doubt } = scan(source);
        const parsed = parse(source, syntax).facts;
        expect(parsed.diagnostics.filter(({ code }) => code === "syntax")).toEqual([]);
        if (doubt !== undefined) return;
        sure++;
        expect(facts).toEqual(parsed);
      }),
      { numRuns: runs },
    );
    expect(sure).toBeGreaterThan(0);
  });

  test("the facts of the cells, in their order", () => {
    fc.assert(
      fc.property(plainNotebooks(age), ({ json, cells }) => {
        const whole = parse(sourceOf(json, "notes/shop.ipynb"), syntax).facts;
        const each = cells.map((text) => parse(sourceOf(text, "notes/shop.py"), syntax).facts);
        expect(placeless(whole)).toEqual(each.flatMap(placeless));
      }),
      { numRuns: runs },
    );
  });
});
