import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { javascript } from "../../../src/languages/javascript/index.ts";
import { resolveRepository } from "../../drawn/resolve.ts";
import { drawing, imports, type Repository } from "./drawn-imports.ts";

const shop = '{"name":"shop","dependencies":{"express":"^5.0.0"}}';

describe("relative specifiers", () => {
  test("endings, indexes, outputs of the compiler, a file before a directory", () => {
    expect(
      drawing({
        "src/main.ts": imports("./till.js", "./coins", "./stock", "./euro.mjs", "./view.jsx", "./prices.json", "./a.b"),
        "src/till.ts": "",
        "src/coins.ts": "",
        "src/coins/index.ts": "",
        "src/stock/index.tsx": "",
        "src/euro.mts": "",
        "src/view.tsx": "",
        "src/prices.json": "{}",
        "src/a.b.ts": "",
      }),
    ).toMatchInlineSnapshot(`
      "src/main.ts:1 ./till.js -> src/till.ts
      src/main.ts:2 ./coins -> src/coins.ts
      src/main.ts:3 ./stock -> src/stock/index.tsx
      src/main.ts:4 ./euro.mjs -> src/euro.mts
      src/main.ts:5 ./view.jsx -> src/view.tsx
      src/main.ts:6 ./prices.json -> src/prices.json
      src/main.ts:7 ./a.b -> src/a.b.ts"
    `);
  });

  test("declarations keep the endings of the sources that they were written from", () => {
    expect(
      drawing({
        "main.d.ts": imports("./till.ts", "./view.tsx", "./coins.mts", "./gone.ts"),
        "till.d.ts": "",
        "view.d.ts": "",
        "coins.d.mts": "",
      }),
    ).toMatchInlineSnapshot(`
      "main.d.ts:1 ./till.ts -> till.d.ts
      main.d.ts:2 ./view.tsx -> view.d.ts
      main.d.ts:3 ./coins.mts -> coins.d.mts
      main.d.ts:4 ./gone.ts -> unresolved:javascript/gone.ts!"
    `);
  });

  test("the importer's language comes first, the exact name before all", () => {
    const files = { "till.js": "", "till.ts": "", "coins.js": "", "coins.d.ts": "" };
    expect(
      drawing({
        ...files,
        "a.ts": imports("./till", "./till.js", "./coins"),
        "b.js": 'require("./till"); require("./till.ts"); require("./coins");',
      }),
    ).toMatchInlineSnapshot(`
      "a.ts:1 ./till -> till.ts
      a.ts:2 ./till.js -> till.js
      a.ts:3 ./coins -> coins.d.ts
      b.js:1 ./till -> till.js
      b.js:1 ./till.ts -> till.ts
      b.js:1 ./coins -> coins.js"
    `);
  });

  test("directories: a dot, two dots, a slash at the end, a package.json that says where", () => {
    expect(
      drawing({
        "index.js": "",
        "src.js": "",
        "src/index.js": "",
        "src/a/b.js": imports(".", "..", "../", "../..", "../../vendor/grid", "../../src", "../../src/"),
        "src/a/index.js": "",
        "vendor/grid/package.json": '{"main":"./core/grid"}',
        "vendor/grid/core/grid.js": "",
      }),
    ).toMatchInlineSnapshot(`
      "src/a/b.js:1 . -> src/a/index.js
      src/a/b.js:2 .. -> src/index.js
      src/a/b.js:3 ../ -> src/index.js
      src/a/b.js:4 ../.. -> index.js
      src/a/b.js:5 ../../vendor/grid -> vendor/grid/core/grid.js
      src/a/b.js:6 ../../src -> src.js
      src/a/b.js:7 ../../src/ -> src/index.js"
    `);
  });

  test("what is absent keeps its place; what a build makes says so", () => {
    expect(
      drawing({
        ".gitignore": "/src/generated\nversion.ts\n",
        "tsconfig.json": '{"compilerOptions":{"outDir":"dist","rootDir":"src"}}',
        "src/main.ts": imports("./gone", "./generated/api", "./version", "./parser", "../dist/gone", "../../outside"),
        "src/parser.t.js": "",
        "src/Case.ts": "",
        "src/case-user.ts": imports("./case", "./Case"),
      }),
    ).toMatchInlineSnapshot(`
      "src/case-user.ts:1 ./case -> unresolved:javascript/src/case! {case of src/Case.ts}
      src/case-user.ts:2 ./Case -> src/Case.ts
      src/main.ts:1 ./gone -> unresolved:javascript/src/gone!
      src/main.ts:2 ./generated/api -> unresolved:javascript/src/generated/api! {ignored by git: made by a build}
      src/main.ts:3 ./version -> unresolved:javascript/src/version! {ignored by git: made by a build}
      src/main.ts:4 ./parser -> unresolved:javascript/src/parser! {made from the template parser.t.js}
      src/main.ts:5 ../dist/gone -> unresolved:javascript/dist/gone! {written by a build: tsconfig.json}
      src/main.ts:6 ../../outside -> unresolved:javascript/../../outside"
    `);
  });

  test("assets, queries, loaders, and what is resolved elsewhere", () => {
    expect(
      drawing({
        "package.json": shop,
        "public/logo.svg": "",
        "src/main.js": imports(
          "./shop.css",
          "./logo.svg?raw",
          "!!raw-loader!./till.js",
          "/logo.svg",
          "virtual:pwa",
          "https://example.invalid/x.js",
          "data:text/javascript,1",
          "bun:test",
          "~express/x.css",
        ),
        "src/shop.css": "",
        "src/logo.svg": "",
        "src/till.js": "",
      }),
    ).toMatchInlineSnapshot(`
      "src/main.js:1 ./shop.css -> src/shop.css
      src/main.js:2 ./logo.svg?raw -> src/logo.svg ~inferred
      src/main.js:3 !!raw-loader!./till.js -> src/till.js ~inferred
      src/main.js:4 /logo.svg -> public/logo.svg ~inferred
      src/main.js:8 bun:test -> builtin:bun/test
      src/main.js:9 ~express/x.css -> pkg:npm/express (declared) ~inferred"
    `);
  });
});

describe("packages and builtins", () => {
  test("builtins with and without node:, a slash at the end means the package", () => {
    expect(
      drawing({
        "package.json": '{"name":"shop","dependencies":{"punycode":"^2.0.0"}}',
        "a.js": imports("fs", "node:fs/promises", "node:test", "fs/promises", "punycode/", "path/posix"),
      }),
    ).toMatchInlineSnapshot(`
      "a.js:1 fs -> builtin:node/fs
      a.js:2 node:fs/promises -> builtin:node/fs/promises
      a.js:3 node:test -> builtin:node/test
      a.js:4 fs/promises -> builtin:node/fs/promises
      a.js:5 punycode/ -> pkg:npm/punycode (declared)
      a.js:6 path/posix -> builtin:node/path/posix"
    `);
  });

  test("declared, brought by another, not at all; types; require.resolve only probes", () => {
    expect(
      drawing({
        "package.json":
          '{"name":"shop","dependencies":{"express":"^5"},"peerDependencies":{"react":"*"},"devDependencies":{"@types/estree":"*","@types/ms":"*","@types/acme__till":"*"}}',
        "package-lock.json":
          '{"lockfileVersion":3,"packages":{"node_modules/ms":{"version":"2.0.0"},"node_modules/express":{"version":"5.0.0"}}}',
        "a.ts": `${imports("express", "express/lib/router", "react", "ms", "left-pad", "@acme/grid/x")}
import type { Node } from "estree";
import { type Program } from "estree";
import type { StringValue } from "ms";
import type { Till } from "@acme/till";
require.resolve("babel-preset-shop");
import "@/nowhere";
import "Not A Name";`,
        "lone/b.js": "",
      }),
    ).toMatchInlineSnapshot(`
      "a.ts:1 express -> pkg:npm/express (declared)
      a.ts:2 express/lib/router -> pkg:npm/express (declared)
      a.ts:3 react -> pkg:npm/react (declared)
      a.ts:4 ms -> pkg:npm/ms (transitive)
      a.ts:5 left-pad -> pkg:npm/left-pad (undeclared)
      a.ts:6 @acme/grid/x -> pkg:npm/%40acme/grid (undeclared)
      a.ts:8 estree -> pkg:npm/estree [typeOnly] (declared)
      a.ts:9 estree -> pkg:npm/estree [typeOnly] (declared)
      a.ts:10 ms -> pkg:npm/ms [typeOnly] (declared)
      a.ts:11 @acme/till -> pkg:npm/%40acme/till [typeOnly] (declared)
      a.ts:12 babel-preset-shop -> pkg:npm/babel-preset-shop (unknown)
      a.ts:13 @/nowhere -> unresolved:javascript/@/nowhere
      a.ts:14 Not A Name -> unresolved:javascript/Not A Name"
    `);
  });

  test("a file without a project owes nobody a declaration", () => {
    expect(drawing({ "a.js": imports("express") })).toBe("a.js:1 express -> pkg:npm/express");
  });

  test("a package.json that asks for nothing leaves it to the one around it; one that asks does not", () => {
    expect(
      drawing({
        "package.json": shop,
        "docs/package.json": '{"name":"docs"}',
        "docs/a.js": imports("express"),
        "sdk/package.json": '{"name":"sdk","dependencies":{"ms":"*"}}',
        "sdk/a.js": imports("express"),
        "types/package.json": '{"type":"module"}',
        "types/a.js": imports("express"),
      }),
    ).toMatchInlineSnapshot(`
      "docs/a.js:1 express -> pkg:npm/express (declared)
      sdk/a.js:1 express -> pkg:npm/express (undeclared)
      types/a.js:1 express -> pkg:npm/express (declared)"
    `);
  });
});

test("no text is too strange for a specifier", () => {
  const specifier = fc.oneof(
    fc.string({ maxLength: 40 }),
    fc
      .array(fc.constantFrom(".", "..", "/", "@", "#", "~", "shop", "node:", "!", "?", "*", "__proto__", "\0"), {
        maxLength: 12,
      })
      .map((parts) => parts.join("")),
  );
  fc.assert(
    fc.property(specifier, (text) => {
      const { imports: resolved } = resolveRepository(javascript, {
        "package.json": '{"name":"shop","imports":{"#*":"./src/*"},"exports":{"./*":"./src/*"}}',
        "tsconfig.json": '{"compilerOptions":{"baseUrl":".","paths":{"*":["src/*"],"a*b":["*"]}}}',
        "src/main.ts": `import ${JSON.stringify(text)};`,
      });
      expect(resolved.get("src/main.ts")?.length).toBeLessThanOrEqual(1);
    }),
    { numRuns: 300 },
  );
});

test("taking a file away takes only edges to it, or to what it hid", () => {
  const files: Repository = {
    "src/main.ts": imports("./till.js", "./coins", "./stock"),
    "src/till.ts": "",
    "src/coins.ts": "",
    "src/coins/index.ts": "",
    "src/stock/index.ts": "",
  };
  for (const removed of Object.keys(files).slice(1)) {
    const rest = Object.fromEntries(Object.entries(files).filter(([path]) => path !== removed));
    expect(drawing(rest)).not.toContain(`-> ${removed}`);
  }
});
