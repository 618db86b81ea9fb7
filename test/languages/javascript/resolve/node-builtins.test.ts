import { builtinModules } from "node:module";
import { expect, test } from "vitest";
import { nodeBuiltin } from "../../../../src/languages/javascript/resolve/node-builtins.ts";

test("knows every public builtin of the Node that runs this", () => {
  const names = builtinModules.filter((name) => !name.startsWith("_"));
  expect(names.length).toBeGreaterThan(50);
  expect(names.filter((name) => nodeBuiltin(name) === undefined)).toEqual([]);
});

test.each([
  ["fs", "fs"],
  ["node:fs", "fs"],
  ["fs/promises", "fs/promises"],
  ["node:test", "test"],
  ["node:sqlite", "sqlite"],
  // Without its prefix this one is a package.
  ["test", undefined],
  ["fs-extra", undefined],
  ["punycode/", undefined],
  ["constructor", undefined],
])("%s is %s", (specifier, expected) => {
  expect(nodeBuiltin(specifier)).toBe(expected);
});
