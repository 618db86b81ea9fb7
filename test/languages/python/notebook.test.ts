import { describe, expect, it, test } from "vitest";
import { parse } from "../../../src/languages/python/parse.ts";
import { scan } from "../../../src/languages/python/scan.ts";
import { createSyntax } from "../../../src/syntax/syntax.ts";
import { drawFacts, sourceOf } from "./scan-drawing.ts";

const syntax = createSyntax();

/** A notebook as Jupyter writes it: a line of JSON for each line of a cell, the first of the code at line 4. */
function notebook(lines: readonly string[], language = "python"): string {
  const source = lines.map((line, at) => JSON.stringify(at < lines.length - 1 ? `${line}\n` : line));
  const cell = `{\n   "cell_type": "code",\n   "source": [\n${source.join(",\n")}\n   ]\n  }`;
  return `{ "cells": [${cell}],\n "metadata": { "language_info": { "name": "${language}" } }, "nbformat": 4 }`;
}

/** Both tiers, which must agree. */
function draw(json: string, path = "analysis/sales.ipynb"): string {
  const { facts, doubt } = scan(sourceOf(json, path));
  const parsed = drawFacts(parse(sourceOf(json, path), syntax).facts);
  if (doubt === undefined) expect(drawFacts(facts)).toBe(parsed);
  return parsed;
}

describe("what stands in a cell", () => {
  test.each([
    ["an import", ["import pandas as pd"], "4:9 import pandas"],
    ["after a quote and a tab", ['label = "\ta"; import till'], "4:26 import till"],
    ["within a guard", ["try:", "    import till", "except ImportError:", "    pass"], "5:13 import till [optional]"],
    ["after a line magic", ["%matplotlib inline", "import till"], "5:9 import till"],
    ["after a shell line in a block", ["if stale:", "    !pip install till", "import stock"], "6:9 import stock"],
    ["after a shell line that goes on", ["!pip install \\", "  till", "import stock"], "6:9 import stock"],
    ["beside what a shell answers", ["files = !ls", "import stock"], "5:9 import stock"],
    ["after help", ["till?", "?stock", "import shop"], "6:9 import shop"],
    ["in a cell that is timed", ["%%time", "import till"], "5:9 import till"],
    ["nothing in a cell of a shell", ["%%bash", "import till"], ""],
    ["a remainder, which is no magic", ["rest = 7 \\", "% 2", "import till"], "6:9 import till"],
  ])("%s", (_name, lines, drawing) => {
    expect(draw(notebook(lines))).toBe(drawing);
  });
});

it("is placed by the notebook's own offsets", () => {
  const json = notebook(['title = "Umsätze \\ 2026"', "from till import total"]);
  const [fact] = scan(sourceOf(json, "sales.ipynb")).facts.imports;
  expect(json.slice(fact?.start, fact?.end)).toBe("till");
});

it("tells broken code by its place in the notebook", () => {
  expect(draw(notebook(["import till", "total = (1"]))).toMatch(/^4:9 import till\n! syntax 5:\d+ this bracket/);
});

it.each([
  ["{", "! syntax 0:0 this is no notebook that can be read (nbformat 4): its code was not read"],
  ["[]", "! syntax 0:0 this is no notebook that can be read (nbformat 4): its code was not read"],
  [notebook(["library(till)"], "R"), "! unsupported 0:0 a notebook of R: its code is not read"],
])("%s", (json, drawing) => {
  expect(draw(json)).toBe(drawing);
});

it("reads what is no string of a cell as nothing", () => {
  expect(draw('{ "cells": [1, {}, { "cell_type": "code", "source": [1, null] }, { "source": "import till" }] }')).toBe(
    "",
  );
});
