import { expect, test } from "vitest";
import { drawing, imports } from "../drawn-imports.ts";

test("what browsers get instead is a further edge, and a guess", () => {
  expect(
    drawing({
      "package.json": '{"workspaces":["*"],"dependencies":{"till":"*"}}',
      "till/package.json": `{"name":"till","main":"./lib/index.js","dependencies":{"got":"1","ky":"1"},"browser":{
        "./lib/index.js":"./lib/browser.js","./lib/print":"./lib/print.page.js","got":"ky","node:fs":"./lib/no-fs.js","fs":"./lib/no-fs.js",
        "path":false,"./lib/gone.js":"./lib/nowhere.js","./lib/sign.js":"./lib/unmade.js"}}`,
      "till/lib/index.js": imports(
        "./index.js",
        "./print.js",
        "got",
        "fs",
        "node:fs",
        "path",
        "./sign.js",
        "./gone.js",
      ),
      "till/lib/browser.js": imports("./print.js", "till"),
      "till/lib/print.js": "",
      "till/lib/print.page.js": imports("./print.js"),
      "till/lib/no-fs.js": "",
      "till/lib/sign.js": "",
      "shop/main.js": imports("till", "got", "fs"),
    }),
  ).toMatchInlineSnapshot(`
    "shop/main.js:1 till -> till/lib/index.js (declared)
    shop/main.js:1 till -> till/lib/browser.js ~inferred
    shop/main.js:2 got -> pkg:npm/got (unknown)
    shop/main.js:3 fs -> builtin:node/fs
    till/lib/browser.js:1 ./print.js -> till/lib/print.js
    till/lib/browser.js:1 ./print.js -> till/lib/print.page.js ~inferred
    till/lib/browser.js:2 till -> till/lib/index.js
    till/lib/index.js:1 ./index.js -> till/lib/index.js
    till/lib/index.js:2 ./print.js -> till/lib/print.js
    till/lib/index.js:2 ./print.js -> till/lib/print.page.js ~inferred
    till/lib/index.js:3 got -> pkg:npm/got (declared)
    till/lib/index.js:3 got -> pkg:npm/ky ~inferred
    till/lib/index.js:4 fs -> builtin:node/fs
    till/lib/index.js:4 fs -> till/lib/no-fs.js ~inferred
    till/lib/index.js:5 node:fs -> builtin:node/fs
    till/lib/index.js:5 node:fs -> till/lib/no-fs.js ~inferred
    till/lib/index.js:6 path -> builtin:node/path
    till/lib/index.js:7 ./sign.js -> till/lib/sign.js
    till/lib/index.js:8 ./gone.js -> unresolved:javascript/till/lib/gone.js!
    till/lib/print.page.js:1 ./print.js -> till/lib/print.js"
  `);
});

test("a key that an output has stands for its source; types are the same everywhere", () => {
  expect(
    drawing({
      "package.json": '{"name":"till","browser":{"./dist/net.js":"./dist/net.page.js"}}',
      "tsconfig.json": '{"compilerOptions":{"rootDir":"src","outDir":"dist"}}',
      "src/main.ts": 'import { send } from "./net.js"; import type { Sent } from "./net.js";',
      "src/net.ts": "",
      "src/net.page.ts": "",
    }),
  ).toMatchInlineSnapshot(`
    "src/main.ts:1 ./net.js -> src/net.ts
    src/main.ts:1 ./net.js -> src/net.page.ts ~inferred
    src/main.ts:1 ./net.js -> src/net.ts [typeOnly]"
  `);
});
