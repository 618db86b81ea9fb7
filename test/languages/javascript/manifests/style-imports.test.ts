import { expect, test } from "vitest";
import { styleImports } from "../../../../src/languages/javascript/manifests/style-imports.ts";

test.each([
  ["@import 'coins/all.css';\n@import \"bank\";", "coins/all.css:1 bank:2"],
  ["@import url(coins/all.css) screen;", "coins/all.css:1"],
  ['@import url("coins/all.css");', "coins/all.css:1"],
  ["@import 'coins/a', 'coins/b';", "coins/a:1 coins/b:1"],
  ["@use 'pkg:coins' as *;\n@forward 'bank/src';", "coins:1 bank/src:2"],
  ["@import (reference, optional) '~coins/all.less';", "~coins/all.less:1"],
  ["@plugin '@bank/forms';\n@config 'coins';", "@bank/forms:1 coins:2"],
  ["@import './till';\n@import '/till';\n@import url(https://coins.example/a.css);", ""],
  [
    '@import "../node_modules/coins/a.css";\n@import url(/node_modules/bank/a.css);\n@import "./node_modules/@till/x/a";',
    "../node_modules/coins/a.css:1 /node_modules/bank/a.css:2 ./node_modules/@till/x/a:3",
  ],
  ["@media screen { a { color: red } }", ""],
])("%s", (text, expected) => {
  expect([...styleImports(text)].map(([name, line]) => `${name}:${line}`).join(" ")).toBe(expected);
});

test("many at-rules without an end cost no more than their length", () => {
  const start = performance.now();
  styleImports("@import url(".repeat(50_000));
  styleImports(`@import ${"'a', ".repeat(50_000)}`);
  expect(performance.now() - start).toBeLessThan(2000);
});
