import { expect, test } from "vitest";
import { expandBraces, matchesGlob } from "../../../../src/languages/javascript/resolve/glob.ts";

test.each([
  ["packages/*", "packages/till", true],
  ["packages/*", "packages/till/src", false],
  ["packages/*", "packages", false],
  ["packages/**", "packages/till/src", true],
  ["packages/**", "packages", true],
  ["**/till", "shop/front/till", true],
  ["**/till", "till", true],
  ["shop-*/front", "shop-north/front", true],
  ["shop-*/front", "shop/front", false],
  ["a/**/b/**/c", "a/x/b/y/z/c", true],
  ["a/**/b/**/c", "a/x/y/z/c", false],
  ["till-?", "till-1", true],
  ["till-?", "till-10", false],
  ["src/**/*.ts", "src/till.ts", true],
  ["src/**/*.ts", "src/a/b/till.ts", true],
  ["src/**/*.ts", "src/till.tsx", false],
])("%s over %s: %s", (pattern, path, expected) => {
  expect(matchesGlob(pattern, path)).toBe(expected);
});

test("a pattern made to be slow is not", () => {
  const path = `${"a/".repeat(2000)}b`;
  const start = performance.now();
  expect(matchesGlob(`${"**/a/".repeat(200)}c`, path)).toBe(false);
  expect(matchesGlob(`${"*a".repeat(200)}c`, "a".repeat(5000))).toBe(false);
  expect(performance.now() - start).toBeLessThan(2000);
});

test.each([
  ["{apps,libs}/*", ["apps/*", "libs/*"]],
  ["packages/*", ["packages/*"]],
  ["{a,{b,c}}/d", ["a/d", "b/d", "c/d"]],
  ["broken}{", ["broken}{"]],
])("the alternatives of %s", (pattern, expected) => {
  expect(expandBraces(pattern).toSorted()).toEqual(expected.toSorted());
});

test("alternatives without end stay one pattern", () => {
  const pattern = "{a,b}".repeat(30);
  expect(expandBraces(pattern)).toEqual([pattern]);
});
