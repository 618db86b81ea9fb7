import { describe, expect, test } from "vitest";
import { javascript } from "../../../../src/languages/javascript/index.ts";
import { resolveRepository } from "../../../drawn/resolve.ts";
import { drawing } from "../drawn-imports.ts";

const shop =
  '{"name":"shop","dependencies":{"vite":"^7.0.0"},"devDependencies":{"@types/node":"^20.0.0","jest":"^30"}}';

describe("globs", () => {
  const tills = {
    "src/tills/east.ts": "",
    "src/tills/west.js": "",
    "src/tills/west.test.js": "",
    "src/tills/north/index.ts": "",
    "src/tills/north/signs.svg": "",
    "src/tills/.hidden.js": "",
    "package.json": shop,
  };

  test("a path put together reaches what it may mean, and sources of outputs", () => {
    expect(
      drawing({
        ...tills,
        "src/main.ts":
          "import(`./tills/${side}.js`);\nrequire('./tills/' + side);\nimport(`./tills/${side}/index`);\nimport(`./gone/${a}.js`)",
      }),
    ).toMatchInlineSnapshot(`
      "src/main.ts:1 ./tills/**/*.js -> src/tills/east.ts [dynamic] ~inferred
      src/main.ts:1 ./tills/**/*.js -> src/tills/north/index.ts [dynamic] ~inferred
      src/main.ts:1 ./tills/**/*.js -> src/tills/west.js [dynamic] ~inferred
      src/main.ts:1 ./tills/**/*.js -> src/tills/west.test.js [dynamic] ~inferred
      src/main.ts:2 ./tills/**/* -> src/tills/east.ts [dynamic] ~inferred
      src/main.ts:2 ./tills/**/* -> src/tills/north/index.ts [dynamic] ~inferred
      src/main.ts:2 ./tills/**/* -> src/tills/west.js [dynamic] ~inferred
      src/main.ts:2 ./tills/**/* -> src/tills/west.test.js [dynamic] ~inferred
      src/main.ts:3 ./tills/**/*/index -> src/tills/north/index.ts [dynamic] ~inferred"
    `);
  });

  test("Vite's patterns: lists, exceptions, from the project's root, by an alias", () => {
    expect(
      drawing({
        ...tills,
        "tsconfig.json": '{"compilerOptions":{"paths":{"#tills/*":["./src/tills/*"]}}}',
        "src/main.ts": [
          'import.meta.glob(["./tills/*.{js,ts}", "!**/*.test.js"]);',
          'import.meta.glob("/src/**/*.svg");',
          'import.meta.glob("#tills/*.ts");',
          'import.meta.glob("@/tills/*.ts");',
          'import.meta.glob("./tills/*.(j|t)s");',
          'import.meta.glob("./tills/[a-z]*.js");',
        ].join("\n"),
      }),
    ).toMatchInlineSnapshot(`
      "src/main.ts:1 ./tills/*.{js,ts} -> src/tills/east.ts [dynamic] ~inferred
      src/main.ts:1 ./tills/*.{js,ts} -> src/tills/west.js [dynamic] ~inferred
      src/main.ts:2 /src/**/*.svg -> src/tills/north/signs.svg [dynamic] ~inferred
      src/main.ts:3 #tills/*.ts -> src/tills/east.ts [dynamic] ~inferred
      src/main.ts:4 @/tills/*.ts -> src/tills/east.ts [dynamic] ~inferred
      src/main.ts:5 ./tills/*.(j|t)s -> src/tills/east.ts [dynamic] ~inferred
      src/main.ts:5 ./tills/*.(j|t)s -> src/tills/west.js [dynamic] ~inferred
      src/main.ts:5 ./tills/*.(j|t)s -> src/tills/west.test.js [dynamic] ~inferred"
    `);
  });

  test("webpack's contexts, by an expression over the path", () => {
    expect(
      drawing({
        ...tills,
        "src/main.js":
          'require.context("./tills", true, /^\\.\\/n.*\\.svg$/);\nrequire.context("./tills", false);\nrequire.context("./tills", true, /(a+)+$/)',
      }),
    ).toMatchInlineSnapshot(`
      "src/main.js:1 ./tills/**/* -> src/tills/north/signs.svg ~inferred
      src/main.js:2 ./tills/* -> src/tills/east.ts ~inferred
      src/main.js:2 ./tills/* -> src/tills/west.js ~inferred
      src/main.js:2 ./tills/* -> src/tills/west.test.js ~inferred
      src/main.js:3 ./tills/**/* -> src/tills/east.ts ~inferred
      src/main.js:3 ./tills/**/* -> src/tills/north/index.ts ~inferred
      src/main.js:3 ./tills/**/* -> src/tills/north/signs.svg ~inferred
      src/main.js:3 ./tills/**/* -> src/tills/west.js ~inferred
      src/main.js:3 ./tills/**/* -> src/tills/west.test.js ~inferred"
    `);
  });
});

describe("patterns of which not everything is taken", () => {
  test.each([
    [
      "signs that are not read",
      { "tills/a.js": "" },
      "./tills/[a-z]*.js",
      0,
      "has signs that are not read; nothing is taken for it",
    ],
    [
      "too many files",
      Object.fromEntries(Array.from({ length: 1100 }, (_, at) => [`tills/${at}.js`, ""])),
      "./tills/*.js",
      1000,
      "matches 1100 files; the first 1000 are taken",
    ],
  ] as const)("%s", (_, files, pattern, taken, message) => {
    const { diagnostics, imports } = resolveRepository(javascript, {
      ...files,
      "main.js": `import.meta.glob("${pattern}")`,
    });
    expect(diagnostics).toMatchObject([{ file: "main.js", line: 1, message: `the pattern "${pattern}" ${message}` }]);
    expect(imports.get("main.js")?.length).toBe(taken);
  });
});

describe("files by their addresses", () => {
  test("beside the file, from a server's root, nowhere, a directory", () => {
    expect(
      drawing({
        "package.json": shop,
        "src/main.ts": [
          'new URL("coin.svg", import.meta.url);',
          'new Worker(new URL("./till.js", import.meta.url));',
          'new Worker("./till.js");',
          'navigator.serviceWorker.register("/sw.js");',
          'new URL("./gone.svg", import.meta.url);',
          'new URL("../", import.meta.url);',
          'new URL(".", import.meta.url);',
          'new URL("https://shop.example/a.js", import.meta.url);',
        ].join("\n"),
        "src/coin.svg": "",
        "src/till.ts": "",
        "src/index.ts": "",
        "public/sw.js": "",
      }),
    ).toMatchInlineSnapshot(`
      "src/main.ts:1 coin.svg -> src/coin.svg [dynamic optional] ~inferred
      src/main.ts:2 ./till.js -> src/till.ts [dynamic optional] ~inferred
      src/main.ts:3 ./till.js -> src/till.ts [dynamic optional] ~inferred
      src/main.ts:4 /sw.js -> public/sw.js [dynamic optional] ~inferred
      src/main.ts:5 ./gone.svg -> unresolved:javascript/src/gone.svg! [dynamic optional] ~inferred"
    `);
  });
});

test("the root of the repository, where it has no index", () => {
  expect(drawing({ "src/a.js": 'import "..";\nnew URL("../", import.meta.url)', ".gitignore": "dist" })).toBe(
    "src/a.js:1 .. -> unresolved:javascript/!",
  );
});

describe("stand-ins, loaders, types", () => {
  test("a stand-in may be for a module that is nowhere", () => {
    expect(
      drawing({
        "package.json": shop,
        "a.test.js": 'jest.mock("./till");\njest.mock("./gone", f, { virtual: true });\njest.requireActual("vite");',
        "till.js": "",
      }),
    ).toMatchInlineSnapshot(`
      "a.test.js:1 ./till -> till.js [optional]
      a.test.js:2 ./gone -> unresolved:javascript/gone! [optional] ~inferred
      a.test.js:3 vite -> pkg:npm/vite [optional] (declared)"
    `);
  });

  test("AMD: files, known packages, names of a loader", () => {
    expect(
      drawing({
        "package.json": shop,
        "a.js": 'define(["./till", "vite", "shop/coins", "text!./a.html"], f)',
        "till.js": "",
        "a.html": "",
      }),
    ).toMatchInlineSnapshot(`
      "a.js:1 ./till -> till.js [optional] ~inferred
      a.js:1 vite -> pkg:npm/vite [optional] (declared) ~inferred
      a.js:1 shop/coins -> unresolved:javascript/shop/coins! [optional] ~inferred
      a.js:1 text!./a.html -> a.html [optional] ~inferred"
    `);
  });

  test("references and types of comments", () => {
    expect(
      drawing({
        "package.json": shop,
        "a.ts":
          '/// <reference types="node" />\n/// <reference types="vite/client" />\n/// <reference path="shop.d.ts" />\n/// <reference path="gone.d.ts" />\n/// <reference types="left" />',
        "b.js": '/** @type {import("./a").A} */\nlet a',
        "shop.d.ts": "",
      }),
    ).toMatchInlineSnapshot(`
      "a.ts:1 node -> pkg:npm/%40types/node [typeOnly] (declared)
      a.ts:2 vite/client -> pkg:npm/vite [typeOnly] (declared)
      a.ts:3 shop.d.ts -> shop.d.ts [typeOnly]
      a.ts:4 gone.d.ts -> unresolved:javascript/gone.d.ts! [typeOnly] ~inferred
      a.ts:5 left -> pkg:npm/%40types/left [typeOnly] (undeclared)
      b.js:1 ./a -> a.ts [typeOnly] ~inferred"
    `);
  });

  test("what a script declares is not missing; a package stays one", () => {
    expect(
      drawing({
        "package.json": shop,
        "env.d.ts":
          'declare module "*.svg";\ndeclare module "icons:*";\ndeclare module "~icons/*";\ndeclare module "vite";\ndeclare module "untyped";',
        "a.ts":
          'import "./gone.svg";\nimport "icons:coin";\nimport "~icons/coin";\nimport "vite";\nimport "untyped";\nimport "./coin.svg"',
        "coin.svg": "",
        "shop.ts": 'export {};\ndeclare module "./a" {}\ndeclare module "./gone" {}',
      }),
    ).toMatchInlineSnapshot(`
      "a.ts:1 ./gone.svg -> env.d.ts ~inferred
      a.ts:2 icons:coin -> env.d.ts ~inferred
      a.ts:3 ~icons/coin -> env.d.ts ~inferred
      a.ts:4 vite -> pkg:npm/vite (declared)
      a.ts:5 untyped -> pkg:npm/untyped (undeclared)
      a.ts:6 ./coin.svg -> coin.svg
      shop.ts:2 ./a -> a.ts [typeOnly]
      shop.ts:3 ./gone -> unresolved:javascript/gone! [typeOnly] ~inferred"
    `);
  });
});
