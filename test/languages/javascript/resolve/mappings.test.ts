import { describe, expect, test } from "vitest";
import { drawing, imports } from "../drawn-imports.ts";

const shop = '{"name":"shop","dependencies":{"express":"^5.0.0"}}';

describe("paths and base URLs", () => {
  test("the longest prefix, several targets, what only looks like an alias", () => {
    expect(
      drawing({
        "package.json": '{"name":"shop","dependencies":{"@shop/registry":"1"}}',
        "tsconfig.base.json": `{
          // inherited
          "compilerOptions": { "baseUrl": ".", "paths": {
            "@shop/*": ["src/app/*", "src/environments/*"],
            "@shop/till/*": ["src/till/*"],
            "exact": ["src/exact.ts"],
          } }
        }`,
        "tsconfig.json": '{"extends":"./tsconfig.base","include":["src"]}',
        "src/main.ts": imports(
          "@shop/cart",
          "@shop/environment",
          "@shop/till/drawer",
          "exact",
          "src/exact",
          "@shop/gone",
          "@shop/registry",
        ),
        "src/app/cart/index.ts": "",
        "src/environments/environment.ts": "",
        "src/till/drawer.ts": "",
        "src/exact.ts": "",
      }),
    ).toMatchInlineSnapshot(`
      "src/main.ts:1 @shop/cart -> src/app/cart/index.ts ~declared
      src/main.ts:2 @shop/environment -> src/environments/environment.ts ~declared
      src/main.ts:3 @shop/till/drawer -> src/till/drawer.ts ~declared
      src/main.ts:4 exact -> src/exact.ts ~declared
      src/main.ts:5 src/exact -> src/exact.ts ~declared
      src/main.ts:6 @shop/gone -> unresolved:javascript/@shop/gone!
      src/main.ts:7 @shop/registry -> pkg:npm/%40shop/registry (declared)"
    `);
  });

  test("the configuration that includes the file decides: references and siblings", () => {
    expect(
      drawing({
        "tsconfig.json": '{"files":[],"references":[{"path":"./tsconfig.app.json"},{"path":"./tsconfig.node.json"}]}',
        "tsconfig.app.json": '{"include":["src"],"compilerOptions":{"paths":{"@/*":["./src/*"]}}}',
        "tsconfig.node.json": '{"include":["tools"],"compilerOptions":{"paths":{"@/*":["./tools/*"]}}}',
        "src/main.ts": imports("@/till"),
        "tools/main.ts": imports("@/till"),
        "src/till.ts": "",
        "tools/till.ts": "",
      }),
    ).toMatchInlineSnapshot(`
      "src/main.ts:1 @/till -> src/till.ts ~declared
      tools/main.ts:1 @/till -> tools/till.ts ~declared"
    `);
  });

  test("rootDirs are one directory at run time; bundlers' custom alias without a configuration is a guess", () => {
    expect(
      drawing({
        "package.json": shop,
        "tsconfig.json": '{"compilerOptions":{"rootDirs":["src","made/src"]}}',
        "src/views/till.ts": imports("./template", "@/cart"),
        "made/src/views/template.ts": "",
        "src/cart.ts": "",
      }),
    ).toMatchInlineSnapshot(`
      "src/views/till.ts:1 ./template -> made/src/views/template.ts ~declared
      src/views/till.ts:2 @/cart -> src/cart.ts ~inferred"
    `);
  });
});

test("names that only a bundler's settings explain are guesses; what a framework makes is expected to be absent", () => {
  expect(
    drawing({
      "package.json": '{"name":"shop","dependencies":{"charts":"1"}}',
      "src/main.js": imports(
        "components/till",
        "shop/components/till",
        "shop/gone",
        "charts",
        "coins",
        "~icons/euro",
        "@theme/Layout",
        "$app/stores",
      ),
      "src/components/till.jsx": "",
      "src/charts.js": "",
      "src/routes/page.ts": imports(
        "./$types",
        "./+types/page",
        "./__generated__/till.graphql",
        "./till_pb",
        "../../.next/types/routes",
      ),
    }),
  ).toMatchInlineSnapshot(`
    "src/main.js:1 components/till -> src/components/till.jsx ~inferred
    src/main.js:2 shop/components/till -> src/components/till.jsx ~inferred
    src/main.js:3 shop/gone -> unresolved:javascript/shop/gone!
    src/main.js:4 charts -> pkg:npm/charts (declared)
    src/main.js:5 coins -> pkg:npm/coins (undeclared)
    src/main.js:6 ~icons/euro -> unresolved:javascript/~icons/euro
    src/main.js:8 $app/stores -> unresolved:javascript/$app/stores
    src/routes/page.ts:1 ./$types -> unresolved:javascript/src/routes/$types! {types of a route, made by the framework}
    src/routes/page.ts:2 ./+types/page -> unresolved:javascript/src/routes/+types/page! {types of a route, made by the framework}
    src/routes/page.ts:3 ./__generated__/till.graphql -> unresolved:javascript/src/routes/__generated__/till.graphql! {in a directory of generated files}
    src/routes/page.ts:4 ./till_pb -> unresolved:javascript/src/routes/till_pb! {generated, by its name}
    src/routes/page.ts:5 ../../.next/types/routes -> unresolved:javascript/.next/types/routes! {in a directory that a tool fills}"
  `);
});

describe("#imports and the package's own name", () => {
  test("by package.json", () => {
    expect(
      drawing({
        "package.json": `{"name":"shop","dependencies":{"express":"5"},
          "exports":{".":"./dist/index.js","./till":{"types":"./dist/till.d.ts","default":"./dist/till.js"}},
          "imports":{"#db":{"node":"./src/db.js","default":"./src/db-web.js"},"#lib/*":"./src/*.js","#web":"express"}}`,
        "tsconfig.json": '{"compilerOptions":{"outDir":"dist","rootDir":"src"}}',
        "src/index.ts": imports("#db", "#lib/till", "#web", "#lib/gone", "#none", "shop", "shop/till", "shop/hidden"),
        "src/db.ts": "",
        "src/till.ts": "",
      }),
    ).toMatchInlineSnapshot(`
      "src/index.ts:1 #db -> src/db.ts
      src/index.ts:2 #lib/till -> src/till.ts
      src/index.ts:3 #web -> pkg:npm/express (declared)
      src/index.ts:4 #lib/gone -> unresolved:javascript/#lib/gone!
      src/index.ts:5 #none -> unresolved:javascript/#none!
      src/index.ts:6 shop -> src/index.ts ~declared
      src/index.ts:7 shop/till -> src/till.ts ~declared
      src/index.ts:8 shop/hidden -> unresolved:javascript/shop/hidden!"
    `);
  });

  test("without an imports field # belongs to a framework", () => {
    expect(drawing({ "package.json": shop, "a.js": imports("#app") })).toBe(
      "a.js:1 #app -> unresolved:javascript/#app",
    );
  });
});
