import { expect, test } from "vitest";
import { drawing, imports } from "../drawn-imports.ts";

const till = '{"name":"till","dependencies":{"express":"5"}}';

test("a lockfile that is not read may hold what nobody asks for; one that is read tells", () => {
  expect(
    drawing({
      "bun/package.json": till,
      "bun/bun.lockb": "",
      "bun/till.js": imports("express", "coins"),
      "npm/package.json": till,
      "npm/package-lock.json": '{"lockfileVersion":3,"packages":{"node_modules/ms":{"version":"2.0.0"}}}',
      "npm/bun.lockb": "",
      "npm/till.js": imports("ms", "coins"),
      "none/package.json": till,
      "none/till.js": imports("coins"),
      // The lockfile of a directory without a package.json is for what is below; a neighbour's or a stranger's is not.
      "shops/bun.lockb": "",
      "shops/bakery/package.json": till,
      "shops/bakery/till.js": imports("coins"),
      "mall/package.json": '{"name":"mall"}',
      "mall/bun.lockb": "",
      "mall/kiosk/package.json": till,
      "mall/kiosk/till.js": imports("coins"),
    }),
  ).toMatchInlineSnapshot(`
    "bun/till.js:1 express -> pkg:npm/express (declared)
    bun/till.js:2 coins -> pkg:npm/coins (unknown)
    mall/kiosk/till.js:1 coins -> pkg:npm/coins (undeclared)
    none/till.js:1 coins -> pkg:npm/coins (undeclared)
    npm/till.js:1 ms -> pkg:npm/ms (transitive)
    npm/till.js:2 coins -> pkg:npm/coins (undeclared)
    shops/bakery/till.js:1 coins -> pkg:npm/coins (unknown)"
  `);
});

test("without a lockfile, what one member of a workspace asks for may be beside the others", () => {
  expect(
    drawing({
      "package.json": '{"workspaces":["shops/*"],"devDependencies":{"vitest":"4"}}',
      "shops/bakery/package.json": '{"name":"bakery","dependencies":{"flour":"1"}}',
      "docs/bread.js": imports("flour", "bakery", "coins"),
      "src/bread.js": imports("flour"),
      "shops/bakery/src/bread.js": imports("flour", "vitest", "coins"),
      "shops/kiosk/package.json": till,
      "shops/kiosk/src/paper.js": imports("flour"),
      "shops/kiosk/test/paper.test.js": imports("flour", "vitest"),
    }),
  ).toMatchInlineSnapshot(`
    "docs/bread.js:1 flour -> pkg:npm/flour (declared)
    docs/bread.js:2 bakery -> pkg:npm/bakery (declared)
    docs/bread.js:3 coins -> pkg:npm/coins (undeclared)
    shops/bakery/src/bread.js:1 flour -> pkg:npm/flour (declared)
    shops/bakery/src/bread.js:2 vitest -> pkg:npm/vitest (unknown)
    shops/bakery/src/bread.js:3 coins -> pkg:npm/coins (undeclared)
    shops/kiosk/src/paper.js:1 flour -> pkg:npm/flour (unknown)
    shops/kiosk/test/paper.test.js:1 flour -> pkg:npm/flour (unknown)
    shops/kiosk/test/paper.test.js:2 vitest -> pkg:npm/vitest (declared)
    src/bread.js:1 flour -> pkg:npm/flour (unknown)"
  `);
});
