import { describe, expect, test } from "vitest";
import { parse } from "../../../src/languages/javascript/parse.ts";
import { createSyntax } from "../../../src/syntax/syntax.ts";
import { cases } from "./cases.ts";
import { componentCases } from "./component-cases.ts";
import { rareCases } from "./rare-cases.ts";
import { drawParsed, parsed, source } from "./facts-drawing.ts";

describe("what the parser finds", () => {
  test.each([...cases, ...rareCases, ...componentCases])("$about", ({ path, text, drawing }) => {
    expect(drawParsed(path, text)).toBe(drawing);
  });
});

describe("what is handed on", () => {
  test("the specifier stands between its offsets, quotes included", () => {
    const text = 'const till = require("./till")';
    const [found] = parsed("shop.js", text).imports;
    expect(text.slice(found?.start, found?.end)).toBe('"./till"');
  });

  test("Babel's tree, or tree-sitter's where Babel gives up", () => {
    const syntax = createSyntax();
    expect(parse(source("shop.ts", "let price: number"), syntax).tree?.kind).toBe("babel");
    expect(parse(source("shop.ts", "let price: = 1"), syntax).tree?.kind).toBe("tree-sitter");
  });
});

describe("hostile input", () => {
  const deep = 10_000;
  test.each([
    ["parentheses", `${"(".repeat(deep)}require("./till")${")".repeat(deep)}`],
    ["braces", `${"{".repeat(deep)}require("./till")${"}".repeat(deep)}`],
    ["signs", `${"!".repeat(deep)}require("./till")`],
    ["assignments", `${"a=".repeat(deep)}require("./till")`],
  ])("%s without end: the import is read, and one diagnostic says why the rest was not", (_, text) => {
    const { imports, diagnostics } = parsed("shop.js", text);
    expect(imports.map((each) => each.specifier)).toEqual(["./till"]);
    expect(diagnostics.map((each) => each.message)).toEqual(["the code is nested too deeply to parse whole"]);
  });
});
