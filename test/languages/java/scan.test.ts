import { describe, expect, test } from "vitest";
import { scan } from "../../../src/languages/java/scan.ts";
import { drawFacts } from "./drawn-facts.ts";
import { javaCases, kept } from "./java-cases.ts";

const source = (text: string, path = "Shop.java") => ({ path, text, diagnostics: [] });

describe("facts by the scanner", () => {
  test.each(javaCases)("$name", ({ text, path, facts, loadsOnly }) => {
    const scanned = scan(source(text, path));
    expect(scanned.doubt).toBeUndefined();
    expect(drawFacts(kept(scanned.facts, loadsOnly))).toBe(facts.join("\n"));
  });
});

describe("doubts", () => {
  test.each([
    ["class Shop { void open() { }", "unbalanced"],
    ["class Shop { } }", "unbalanced"],
    ["class Shop { int[] prices = {1, 2]; }", "unbalanced"],
    ["class Shop { import java.util.List; }", "unbalanced"],
    ['class Shop { String name = "Corner; }', "string"],
    ["class Shop { char sign = 'x; }", "string"],
    ['class Shop { String text = """ no line end """; }', "string"],
    ['class Shop { String text = """\n open', "string"],
    ["class Shop { /* open", "comment"],
    ["class Shop { int # price; }", "character"],
    ["class Shop\u0000 { }", "character"],
    ["class Shop { int \u00a0price; }", "character"],
    ["class Shop { int \\u0061; }", "escape"],
    ['class Shop { String s = STR."\\{price}"; }', "interpolation"],
    ["class Shop { int size = fits ? (Size) LARGE : SMALL; }", "label"],
    ["class Shop { int size = a ? b ? C.d : LARGE : SMALL; }", "label"],
    ["import java.util.List\nclass Shop { }", "import"],
    ["import java..List;", "import"],
    ["import ;", "import"],
    ["package ${package};\nclass ${name} { }", "package"],
    ["package shop\nclass Shop { }", "package"],
    ["package shop; package bank;", "package"],
    ["class { }", "declaration"],
    ["class Shop;", "declaration"],
    ["class Shop { void open() { Door. } }", "statement"],
    ["class Shop { int price = ; }", "statement"],
    ["class Shop { int price = 3 }", "statement"],
    ["class Shop { void open() { door.open() } }", "statement"],
    ["class Shop { void open() { close(1,); } }", "statement"],
    ["class Shop { int price = 1 2; }", "statement"],
    ['class Shop { String name = title "Corner"; }', "statement"],
    ["class Shop { Object made = new <Price>Shop(null); }", "statement"],
  ])("%j: %s", (text, doubt) => {
    expect(scan(source(text)).doubt).toBe(doubt);
  });

  test("what a doubted file says is still read", () => {
    const { facts, doubt } = scan(
      source("package shop;\nimport bank.Account;\nclass Shop { Till till = ; }\nclass Till { }"),
    );
    expect(doubt).toBe("statement");
    expect(drawFacts(facts)).toBe(
      ["package shop", "import bank.Account 2:8", "declares Shop", "declares Till", "uses Till 3:14"].join("\n"),
    );
  });

  test("a stray brace does not hide the types after it", () => {
    const { facts } = scan(source("class Shop { void open() { (; } }\nclass Till { class Drawer { } }"));
    expect(facts.declarations).toEqual(["Shop", "Till", "Till.Drawer"]);
  });
});

describe("hostile input costs bounded time", () => {
  test.each([
    ["open parentheses", `class Shop { int price = ${"(".repeat(100_000)}`],
    ["open braces", `class Shop ${"{".repeat(100_000)}`],
    ["nested types", "class Shop { ".repeat(2_000) + "}".repeat(2_000)],
    ["one long line", `class Shop { int price = ${"Till.open(1) + ".repeat(200_000)}0; }`],
    ["one long chain", `class Shop { int price = Till${".Part".repeat(100_000)}; }`],
    ["one long name", `class ${"Shop".repeat(500_000)} { }`],
    ["stars in an open comment", `/*${"* /".repeat(500_000)}`],
    ["many names", `class Shop { ${Array.from({ length: 50_000 }, (_, at) => `Type${at} x${at};`).join(" ")} }`],
    ["NUL bytes", "\u0000".repeat(100_000)],
  ])("%s", (_, text) => {
    const started = performance.now();
    scan(source(text));
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
