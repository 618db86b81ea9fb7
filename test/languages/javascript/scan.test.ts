import { describe, expect, test } from "vitest";
import { cases } from "./cases.ts";
import { componentCases } from "./component-cases.ts";
import { rareCases } from "./rare-cases.ts";
import { drawScanned } from "./facts-drawing.ts";

describe("what the scanner finds", () => {
  test.each([...cases, ...rareCases, ...componentCases])("$about", ({ path, text, drawing, doubt }) => {
    expect(drawScanned(path, text)).toBe(doubt === undefined ? drawing : `doubt: ${doubt}`);
  });
});

describe("what Babel could not follow is left to it", () => {
  const deep = 10_000;
  test.each([
    ["brackets", "[".repeat(deep) + "]".repeat(deep)],
    ["sums", `a${"+1".repeat(deep)}`],
    ["conditionals", `${"a?".repeat(deep)}1${":1".repeat(deep)}`],
    ["else-ifs", `${"if (a) b; else ".repeat(deep)}c`],
    ["ifs", `${"if (a) ".repeat(deep)}b`],
    ["arrows", `${"a => ".repeat(deep)}b`],
    ["defaults", `${"a ?? ".repeat(deep)}b`],
    ["news", `${"new ".repeat(deep)}Till`],
    ["templates", `${"`${".repeat(deep)}${"}`".repeat(deep)}`],
    ["elements", "<a>".repeat(deep)],
  ])("%s", (_, text) => {
    expect(drawScanned("shop.js", text)).toBe("doubt: depth");
  });
});

describe("broken syntax is doubted", () => {
  test.each([
    ["a = ;"],
    ["a b"],
    ["f(, a)"],
    ["{ price } = till"],
    ["a. = 1"],
    ["f(a;b)"],
    ["({ a; b })"],
    ["a ? : b"],
    ["(a: b)"],
    ["let a = 3px"],
    ["'open"],
    ["`open"],
    ["/open"],
    ["/* open"],
    ["<p>open"],
    ["<p></b>"],
    ["import a, from 'b'"],
    ["import { a b } from 'c'"],
    ["export { a } from"],
    ["(]"],
    ["a = {{ shop.name }}"],
  ])("%s", (text) => {
    expect(drawScanned("shop.js", text)).toMatch(/^doubt: /);
  });
});
