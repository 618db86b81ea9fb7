import { readdirSync, readFileSync, realpathSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { expect, test } from "vitest";
import { exportTargets, importTargets } from "../../../../src/languages/javascript/resolve/package-exports.ts";
import type { JsonNode } from "../../../../src/files/json-node.ts";
import { readJson } from "../../../../src/files/json-text.ts";

function json(value: unknown): JsonNode {
  const { root } = readJson({ path: "package.json", text: JSON.stringify(value), diagnostics: [] }, "json");
  if (root === undefined) throw new Error("no JSON");
  return root;
}

const conditions = new Set(["import", "node"]);

test.each([
  ["a lone string is the entry", "./till.js", ".", ["./till.js"]],
  ["a lone string has no subpaths", "./till.js", "./coins", []],
  ["conditions in their order", { require: "./till.cjs", import: "./till.mjs" }, ".", ["./till.mjs"]],
  ["default holds always", { browser: "./web.js", default: "./till.js" }, ".", ["./till.js"]],
  ["conditions nest", { node: { import: "./n.mjs", default: "./n.cjs" } }, ".", ["./n.mjs", "./n.cjs"]],
  ["an undefined branch falls through", { node: { browser: "./b.js" }, default: "./d.js" }, ".", ["./d.js"]],
  ["null is an answer", { node: null, default: "./d.js" }, ".", []],
  ["subpaths", { ".": "./a.js", "./coins": "./c.js" }, "./coins", ["./c.js"]],
  ["a subpath that is not there", { ".": "./a.js" }, "./coins", []],
  ["patterns", { "./*": "./src/*.js" }, "./coins/euro", ["./src/coins/euro.js"]],
  ["stars are all filled in", { "./*": "./src/*/*.js" }, "./euro", ["./src/euro/euro.js"]],
  ["the longest pattern", { "./*": "./a/*.js", "./coins/*": "./c/*.js" }, "./coins/x", ["./c/x.js"]],
  ["a pattern with an ending", { "./*": "./a/*.js", "./*.css": "./s/*.css" }, "./x.css", ["./s/x.css"]],
  ["what is shut off", { "./*": "./a/*.js", "./internal/*": null }, "./internal/x", []],
  ["an exact key before a pattern", { "./*": "./a/*.js", "./x": "./b.js" }, "./x", ["./b.js"]],
  ["a folder, as it was", { "./coins/": "./c/" }, "./coins/euro.js", ["./c/euro.js"]],
  ["the first of a list that can be", ["https://x.invalid", "./b.js"], ".", ["./b.js"]],
  ["a null in a list is passed over", [null, "./b.js"], ".", ["./b.js"]],
  ["no way out of the package", { "./*": "./src/*" }, "./../../secret", []],
  ["a folder whose target is none", { "./coins/": "./c" }, "./coins/euro.js", []],
  ["a folder itself", { "./coins/": "./c/" }, "./coins/", []],
  ["no way into packages below", { "./*": "./node_modules/*" }, "./till", []],
  ["nor by other names", { "./*": "./a/%2e%2E/*" }, "./till", []],
  ["an empty list is null", { node: { default: [] }, default: "./d.js" }, ".", []],
  ["only what is below", { "../till": "./till.js" }, "../till", []],
  ["a match is taken as it is", { "./*": "./src/*.js" }, "./$&", ["./src/$&.js"]],
  ["no key is special", { ".": { __proto__: null, constructor: "./c.js", default: "./d.js" } }, ".", ["./d.js"]],
])("exports: %s", (_, exports, subpath, expected) => {
  expect(exportTargets(json(exports), subpath, (condition) => conditions.has(condition))).toEqual(expected);
});

test.each([
  ["a file", { "#till": "./src/till.js" }, "#till", ["./src/till.js"]],
  ["a package", { "#till": "@shop/till" }, "#till", ["@shop/till"]],
  ["a pattern", { "#till/*": "./src/*.ts" }, "#till/coins", ["./src/coins.ts"]],
  ["by condition", { "#till": { node: "./node.js", default: "./web.js" } }, "#till", ["./node.js", "./web.js"]],
  ["nothing", { "#till": "./till.js" }, "#coins", []],
  ["a folder itself", { "#coins/": "./c/" }, "#coins/", []],
  ["no way out", { "#till": "../till.js" }, "#till", []],
])("imports: %s", (_, imports, specifier, expected) => {
  expect(importTargets(json(imports), specifier, (condition) => conditions.has(condition))).toEqual(expected);
});

test("what is installed here resolves as Node resolves it", () => {
  const require = createRequire(import.meta.url);
  const modules = join(import.meta.dirname, "../../../../node_modules");
  const names = readdirSync(modules).flatMap((name) =>
    name.startsWith("@") ? readdirSync(join(modules, name)).map((inner) => `${name}/${inner}`) : [name],
  );
  const held = new Set(["require", "node", "node-addons"]);
  if (process.features.require_module === true) held.add("module-sync");
  // The runner of tests starts Node with conditions of its own.
  const started = [...process.execArgv, ...(process.env["NODE_OPTIONS"] ?? "").split(" ")].join("=");
  for (const [, condition] of started.matchAll(/(?:--conditions|-C)=([\w-]+)/g))
    if (condition !== undefined) held.add(condition);
  let compared = 0;
  for (const name of names.filter((each) => !each.startsWith("."))) {
    const text = readFileSync(join(modules, name, "package.json"), "utf8");
    const { exports }: { readonly exports?: unknown } = JSON.parse(text);
    if (typeof exports !== "object" || exports === null) continue;
    for (const key of Object.keys(exports).filter((each) => each.startsWith(".") && !/[*]|\/$/.test(each))) {
      const [target] = exportTargets(json(exports), key, (condition) => held.has(condition));
      const ours = target === undefined ? undefined : existing(join(modules, name, target));
      let node: string | undefined;
      try {
        node = require.resolve(name + key.slice(1));
      } catch {
        node = undefined;
      }
      expect(ours, `${name} ${key}`).toBe(node);
      compared++;
    }
  }
  console.log(`compared ${compared} entries of installed packages with Node`);
  expect(compared).toBeGreaterThan(50);
});

/** The file where it really is; undefined when the package does not bring what it exports. */
function existing(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}
