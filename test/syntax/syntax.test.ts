import { expect, test } from "vitest";
import { extract } from "../../src/extract.ts";
import { python } from "../../src/languages/python/index.ts";
import { createSyntax, ParseTimeout } from "../../src/syntax/syntax.ts";

/** Costs tree-sitter's Python grammar the square of its length. */
const slow = `import json\n${"\\\n".repeat(30_000)}\nimport os\n`;

test("inputs over tree-sitter's own buffer are parsed, and offsets count UTF-16 code units", () => {
  const root = createSyntax().parse("python", `${"# ß😀\n".repeat(20_000)}import bread\n`);
  const statement = root.namedChild(root.namedChildCount - 1);
  expect([root.hasError, statement?.text, statement?.startIndex]).toEqual([false, "import bread", 120_000]);
});

test("a grammar that takes too long is stopped, and parses the next file", () => {
  const syntax = createSyntax(50);
  expect(() => syntax.parse("python", slow)).toThrow(ParseTimeout);
  expect(syntax.parse("python", "import bread\n").toString()).toBe(
    "(module (import_statement name: (dotted_name (identifier))))",
  );
});

test("a file that took too long keeps what the scanner read, and says so", () => {
  const source = { path: "slow.py", text: slow, diagnostics: [] };
  const { facts } = extract(source, python, [], createSyntax(50), { precise: true });
  expect(facts.imports.map((each) => each.specifier)).toEqual(["json"]);
  expect(facts.diagnostics.map(({ code, message }) => `${code}: ${message}`)).toEqual([
    "syntax: the grammar took over 0.05 s on this file; its imports were read by the scanner alone, " +
      "which is not sure of them (indentation)",
  ]);
});
