import { describe, expect, test } from "vitest";
import { javascript } from "../../../../src/languages/javascript/index.ts";
import { resolveRepository } from "../../../drawn/resolve.ts";
import { drawing, imports } from "../drawn-imports.ts";

describe("options of TypeScript", () => {
  test("moduleSuffixes: variants in their order, before an ending, for aliases too", () => {
    expect(
      drawing({
        "tsconfig.json": `{"compilerOptions":{"moduleSuffixes":[".ios",".native",""],"paths":{"@/*":["./src/*"]}}}`,
        "src/main.ts": imports("./till", "./coins.js", "./stock", "@/till"),
        "src/till.ts": "",
        "src/till.ios.ts": "",
        "src/coins.native.ts": "",
        "src/coins.ts": "",
        "src/stock.ts": "",
      }),
    ).toMatchInlineSnapshot(`
      "src/main.ts:1 ./till -> src/till.ios.ts
      src/main.ts:2 ./coins.js -> src/coins.native.ts
      src/main.ts:3 ./stock -> src/stock.ts
      src/main.ts:4 @/till -> src/till.ios.ts ~declared"
    `);
  });

  test("customConditions: inherited, and only what the governing configuration says", () => {
    const shop = '{"name":"shop","exports":{"./till":{"shop-source":"./src/till.ts","default":"./old/till.js"}}}';
    const files = { "src/till.ts": "", "old/till.js": "", "src/main.ts": imports("shop/till") };
    const base = '{"compilerOptions":{"customConditions":["shop-source"]}}';
    expect(drawing({ ...files, "package.json": shop, "base.json": base })).toMatchInlineSnapshot(
      `"src/main.ts:1 shop/till -> old/till.js"`,
    );
    expect(
      drawing({
        ...files,
        "package.json": shop,
        "tsconfig.base.json": base,
        "tsconfig.json": '{"extends":"./tsconfig.base.json","include":["src"]}',
      }),
    ).toMatchInlineSnapshot(`"src/main.ts:1 shop/till -> src/till.ts"`);
  });

  test("typesVersions: the first range for a new compiler, the longest pattern", () => {
    expect(
      drawing({
        "package.json": '{"name":"bank","workspaces":["*"]}',
        "app/package.json": '{"name":"app","dependencies":{"vault":"*"}}',
        "app/main.ts": imports("vault/coins", "vault/gone"),
        "vault/package.json":
          '{"name":"vault","version":"1.0.0","typesVersions":{"<4":{"*":["old/*"]},">=4":{"coins":["types/coins.d.ts"],"*":["gone/*"]}}}',
        "vault/types/coins.d.ts": "",
        "vault/old/coins.d.ts": "",
      }),
    ).toMatchInlineSnapshot(`
      "app/main.ts:1 vault/coins -> vault/types/coins.d.ts (declared)
      app/main.ts:2 vault/gone -> unresolved:javascript/vault/gone! (declared)"
    `);
  });

  test("a later configuration that includes the file is a guess", () => {
    expect(
      drawing({
        "tsconfig.json": '{"compilerOptions":{"paths":{"@/*":["./src/*"]}}}',
        "tsconfig.spec.json": '{"compilerOptions":{"paths":{"~test/*":["./test/*"]}}}',
        "src/main.ts": imports("@/till", "~test/till"),
        "src/till.ts": "",
        "test/till.ts": "",
      }),
    ).toMatchInlineSnapshot(`
      "src/main.ts:1 @/till -> src/till.ts ~declared
      src/main.ts:2 ~test/till -> test/till.ts ~inferred"
    `);
  });

  test("baseUrl adds no .json; a root of rootDirs has no place in another", () => {
    expect(
      drawing({
        "package.json": '{"name":"shop","dependencies":{"angular":"1"}}',
        "tsconfig.json": '{"compilerOptions":{"baseUrl":".","rootDirs":["src","made"]}}',
        "angular.json": "{}",
        "src/main.ts": imports("angular", "angular.json", "./till", "../made"),
        "src/index.ts": "",
        "made/till.ts": "",
      }),
    ).toMatchInlineSnapshot(`
      "src/main.ts:1 angular -> pkg:npm/angular (declared)
      src/main.ts:2 angular.json -> angular.json ~declared
      src/main.ts:3 ./till -> made/till.ts ~declared
      src/main.ts:4 ../made -> unresolved:javascript/made!"
    `);
  });
});

test("a name in another case is absent, and says what it would be", () => {
  expect(
    drawing({
      "tsconfig.json": '{"compilerOptions":{"paths":{"@/*":["./src/*"]}}}',
      "src/main.ts": imports(
        "./till",
        "./Coins.js",
        "./Drawer",
        "@/till",
        "../Src/Till",
        "./stock",
        "./Till",
        "./tills",
      ),
      "src/Till.ts": "",
      "src/coins.ts": "",
      "src/drawer/index.ts": "",
      "src/stock.ts": "",
    }),
  ).toMatchInlineSnapshot(`
    "src/main.ts:1 ./till -> unresolved:javascript/src/till! {case of src/Till.ts}
    src/main.ts:2 ./Coins.js -> unresolved:javascript/src/Coins.js! {case of src/coins.ts}
    src/main.ts:3 ./Drawer -> unresolved:javascript/src/Drawer! {case of src/drawer/index.ts}
    src/main.ts:4 @/till -> unresolved:javascript/@/till! {case of src/Till.ts}
    src/main.ts:5 ../Src/Till -> unresolved:javascript/Src/Till! {case of src/Till.ts}
    src/main.ts:6 ./stock -> src/stock.ts
    src/main.ts:7 ./Till -> src/Till.ts
    src/main.ts:8 ./tills -> unresolved:javascript/src/tills!"
  `);
});

test("what cannot be right says where it stands", () => {
  const { diagnostics, drawing: drawn } = resolveRepository(javascript, {
    "package.json": `{
  "name": "shop",
  "exports": {
    "./till": "./till.ts",
    "import": "./index.ts"
  }
}`,
    "tsconfig.json": `{
  "extends": "./tsconfig.a.json",
  "compilerOptions": {
    "paths": {
      "@out/*": ["../elsewhere/*", "./src/*"],
    }
  }
}`,
    "tsconfig.a.json": '{"extends":"./tsconfig.b.json"}',
    "tsconfig.b.json": '{"extends":"./tsconfig.a.json"}',
    "main.ts": imports("@out/coins", "shop/till"),
    "till.ts": "",
    "src/coins.ts": "",
  });
  expect(drawn).toMatchInlineSnapshot(`
    "main.ts:1 @out/coins -> src/coins.ts ~declared
    main.ts:2 shop/till -> till.ts"
  `);
  expect(diagnostics.map(({ file, line, column, message }) => `${file}:${line}:${column} ${message}`).join("\n"))
    .toMatchInlineSnapshot(`
    "package.json:5:5 "exports" holds the subpath "./till" beside the condition "import", which Node refuses; only subpaths are read
    tsconfig.b.json:1:12 "extends" runs in a circle: "./tsconfig.a.json" comes back to this file
    tsconfig.a.json:1:12 "extends" runs in a circle: "./tsconfig.b.json" comes back to this file
    tsconfig.json:5:18 "paths" maps "@out/*" to "../elsewhere/*", out of the repository: nothing is read there"
  `);
});
