import { describe, expect, test } from "vitest";
import { drawing, imports, type Repository } from "../drawn-imports.ts";

describe("packages of the repository", () => {
  const workspace: Repository = {
    "package.json": '{"name":"root","private":true,"workspaces":["packages/*"]}',
    "packages/till/package.json":
      '{"name":"@shop/till","version":"1.2.0","main":"lib/index.js","dependencies":{"@shop/coins":"^1.0.0","@shop/printer":"^9.0.0"}}',
    "packages/coins/package.json": '{"name":"@shop/coins","version":"1.0.0","main":"dist/index.js"}',
    "packages/coins/tsconfig.json": '{"compilerOptions":{"outDir":"dist","rootDir":"source"}}',
    "packages/coins/source/index.ts": "",
    "packages/coins/source/euro.ts": "",
    "packages/coins/tools/mint.ts": "",
    "packages/printer/package.json": '{"name":"@shop/printer","version":"1.0.0","main":"index.js"}',
    "packages/printer/index.js": "",
    "packages/stock/package.json": '{"name":"@shop/stock","main":"dist/main.js"}',
    "packages/stock/src/main.ts": "",
  };

  test("entries lead to sources; a range that the member does not fit goes to the registry", () => {
    expect(
      drawing({
        ...workspace,
        "packages/till/lib/index.ts": imports(
          "@shop/coins",
          "@shop/coins/dist/euro",
          "@shop/coins/tools/mint",
          "@shop/coins/gone",
          "@shop/printer",
          "@shop/stock",
        ),
        "packages/printer/a.js": imports("@shop/till"),
        "scripts/all.js": imports("@shop/coins"),
      }),
    ).toMatchInlineSnapshot(`
      "packages/printer/a.js:1 @shop/till -> packages/till/lib/index.ts (undeclared)
      packages/till/lib/index.ts:1 @shop/coins -> packages/coins/source/index.ts (declared) ~declared
      packages/till/lib/index.ts:2 @shop/coins/dist/euro -> packages/coins/source/euro.ts (declared) ~declared
      packages/till/lib/index.ts:3 @shop/coins/tools/mint -> packages/coins/tools/mint.ts (declared)
      packages/till/lib/index.ts:4 @shop/coins/gone -> unresolved:javascript/@shop/coins/gone! (declared)
      packages/till/lib/index.ts:5 @shop/printer -> pkg:npm/%40shop/printer (declared)
      packages/till/lib/index.ts:6 @shop/stock -> packages/stock/src/main.ts (undeclared) ~inferred
      scripts/all.js:1 @shop/coins -> packages/coins/source/index.ts (declared) ~declared"
    `);
  });

  test("an importer elsewhere in the repository: by its requirement, or as a guess", () => {
    expect(
      drawing({
        "widgets/package.json": '{"name":"widgets","version":"2.0.0","main":"main.js"}',
        "widgets/main.js": "",
        "asks/package.json": '{"name":"asks","dependencies":{"widgets":"^2.0.0"}}',
        "asks/a.js": imports("widgets"),
        "older/package.json": '{"name":"older","dependencies":{"widgets":"^1.0.0"}}',
        "older/a.js": imports("widgets"),
        "path/package.json": '{"name":"path","dependencies":{"widgets":"file:../widgets"}}',
        "path/a.js": imports("widgets"),
        "silent/package.json": '{"name":"silent","dependencies":{"x":"1"}}',
        "silent/a.js": imports("widgets"),
      }),
    ).toMatchInlineSnapshot(`
      "asks/a.js:1 widgets -> widgets/main.js (declared)
      older/a.js:1 widgets -> pkg:npm/widgets (declared)
      path/a.js:1 widgets -> widgets/main.js (declared)
      silent/a.js:1 widgets -> pkg:npm/widgets (undeclared) ~inferred"
    `);
  });

  test("who is not asked for is not linked: fixtures of another project that import what the root publishes", () => {
    expect(
      drawing({
        "package.json": '{"name":"orm","version":"1.1.0","main":"src/index.js"}',
        "src/index.js": "",
        "src/fields.js": "",
        "codemod/package.json": '{"name":"@orm/codemod","dependencies":{"codeshift":"17"}}',
        "codemod/fixtures/columns.input.js": imports("orm", "orm/src/fields"),
        "codemod/src/columns.js": imports("codeshift"),
        "scripts/release.js": imports("@orm/codemod"),
      }),
    ).toMatchInlineSnapshot(`
      "codemod/fixtures/columns.input.js:1 orm -> pkg:npm/orm (undeclared) ~inferred
      codemod/fixtures/columns.input.js:2 orm/src/fields -> pkg:npm/orm (undeclared) ~inferred
      codemod/src/columns.js:1 codeshift -> pkg:npm/codeshift (declared)
      scripts/release.js:1 @orm/codemod -> pkg:npm/%40orm/codemod (undeclared) ~inferred"
    `);
  });

  test("a package by its own name: by `exports`, or where a workspace links its members; else a guess", () => {
    expect(
      drawing({
        "package.json": '{"name":"mall","workspaces":["shops/*"],"main":"mall.js"}',
        "mall.js": imports("mall", "mall/gone"),
        "shops/till/package.json": '{"name":"till","main":"till.js"}',
        "shops/till/till.js": "",
        "shops/till/demo.js": imports("till"),
        "kiosk/package.json": '{"name":"kiosk","exports":"./kiosk.js"}',
        "kiosk/kiosk.js": "",
        "kiosk/demo.js": imports("kiosk", "kiosk/gone"),
      }),
    ).toMatchInlineSnapshot(`
      "kiosk/demo.js:1 kiosk -> kiosk/kiosk.js
      kiosk/demo.js:2 kiosk/gone -> unresolved:javascript/kiosk/gone!
      mall.js:1 mall -> mall.js ~inferred
      mall.js:2 mall/gone -> unresolved:javascript/mall/gone!
      shops/till/demo.js:1 till -> shops/till/till.js"
    `);
  });

  test("what the root declares is declared for tests and tools of members, not for what they ship", () => {
    expect(
      drawing({
        "package.json": '{"workspaces":["packages/*"],"devDependencies":{"vitest":"4"},"dependencies":{"ms":"2"}}',
        "packages/till/package.json": '{"name":"till","dependencies":{"express":"5"}}',
        "packages/till/src/till.js": imports("ms"),
        "packages/till/src/till.test.js": imports("vitest", "ms"),
        "packages/till/vite.config.js": imports("vitest"),
      }),
    ).toMatchInlineSnapshot(`
      "packages/till/src/till.js:1 ms -> pkg:npm/ms (unknown)
      packages/till/src/till.test.js:1 vitest -> pkg:npm/vitest (declared)
      packages/till/src/till.test.js:2 ms -> pkg:npm/ms (declared)
      packages/till/vite.config.js:1 vitest -> pkg:npm/vitest (declared)"
    `);
  });

  test("a package that is published from its build; what a registry has of it may differ from what is here", () => {
    expect(
      drawing({
        "package.json":
          '{"name":"orm","version":"1.1.0","exports":{".":"./index.js","./*.js":"./*.js","./*":{"require":"./*.js","import":"./*"}}}',
        "src/index.ts": "",
        "src/util/text.ts": "",
        "naming/package.json": '{"name":"naming","peerDependencies":{"orm":"^1.0.0"}}',
        "naming/src/names.ts": imports("orm", "orm/util/text", "orm/util/text.js", "orm/util/gone"),
        "linked/package.json": '{"name":"linked","dependencies":{"orm":"file:.."}}',
        "linked/a.ts": imports("orm/util/gone"),
      }),
    ).toMatchInlineSnapshot(`
      "linked/a.ts:1 orm/util/gone -> unresolved:javascript/orm/util/gone! (declared)
      naming/src/names.ts:1 orm -> src/index.ts (declared) ~inferred
      naming/src/names.ts:2 orm/util/text -> src/util/text.ts (declared) ~inferred
      naming/src/names.ts:3 orm/util/text.js -> src/util/text.ts (declared) ~inferred
      naming/src/names.ts:4 orm/util/gone -> unresolved:javascript/orm/util/gone! (declared) ~inferred"
    `);
  });

  test("an Angular library behind an alias into its output", () => {
    expect(
      drawing({
        "tsconfig.json": '{"compilerOptions":{"paths":{"@shop/grid":["dist/grid"],"@shop/grid/*":["dist/grid/*"]}}}',
        "projects/grid/ng-package.json": '{"dest":"../../dist/grid","lib":{"entryFile":"src/public-api.ts"}}',
        "projects/grid/src/public-api.ts": "",
        "projects/grid/testing/ng-package.json": '{"lib":{"entryFile":"public.ts"}}',
        "projects/grid/testing/public.ts": "",
        "src/main.ts": imports("@shop/grid", "@shop/grid/testing", "@shop/grid/gone"),
      }),
    ).toMatchInlineSnapshot(`
      "src/main.ts:1 @shop/grid -> projects/grid/src/public-api.ts ~declared
      src/main.ts:2 @shop/grid/testing -> projects/grid/testing/public.ts ~declared
      src/main.ts:3 @shop/grid/gone -> unresolved:javascript/@shop/grid/gone! {written by a build: projects/grid/ng-package.json}"
    `);
  });
});

test("files of another case by internal names and by subpaths of the workspace's members", () => {
  expect(
    drawing({
      "package.json": '{"name":"root","private":true,"workspaces":["packages/*"]}',
      "packages/shop/package.json":
        '{"name":"shop","imports":{"#shelf/*":"./src/*.js","#till":"./src/Till.js"},"dependencies":{"@shop/core":"*","@shop/desk":"*"}}',
      "packages/shop/src/cart.ts": "",
      "packages/shop/src/till.js": "",
      "packages/shop/main.js": imports(
        "#shelf/Cart",
        "#shelf/cart",
        "#till",
        "#shelf/gone",
        "@shop/core/src/Cart.js",
        "@shop/desk/Lamp",
      ),
      "packages/core/package.json": '{"name":"@shop/core"}',
      "packages/core/src/cart.js": "",
      "packages/desk/package.json": '{"name":"@shop/desk","exports":{"./*":"./lib/*.js"}}',
      "packages/desk/lib/lamp.js": "",
    }),
  ).toMatchInlineSnapshot(`
    "packages/shop/main.js:1 #shelf/Cart -> unresolved:javascript/#shelf/Cart! {case of packages/shop/src/cart.ts}
    packages/shop/main.js:2 #shelf/cart -> packages/shop/src/cart.ts
    packages/shop/main.js:3 #till -> unresolved:javascript/#till! {case of packages/shop/src/till.js}
    packages/shop/main.js:4 #shelf/gone -> unresolved:javascript/#shelf/gone!
    packages/shop/main.js:5 @shop/core/src/Cart.js -> unresolved:javascript/@shop/core/src/Cart.js! {case of packages/core/src/cart.js} (declared)
    packages/shop/main.js:6 @shop/desk/Lamp -> unresolved:javascript/@shop/desk/Lamp! {case of packages/desk/lib/lamp.js} (declared)"
  `);
});

test("what could be read of a broken package.json is a guess", () => {
  const files = {
    "package.json": '{"name":"root","private":true,"workspaces":["packages/*"]}',
    "packages/shop/package.json": '{"name":"shop","dependencies":{"@shop/core":"*"}}',
    "packages/shop/main.js": imports("@shop/core", "@shop/core/gone"),
    "packages/core/lib/core.js": imports("#till", "#gone"),
    "packages/core/lib/till.js": "",
  };
  const core = '{"name":"@shop/core","main":"lib/core.js","imports":{"#till":"./lib/till.js","#gone":"./lib/gone.js"}';
  expect(drawing({ ...files, "packages/core/package.json": `${core}}` })).toMatchInlineSnapshot(`
    "packages/core/lib/core.js:1 #till -> packages/core/lib/till.js
    packages/core/lib/core.js:2 #gone -> unresolved:javascript/#gone!
    packages/shop/main.js:1 @shop/core -> packages/core/lib/core.js (declared)
    packages/shop/main.js:2 @shop/core/gone -> unresolved:javascript/@shop/core/gone! (declared)"
  `);
  expect(drawing({ ...files, "packages/core/package.json": `${core},,}` })).toMatchInlineSnapshot(`
    "packages/core/lib/core.js:1 #till -> packages/core/lib/till.js ~inferred
    packages/core/lib/core.js:2 #gone -> unresolved:javascript/#gone! ~inferred
    packages/shop/main.js:1 @shop/core -> packages/core/lib/core.js (declared) ~inferred
    packages/shop/main.js:2 @shop/core/gone -> unresolved:javascript/@shop/core/gone! (declared) ~inferred"
  `);
});
