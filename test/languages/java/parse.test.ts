import { describe, expect, test } from "vitest";
import { parse } from "../../../src/languages/java/parse.ts";
import { createSyntax } from "../../../src/syntax/syntax.ts";
import { drawFacts } from "./drawn-facts.ts";
import { javaCases, kept } from "./java-cases.ts";

const syntax = createSyntax();
const read = (text: string, path = "Shop.java") => parse({ path, text, diagnostics: [] }, syntax);

describe("facts by the grammar", () => {
  test.each(javaCases)("$name", ({ text, path, facts, loadsOnly }) => {
    expect(drawFacts(kept(read(text, path).facts, loadsOnly))).toBe(facts.join("\n"));
  });

  test("the tree is handed on", () => {
    expect(read("class Shop { }").tree?.kind).toBe("tree-sitter");
  });
});

describe("where the scanner doubts, the grammar decides", () => {
  test.each([
    ["class Shop { Size size = fits ? (Size) LARGE : SMALL; }", ["Size 1:14", "LARGE 1:40", "SMALL 1:48"]],
    ["class Shop { void open() { if (late) DOOR: for (;;) break DOOR; } }", []],
    ["class Shop { Object made = new <Price>Shop(null); }", ["Object 1:14", "Price 1:33", "Shop 1:39"]],
  ])("%s", (text, uses) => {
    const { facts } = read(text);
    expect(drawFacts(facts)).toBe(["declares Shop", ...uses.map((use) => `uses ${use}`)].join("\n"));
  });
});

describe("bad syntax is one diagnostic, and the rest is read", () => {
  test.each([
    ["class Shop {\n  void open() {\n", "2:15 a bracket here has no partner"],
    ["class Shop {\n  void open(] { }\n}", "2:13 a bracket here has no partner"],
    ['class Shop {\n  String name = "Corner;\n}', "2:17 a string or character literal that begins here has no end"],
    ["class Shop {\n} /* open", "2:3 a comment that begins here has no end"],
    ["class Shop {\n  int price = ;\n}", "2:15 something is missing or too much here"],
    ["class Shop {\n  int price = 3\n}", "3:1 something is missing or too much here"],
    ["<<<<<<< HEAD\nclass Shop { }", "1:1 something is missing or too much here"],
    ["class Shop { }\n#end", "2:1 a character here can be no part of Java source"],
  ])("%j", (text, diagnostic) => {
    const { facts } = read(text);
    expect(drawFacts({ ...facts, references: [] })).toBe(["declares Shop", `syntax ${diagnostic}`].join("\n"));
  });

  test("a template that is no Java", () => {
    const { facts } = read(
      "package ${package};\n\nimport ${package}.Till;\n\npublic class ${name} {\n  Till till;\n}\n",
    );
    expect(drawFacts(facts)).toContain(
      "syntax 1:1 a package declaration here is not a dotted name and a semicolon, or is not the first",
    );
    expect(drawFacts(facts)).toContain("uses Till 6:3");
  });
});

describe("deep nesting costs no stack", () => {
  test.each([
    ["parentheses", `class Shop { int price = ${"(".repeat(10_000)}Price.ONE${")".repeat(10_000)}; }`],
    ["open parentheses", `class Shop { int price = Price.ONE + ${"(".repeat(10_000)}`],
    ["blocks", `class Shop { Price price; void open() { ${"{".repeat(10_000)}${"}".repeat(10_000)} } }`],
    ["types", `${"class Shop { ".repeat(3_000)} Price p; ${"}".repeat(3_000)}`],
    ["generics", `class Shop { ${"List<".repeat(3_000)}Price${">".repeat(3_000)} p; }`],
  ])("%s", (_, text) => {
    expect(drawFacts(read(text).facts)).toContain("uses Price");
  });
});
