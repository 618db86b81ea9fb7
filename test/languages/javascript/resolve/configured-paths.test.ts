import { expect, test } from "vitest";
import { drawing, imports } from "../drawn-imports.ts";

test("an alias into an output, seen by a configuration that reaches out, and by a file that none includes", () => {
  expect(
    drawing({
      "package.json": '{"name":"station","devDependencies":{"sinon":"1"}}',
      "lib/tsconfig.json": '{"compilerOptions":{"rootDir":".","outDir":"../build/js"}}',
      "lib/rain.ts": "",
      "test/unit/tsconfig.json":
        '{"compilerOptions":{"paths":{"@station/*":["../../build/js/*"]}},"include":["../frame.ts","./**/*.ts"]}',
      "test/unit/rain.ts": imports("@station/rain"),
      "test/frame.ts": imports("@station/rain", "@station/version"),
      "test/lonely.ts": imports("@station/rain", "@station/version", "@weather/rain"),
    }),
  ).toMatchInlineSnapshot(`
    "test/frame.ts:1 @station/rain -> lib/rain.ts ~declared
    test/frame.ts:2 @station/version -> unresolved:javascript/@station/version! {written by a build: lib/tsconfig.json}
    test/lonely.ts:1 @station/rain -> lib/rain.ts ~inferred
    test/lonely.ts:2 @station/version -> unresolved:javascript/@station/version! {written by a build: lib/tsconfig.json} ~inferred
    test/lonely.ts:3 @weather/rain -> pkg:npm/%40weather/rain (undeclared)
    test/unit/rain.ts:1 @station/rain -> lib/rain.ts ~declared"
  `);
});

test("an alias into what is installed means the package; types beside a known package do not", () => {
  expect(
    drawing({
      "package.json":
        '{"name":"gears","dependencies":{"@station/js":"1","wind":"1"},"devDependencies":{"@types/wind":"1"}}',
      "tsconfig.json": `{"compilerOptions":{"paths":{
        "@js/*":["./node_modules/@station/js/build/*"],
        "wind":["./node_modules/@types/wind"],
        "gone/*":["./node_modules/gone/lib/*"]}}}`,
      "a.ts": imports("@js/rain", "wind", "gone/x"),
    }),
  ).toMatchInlineSnapshot(`
    "a.ts:1 @js/rain -> pkg:npm/%40station/js (declared) ~declared
    a.ts:2 wind -> pkg:npm/wind (declared)
    a.ts:3 gone/x -> pkg:npm/gone (undeclared)"
  `);
});

test("what a build puts into another root directory is made, by its path only", () => {
  expect(
    drawing({
      "package.json": '{"name":"station","dependencies":{"lodash":"4"}}',
      "src/tsconfig.json": '{"compilerOptions":{"baseUrl":".","rootDirs":[".","../build/dts"]}}',
      "src/rain.ts": imports("styles/rain.css", "clouds/core", "lodash/fp", "left-pad"),
      "src/clouds/core.ts": "",
    }),
  ).toMatchInlineSnapshot(`
    "src/rain.ts:1 styles/rain.css -> unresolved:javascript/styles/rain.css! {in build/dts, which a build fills: src/tsconfig.json}
    src/rain.ts:2 clouds/core -> src/clouds/core.ts ~declared
    src/rain.ts:3 lodash/fp -> pkg:npm/lodash (declared)
    src/rain.ts:4 left-pad -> pkg:npm/left-pad (undeclared)"
  `);
});

test("where the project's own configuration says what an alias means, custom is silent", () => {
  const files = {
    "package.json": '{"name":"station"}',
    "src/rain.ts": "",
    "public/logo.js": "",
    "rain.ts": "",
    "web/package.json": '{"name":"web"}',
    "web/src/wind.ts": "",
    "web/main.ts": imports("@/wind", "@/rain"),
  };
  const main = { "main.ts": imports("@/rain", "@/src/rain", "/logo.js") };
  expect(drawing({ ...files, ...main })).toMatchInlineSnapshot(`
    "main.ts:1 @/rain -> src/rain.ts ~inferred
    main.ts:2 @/src/rain -> src/rain.ts ~inferred
    main.ts:3 /logo.js -> public/logo.js ~inferred
    web/main.ts:1 @/wind -> web/src/wind.ts ~inferred
    web/main.ts:2 @/rain -> unresolved:javascript/@/rain"
  `);
  const paths = '{"compilerOptions":{"paths":{"@/*":["./src/*"],"/*":["./public/*"]}}}';
  expect(drawing({ ...files, ...main, "tsconfig.json": paths })).toMatchInlineSnapshot(`
    "main.ts:1 @/rain -> src/rain.ts ~declared
    main.ts:2 @/src/rain -> unresolved:javascript/@/src/rain!
    main.ts:3 /logo.js -> public/logo.js ~inferred
    web/main.ts:1 @/wind -> web/src/wind.ts ~inferred
    web/main.ts:2 @/rain -> src/rain.ts ~declared"
  `);
});

test("names that are aliases by custom: a directory here, a package that is known, else nothing that is known", () => {
  expect(
    drawing({
      "package.json": '{"name":"station","dependencies":{"@store/rain":"1"}}',
      "src/components/gauge.ts": "",
      "src/main.ts": imports("@components/gauge", "@components/wind", "@store/rain", "@weather/wind"),
    }),
  ).toMatchInlineSnapshot(`
    "src/main.ts:1 @components/gauge -> src/components/gauge.ts ~inferred
    src/main.ts:2 @components/wind -> unresolved:javascript/@components/wind
    src/main.ts:3 @store/rain -> pkg:npm/%40store/rain (declared)
    src/main.ts:4 @weather/wind -> pkg:npm/%40weather/wind (undeclared)"
  `);
});

test("a custom that can be a scope gives way to who asks for such a package, and to a package of the repository", () => {
  expect(
    drawing({
      "package.json": '{"name":"shop","private":true,"workspaces":["packages/*"]}',
      "packages/web/package.json": '{"name":"web","dependencies":{"@lib/date":"1","@utils/money":"npm:currency@1"}}',
      "packages/web/src/lib/date.js": "",
      "packages/web/src/utils/money.js": "",
      "packages/web/src/shared/till.js": "",
      "packages/web/src/shared/cart.js": "",
      "packages/web/main.js": imports("@lib/date", "@utils/money", "@shared/till", "@shared/cart", "@shared/crates"),
      "packages/till/package.json": '{"name":"@shared/till","main":"till.js"}',
      "packages/till/till.js": "",
      "depot/package.json": '{"name":"@shared/crates","main":"crates.js"}',
      "depot/crates.js": "",
    }),
  ).toMatchInlineSnapshot(`
    "packages/web/main.js:1 @lib/date -> pkg:npm/%40lib/date (declared)
    packages/web/main.js:2 @utils/money -> pkg:npm/currency (declared)
    packages/web/main.js:3 @shared/till -> packages/till/till.js (undeclared)
    packages/web/main.js:4 @shared/cart -> packages/web/src/shared/cart.js ~inferred
    packages/web/main.js:5 @shared/crates -> pkg:npm/%40shared/crates (undeclared) ~inferred"
  `);
});
