import { expect, test } from "vitest";
import { drawing, imports } from "../drawn-imports.ts";

test("what a template, a broken file or a bundler's asset misses is no sure loss", () => {
  expect(
    drawing({
      "page.template.js": 'import "./style.js"; import "./here.js"; import "{{name}}/x"; import "<%= name %>";',
      "broken.js": 'import "./gone.js"; import "./here.js"; let = = ;',
      "assets.js": imports("./gone.css", "./gone.json5?raw", "./user.entity", "./gone.js", "./gone.json"),
      "here.js": "",
    }),
  ).toMatchInlineSnapshot(`
    "assets.js:1 ./gone.css -> unresolved:javascript/gone.css! ~inferred
    assets.js:2 ./gone.json5?raw -> unresolved:javascript/gone.json5! ~inferred
    assets.js:3 ./user.entity -> unresolved:javascript/user.entity!
    assets.js:4 ./gone.js -> unresolved:javascript/gone.js!
    assets.js:5 ./gone.json -> unresolved:javascript/gone.json!
    broken.js:1 ./gone.js -> unresolved:javascript/gone.js! ~inferred
    broken.js:1 ./here.js -> here.js
    page.template.js:1 ./style.js -> unresolved:javascript/style.js! {wanted by a template, where its output is}
    page.template.js:1 ./here.js -> here.js"
  `);
});
