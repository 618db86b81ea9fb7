import { expect, test } from "vitest";
import { drawing, imports } from "../drawn-imports.ts";

test("what a template beside it or a program of the build names is made by a build", () => {
  expect(
    drawing({
      "package.json": '{"name":"shop","dependencies":{"express":"5"}}',
      "boot.js": imports("./index.js", "./main.out.js", "./till.js", "./gone.js", "./src/main.out.js"),
      "index.template.js": "",
      "webpack.config.js": "write(join(dir, 'main.out.js')); entry = './src/till.js'; // './gone.js'",
      "src/till.js": "",
    }),
  ).toMatchInlineSnapshot(`
    "boot.js:1 ./index.js -> unresolved:javascript/index.js! {made from the template index.template.js}
    boot.js:2 ./main.out.js -> unresolved:javascript/main.out.js! {named by webpack.config.js, which a build runs}
    boot.js:3 ./till.js -> unresolved:javascript/till.js!
    boot.js:4 ./gone.js -> unresolved:javascript/gone.js!
    boot.js:5 ./src/main.out.js -> unresolved:javascript/src/main.out.js! {named by webpack.config.js, which a build runs}"
  `);
});
