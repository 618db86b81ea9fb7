import { expect, test } from "vitest";
import { drawing } from "../drawn-imports.ts";

test("names of AMD by the settings of a loader, in its own project", () => {
  const main =
    'require.config({ baseUrl: "js", paths: { till: "lib/till-2.1", shop: "app/shop", gone: "lib/gone" } });';
  expect(
    drawing({
      "web/package.json": '{"name":"web","dependencies":{"coins":"1"}}',
      "web/js/main.js": `${main} require(["shop/cart", "till", "plain"], f);`,
      "web/js/app/shop/cart.js": 'define(["till", "text!shop/cart.html", "coins", "./basket", "gone"], f);',
      "web/js/app/shop/basket.js": "",
      "web/js/app/shop/cart.html": "",
      "web/js/lib/till-2.1.js": "",
      "web/js/plain.js": "",
      "other/package.json": '{"name":"other"}',
      "other/a.js": 'define(["till"], f);',
    }),
  ).toMatchInlineSnapshot(`
    "other/a.js:1 till -> unresolved:javascript/till [optional] ~inferred
    web/js/app/shop/cart.js:1 till -> web/js/lib/till-2.1.js [optional] ~inferred
    web/js/app/shop/cart.js:1 text!shop/cart.html -> web/js/app/shop/cart.html [optional] ~inferred
    web/js/app/shop/cart.js:1 coins -> pkg:npm/coins [optional] (declared) ~inferred
    web/js/app/shop/cart.js:1 ./basket -> web/js/app/shop/basket.js [optional] ~inferred
    web/js/app/shop/cart.js:1 gone -> unresolved:javascript/gone [optional] ~inferred
    web/js/main.js:1 shop/cart -> web/js/app/shop/cart.js [optional] ~inferred
    web/js/main.js:1 till -> web/js/lib/till-2.1.js [optional] ~inferred
    web/js/main.js:1 plain -> web/js/plain.js [optional] ~inferred"
  `);
});

test("without a base names count from the file that has the settings", () => {
  expect(
    drawing({
      "package.json": '{"name":"web"}',
      "assets/main.js": 'requirejs.config({ paths: { till: "vendor/till" } }); require(["till", "app"], f);',
      "assets/vendor/till.js": "",
      "assets/app.js": "",
    }),
  ).toMatchInlineSnapshot(`
    "assets/main.js:1 till -> assets/vendor/till.js [optional] ~inferred
    assets/main.js:1 app -> assets/app.js [optional] ~inferred"
  `);
});
