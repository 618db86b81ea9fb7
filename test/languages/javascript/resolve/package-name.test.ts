import { expect, test } from "vitest";
import {
  isPackageName,
  splitPackageSpecifier,
  typesPackage,
} from "../../../../src/languages/javascript/resolve/package-name.ts";

test.each([
  ["react", "react", "."],
  ["react/jsx-runtime", "react", "./jsx-runtime"],
  ["react/", "react", "."],
  ["@shop/till", "@shop/till", "."],
  ["@shop/till/lib/drawer.js", "@shop/till", "./lib/drawer.js"],
  ["JSONStream", "JSONStream", "."],
  ["highlight.js/lib/core", "highlight.js", "./lib/core"],
])("%s is %s and %s", (specifier, name, subpath) => {
  expect(splitPackageSpecifier(specifier)).toEqual({ name, subpath });
});

test.each([
  "",
  "@",
  "@/till",
  "@shop",
  "@shop/",
  ".till",
  "_till",
  "a b",
  "a%2fb",
  "$lib/till",
  "node_modules",
  "x".repeat(215),
])("%j names no package", (specifier) => {
  expect(splitPackageSpecifier(specifier)).toBeUndefined();
  expect(isPackageName(specifier)).toBe(false);
});

test.each([
  ["estree", "@types/estree"],
  ["@shop/till", "@types/shop__till"],
])("the types of %s are in %s", (name, types) => {
  expect(typesPackage(name)).toBe(types);
});
