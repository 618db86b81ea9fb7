import { describe, expect, test } from "vitest";
import { parse } from "../../../../src/languages/python/parse.ts";
import { scan } from "../../../../src/languages/python/scan.ts";
import { createSyntax } from "../../../../src/syntax/syntax.ts";
import { drawFacts, sourceOf } from "../scan-drawing.ts";

const syntax = createSyntax();

/** What both tiers read, which must be the same. */
function draw(json: string): string {
  const source = sourceOf(json, "notes/shop.ipynb");
  const scanned = scan(source);
  const drawn = drawFacts(parse(source, syntax).facts);
  expect(scanned.doubt === undefined ? drawFacts(scanned.facts) : drawn).toBe(drawn);
  return drawn;
}

/** A cell with a line of JSON for each of its lines, and what is around it. */
function notebook(...cells: readonly (readonly string[])[]): string {
  const written = cells.map((lines) => {
    const source = lines
      .map((line, at) => `    ${JSON.stringify(line + (at < lines.length - 1 ? "\n" : ""))}`)
      .join(",\n");
    return `  {"cell_type": "code", "outputs": [{"text": ["import no\\n"]}], "source": [\n${source}\n  ]}`;
  });
  return `{"cells": [\n${written.join(",\n")}\n],\n"metadata": {"kernelspec": {"language": "python"}}, "nbformat": 4}\n`;
}

const broken = "! syntax 0:0 this is no notebook, or not the whole of one; only the cells that could be read were";

describe("cells", () => {
  test.each([
    {
      name: "places in the file, each cell a module by itself",
      json: notebook(["import tax", "from shop import (cart,", "  till)"], ["if a:", "    import stock"]),
      drawing: "3:13 import tax\n4:11 from shop (cart, till)\n9:17 import stock",
    },
    {
      name: "one string, with escapes before and in names",
      json: '{"cells": [{"source": "x = \\"a\\\\n\\"\\nimport tax\\n\\u0069mport gr\\u00f6\\u00dfe\\t, till", "cell_type": "code"}]}',
      drawing: "1:45 import tax\n1:62 import größe\n1:81 import till",
    },
    {
      name: "only code, of the notebook's own level",
      json: '{"cells": [{"cell_type": "markdown", "source": ["import no"]}, {"cell_type": "raw", "source": "import no"}, {"cell_type": "code", "metadata": {"source": "import no", "deep": {"cells": [{"cell_type": "code", "source": "import no"}]}}, "source": ["import tax"]}]}',
      drawing: "1:254 import tax",
    },
    {
      name: "version 3",
      json: '{"worksheets": [{"cells": [{"cell_type": "code", "input": ["import tax"], "language": "python"}]}], "nbformat": 3}',
      drawing: "1:68 import tax",
    },
    {
      name: "another language",
      json: '{"cells": [{"cell_type": "code", "source": ["import no"]}], "metadata": {"language_info": {"name": "R"}}}',
      drawing: "! unsupported 0:0 a notebook of R: its code is not read",
    },
    { name: "nothing", json: "", drawing: broken },
    { name: "JSON that is no notebook", json: "[]", drawing: broken },
    { name: "half a notebook", json: '{"cells": [', drawing: broken },
    {
      name: "what is no string of a cell",
      json: '{ "cells": [1, {}, { "cell_type": "code", "source": [1, null] }, { "source": "import till" }] }',
      drawing: "",
    },
    {
      name: "JSON that breaks off",
      json: '{"cells": [{"cell_type": "code", "source": ["import tax"]}, {"cell_type": "code", "source": ["imp',
      drawing: `1:53 import tax\n${broken}`,
    },
    {
      name: "a cell of another language, as an editor has it",
      json: '{"cells": [{"cell_type": "code", "metadata": {"vscode": {"languageId": "xml"}}, "source": ["import no"]}, {"cell_type": "code", "metadata": {"vscode": {"languageId": "python"}}, "source": ["import tax"]}]}',
      drawing: "1:198 import tax",
    },
    {
      name: "a cell that is indented",
      json: notebook(["  def a():", "      import tax", "  if b:", "    import till", "import stock"]),
      drawing: "4:19 import tax [local]\n6:17 import till\n7:13 import stock",
    },
    {
      name: "a cell that is broken: the others",
      json: notebook(["import tax", "x = (1,"], ["import till"]),
      drawing: "3:13 import tax\n7:13 import till\n! syntax 4:10 this bracket has no partner, or one of another kind",
    },
  ])("$name", ({ json, drawing }) => {
    expect(draw(json)).toBe(drawing);
  });
});

describe("magics", () => {
  test.each([
    {
      name: "lines that are not Python",
      cell: ["%matplotlib inline", "!ls | import", "?import", "shop.till??", "%time import_no()", "import tax", "%%no"],
      drawing: "8:13 import tax",
    },
    {
      name: "in blocks, and over lines",
      cell: ["if a:", "    %cd shop", "for b in c:", "  !echo \\", "    import no", "import tax"],
      drawing: "8:13 import tax",
    },
    {
      name: "after form feeds",
      cell: ["\f%cd shop", "if a:", "\f  !echo import no", "\f  x = \f%env HOME", "\fshop?", "import tax"],
      drawing: "8:13 import tax",
    },
    {
      name: "values of names",
      cell: ["files, more = !ls", "x = %env HOME", "y = z", "a != b", "import tax"],
      drawing: "7:13 import tax",
    },
    {
      name: "not within brackets or strings",
      cell: ["x = ('%s'", "% y)", 'z = """', "!import no", '"""', "w = 5 \\", "  % 3", "import tax"],
      drawing: "10:13 import tax",
    },
    { name: "cells that are Python all the same", cell: ["%%time", "import tax"], drawing: "4:13 import tax" },
    { name: "cells that are not", cell: ["", "%%bash", "import tax"], drawing: "" },
    {
      name: "in guards",
      cell: ["try:", "    import tax", "except ImportError:", "    %pip install tax"],
      drawing: "4:17 import tax [optional]\nneeds 6:23 pkg:pypi/tax *",
    },
    { name: "after a quote and a tab", cell: ['label = "\ta"; import till'], drawing: "3:30 import till" },
    { name: "top-level await", cell: ["await shop()", "import tax"], drawing: "4:13 import tax" },
    {
      name: "extensions",
      cell: ["%load_ext autoreload", "%load_ext shop.magics"],
      drawing: "3:16 dotted-path autoreload [dynamic]\n4:16 dotted-path shop.magics [dynamic]",
    },
    {
      name: "what is installed",
      cell: [
        "%pip install -q till 'tax>=1' -r needs.txt",
        "!pip3 install --index-url https://example.com stock[all]==2 && echo no",
        "!{sys.executable} -m pip install -U cart",
        "%conda install -y -c forge desk=1.2",
        "!uv pip install ./here git+https://example.com/no",
        "%pip list",
        "pip install --quiet shop",
      ],
      drawing:
        "needs 3:22 pkg:pypi/till *\nneeds 3:28 pkg:pypi/tax >=1\nneeds 4:52 pkg:pypi/stock ==2\nneeds 5:42 pkg:pypi/cart *\nneeds 6:33 pkg:pypi/desk *\nneeds 9:26 pkg:pypi/shop *",
    },
    {
      name: "what is installed in a cell without a sign",
      cell: ["import tax", "pip3 install till"],
      drawing: "3:13 import tax\nneeds 4:19 pkg:pypi/till *",
    },
    {
      name: "what a cell of a shell installs",
      cell: ["%%sh", "cd notes", "pip install till -q"],
      drawing: "needs 5:18 pkg:pypi/till *",
    },
    { name: "what a cell of another language only names", cell: ["%%js", "pip install till"], drawing: "" },
    {
      name: "what runs the cells",
      cell: ["import tax", "from IPython.display import display"],
      drawing: "3:13 import tax\n4:11 from IPython.display (display)\nneeds 4:11 pkg:pypi/ipython *",
    },
  ])("$name", ({ cell, drawing }) => {
    expect(draw(notebook(cell))).toBe(drawing);
  });
});

test("a hundred thousand brackets and a megabyte of output", () => {
  expect(draw("[".repeat(100_000))).toBe(broken);
  const output = `"${"A".repeat(1_000_000)}"`;
  const cell = '{"cell_type": "code", "source": ["import tax"]}';
  expect(draw(`{"cells": [{"outputs": [${output}], "cell_type": "code"}, ${cell}]}`)).toMatch(/^1:\d+ import tax$/);
});

test("offsets are those of the file", () => {
  const json = notebook(['title = "Umsätze \\ 2026"', "from till import total"]);
  const [fact] = scan(sourceOf(json, "notes/sales.ipynb")).facts.imports;
  expect(json.slice(fact?.start, fact?.end)).toBe("till");
  const quoted = notebook(['import_module("größe")']);
  const [call] = scan(sourceOf(quoted, "notes/sales.ipynb")).facts.imports;
  expect(quoted.slice(call?.start, call?.end)).toBe('\\"größe\\"');
});
