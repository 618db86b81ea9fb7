import { expect, test } from "vitest";
import { readSpecifier } from "../../../../src/languages/javascript/resolve/specifier.ts";

test.each([
  ["./till", "relative ./till"],
  ["..", "relative .."],
  [".till", "bare .till"],
  ["till", "bare till"],
  ["node:fs", "bare node:fs"],
  ["#till", "internal #till"],
  ["/till", "absolute /till, by a bundler"],
  ["./till.svg?url", "relative ./till.svg, by a bundler"],
  ["style-loader!css-loader?modules!./till.css", "relative ./till.css, by a bundler"],
  ["bun:test", "runtime bun/test"],
  ["bun", "runtime bun"],
  ["bundle", "bare bundle"],
  ["https://example.invalid/till.js", "elsewhere"],
  ["C:/till.js", "elsewhere"],
  ["virtual:till", "elsewhere"],
  ["virtual:uno.css", "elsewhere"],
  ["astro:content", "elsewhere"],
  ["\0till", "elsewhere"],
  ["{{name}}/till", "elsewhere"],
  ["./<%= name %>", "elsewhere"],
  ["", "elsewhere"],
])("%j is %s", (written, expected) => {
  const { specifier, byBundler } = readSpecifier(written);
  const rest = specifier.kind === "elsewhere" ? [] : [Object.values(specifier)[1]];
  expect([specifier.kind, ...rest].join(" ") + (byBundler ? ", by a bundler" : "")).toBe(expected);
});
