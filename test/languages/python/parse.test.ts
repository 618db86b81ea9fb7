import { describe, expect, test } from "vitest";
import { parse } from "../../../src/languages/python/parse.ts";
import { createSyntax } from "../../../src/syntax/syntax.ts";
import { cases } from "./scan-cases.ts";
import { drawFacts, sourceOf } from "./scan-drawing.ts";

const syntax = createSyntax();

for (const [theme, list] of Object.entries(cases)) {
  describe(`${theme}`, () => {
    test.each(list)("$name", ({ text, path, drawing }) => {
      expect(drawFacts(parse(sourceOf(text, path), syntax).facts)).toBe(drawing);
    });
  });
}

describe("broken files", () => {
  test.each([
    {
      name: "an open bracket: the imports after it, and where it is",
      text: "import tax\nx = (1,\nimport till\nfrom . import stock\n",
      drawing:
        "1:8 import tax\n3:8 import till\n4:6 from . (stock)\n! syntax 2:5 this bracket has no partner, or one of another kind",
    },
    {
      name: "a missing operand",
      text: "import tax\nx = = 1\nif TYPE_CHECKING:\n    import till\n",
      drawing: "1:8 import tax\n4:12 import till [typeOnly]\n! syntax 2:5 an operator or an operand is missing here",
    },
    {
      name: "half an import",
      text: "import\nimport tax\n",
      drawing: "2:8 import tax\n! syntax 1:1 this import is not complete",
    },
    {
      name: "an open string: what may be read after it",
      text: "import tax\nx = '''\nimport till\n",
      drawing:
        "1:8 import tax\n3:8 import till\n! syntax 2:5 a string that begins here is not closed, or not as its quotes ask",
    },
    {
      name: "marks of a merge",
      text: "import tax\n<<<<<<< here\nimport till\n=======\nimport stock\n>>>>>>> there\n",
      drawing:
        "1:8 import tax\n3:8 import till\n5:8 import stock\n! syntax 2:1 an operator or an operand is missing here",
    },
    {
      name: "a character that is none of Python's",
      text: "import tax\n\0\nimport till\n",
      drawing: "1:8 import tax\n3:8 import till\n! syntax 2:1 no part of Python begins with this character",
    },
  ])("$name", ({ text, drawing }) => {
    expect(drawFacts(parse(sourceOf(text), syntax).facts)).toBe(drawing);
  });
});

test("ten thousand brackets, open and closed", () => {
  const deep = 10_000;
  const closed = `x = ${"(".repeat(deep)}1${")".repeat(deep)}\nimport tax\n`;
  expect(drawFacts(parse(sourceOf(closed), syntax).facts)).toBe("2:8 import tax");
  const open = `import tax\nx = ${"[".repeat(deep)}\n`;
  expect(drawFacts(parse(sourceOf(open), syntax).facts)).toContain("1:8 import tax\n! syntax");
});
