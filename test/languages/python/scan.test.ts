import { describe, expect, it, test } from "vitest";
import { scan } from "../../../src/languages/python/scan.ts";
import { cases } from "./scan-cases.ts";
import { drawFacts, sourceOf } from "./scan-drawing.ts";

/** Cases that only the tree tells: the scanner must say so. */
const doubted: Readonly<Record<string, string>> = {
  "by a name that is not ASCII": "dynamic",
  "in a lambda": "dynamic",
  "where it stands": "dynamic",
  "assignment expressions": "binding",
  patterns: "binding",
};

for (const [theme, list] of Object.entries(cases)) {
  describe(`${theme}`, () => {
    test.each(list)("$name", ({ name, text, path, drawing }) => {
      const { facts, doubt } = scan(sourceOf(text, path));
      const expected = doubted[name];
      expect(doubt ?? drawFacts(facts)).toBe(expected ?? drawing);
    });
  });
}

describe("doubts", () => {
  test.each([
    ["string", "x = 'open\nimport tax\n"],
    ["string", 'x = """open\nimport tax\n'],
    ["operand", "x = f'{a'\n"],
    ["string", "x = f'}'\n"],
    ["bracket", "x = (1\nimport tax\n"],
    ["bracket", "x = (1]\n"],
    ["bracket", "x = 1)\n"],
    ["character", "x = a ? b\n"],
    ["character", "x = “a”\n"],
    ["character", "import tax\n\0\n"],
    ["operand", "x = = 1\n"],
    ["operand", "x =\n"],
    ["operand", "x = a b\n"],
    ["operand", "x = f(,)\n"],
    ["operand", "x = 1 'a'\n"],
    ["operand", "del;; x\n"],
    ["indentation", "x = 1\n  import tax\n"],
    ["indentation", "if a:\n    b\n  import tax\n"],
    ["indentation", "if a:\n        b\n\timport tax\n"],
    ["block", "if a:\nimport tax\n"],
    ["block", "else:\n    import tax\n"],
    ["block", "try:\n    import tax\nimport till\n"],
    ["block", "if a: for b in c: pass\n"],
    ["colon", "if a\n    import tax\n"],
    ["import", "import tax.\n"],
    ["import", "from import tax\n"],
    ["import", "from tax import\n"],
    ["import", "from tax import a b\n"],
    ["import", "from tax import a,\n"],
    ["import", "import tax as\n"],
  ])("%s: %j", (doubt, text) => {
    expect(scan(sourceOf(text)).doubt).toBe(doubt);
  });
});

it("reads ten thousand brackets, fields and lines without the stack", () => {
  const deep = 10_000;
  const text = [
    `x = ${"(".repeat(deep)}1${")".repeat(deep)}`,
    `y = ${"f'{".repeat(deep)}1${"}'".repeat(deep)}`,
    `z = 1${" \\\n + 1".repeat(deep)}`,
    "import tax",
  ].join("\n");
  const { facts, doubt } = scan(sourceOf(text));
  expect(doubt).toBeUndefined();
  expect(drawFacts(facts)).toBe(`${deep + 4}:8 import tax`);
});
