import { expect, test } from "vitest";
import { drawing, imports } from "../drawn-imports.ts";

test("an ending is that of the source's compiler; only a bundler chooses another for what it builds", () => {
  expect(
    drawing({
      "package.json":
        '{"name":"shop","main":"dist/main.mjs","exports":{".":"./dist/main.mjs","./till":"./dist/till.js"}}',
      "src/main.ts": imports("./till.js", "./till.mjs", "./coins.mjs", "./euro.cjs", "shop", "shop/till"),
      "src/till.mts": "",
      "src/coins.ts": "",
      "src/euro.cts": "",
    }),
  ).toMatchInlineSnapshot(`
    "src/main.ts:1 ./till.js -> unresolved:javascript/src/till.js!
    src/main.ts:2 ./till.mjs -> src/till.mts
    src/main.ts:3 ./coins.mjs -> unresolved:javascript/src/coins.mjs!
    src/main.ts:4 ./euro.cjs -> src/euro.cts
    src/main.ts:5 shop -> src/main.ts ~inferred
    src/main.ts:6 shop/till -> src/till.mts ~inferred"
  `);
});

test("targets of exports and imports are parts of URLs", () => {
  expect(
    drawing({
      "package.json":
        '{"name":"shop","imports":{"#till":"./till.js?raw","#coins":"./coins.js#half"},"exports":{"./till":"./till.js?x"}}',
      "main.js": imports("#till", "#coins", "shop/till"),
      "till.js": "",
      "coins.js": "",
    }),
  ).toMatchInlineSnapshot(`
    "main.js:1 #till -> till.js
    main.js:2 #coins -> coins.js
    main.js:3 shop/till -> till.js"
  `);
});
