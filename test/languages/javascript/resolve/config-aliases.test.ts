import { expect, test } from "vitest";
import { configAliases } from "../../../../src/languages/javascript/manifests/config-aliases.ts";
import { drawing, imports } from "../drawn-imports.ts";

test.each([
  ["Vite's object", `resolve: { alias: { "@till": "/src/till", vue: "vue/dist/vue.js" } }`, ["@till=./src/till"]],
  ["a joined path", `alias: { Till: path.resolve(__dirname, "src", "till/"), }`, ["Till=./src/till"]],
  ["a URL", `alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) }`, ["@=././src"]],
  [
    "the directory and a string",
    "alias: { '@': __dirname + '/src', '#': `${__dirname}/lib` }",
    ["@=./src", "#=././lib"],
  ],
  [
    "Vite's list",
    `alias: [{ find: "@", replacement: resolve(__dirname, "app") }, { find: /x/, replacement: "/y" }]`,
    ["@=./app"],
  ],
  [
    "what is computed is passed over",
    `alias: { a: make("till"), b: dirs.src, c: [path.resolve("c")], d: path.resolve("d") }`,
    ["d=./d"],
  ],
  ["only the name itself", `alias: { "till$": path.join(__dirname, "till.js") }`, ["till=./till.js"]],
  ["comments", `alias: {\n // "@no": "./no",\n /* , */ "@": "./src", // and\n}`, ["@=././src"]],
  ["nothing closes it", `alias: { "@": "./src"`, []],
])("aliases of bundlers: %s", (_, text, expected) => {
  const found = configAliases(text).filter(({ pattern }) => !pattern.endsWith("/*"));
  expect(found.map(({ pattern, targets }) => `${pattern}=${targets.join()}`)).toEqual(expected);
});

test.each([
  ["below a prefix", `"^@/(.*)$": "<rootDir>/src/$1"`, ["@/*=././src/*"]],
  ["itself", `"^till$": "<rootDir>/src/till.ts"`, ["till=././src/till.ts"]],
  ["a dot escaped", String.raw`'^\\./till$': "<rootDir>/src/till.ts"`, ["./till=././src/till.ts"]],
  [
    "other expressions are passed over",
    String.raw`"\\.(css|less)$": "<rootDir>/style.js", "^(a|b)$": "<rootDir>/a"`,
    [],
  ],
  ["packages are passed over", `"^lodash-es$": "lodash"`, []],
])("moduleNameMapper: %s", (_, entries, expected) => {
  const found = configAliases(`module.exports = { moduleNameMapper: { ${entries} } };`);
  expect(found.map(({ pattern, targets }) => `${pattern}=${targets.join()}`)).toEqual(expected);
});

test("aliases count from their file, the nearest first, and are guesses", () => {
  expect(
    drawing({
      "package.json": '{"name":"shop","dependencies":{"till-kit":"1"}}',
      "vite.config.ts": `export default { resolve: { alias: { "@": path.resolve(__dirname, "src"), till: "/src/till" } } };`,
      "jest.config.json": '{"moduleNameMapper":{"^#spec/(.*)$":"<rootDir>/spec/$1","^spec/(.*)$":"<rootDir>/spec/$1"}}',
      "babel.config.js": `module.exports = { plugins: [["module-resolver", { alias: { coins: "./lib/coins" } }]] };`,
      "app/webpack.config.js": `module.exports = { resolve: { alias: { till: path.join(__dirname, "till") } } };`,
      "src/main.ts": imports("@/cart", "till", "till/drawer", "till-kit", "spec/cart", "coins", "till/gone"),
      "app/main.js": imports("till/drawer"),
      "src/cart.ts": "",
      "src/till/index.ts": "",
      "src/till/drawer.ts": "",
      "spec/cart.ts": "",
      "lib/coins.js": "",
      "app/till/drawer.js": "",
    }),
  ).toMatchInlineSnapshot(`
    "app/main.js:1 till/drawer -> app/till/drawer.js ~inferred
    src/main.ts:1 @/cart -> src/cart.ts ~inferred
    src/main.ts:2 till -> src/till/index.ts ~inferred
    src/main.ts:3 till/drawer -> src/till/drawer.ts ~inferred
    src/main.ts:4 till-kit -> pkg:npm/till-kit (declared)
    src/main.ts:5 spec/cart -> spec/cart.ts ~inferred
    src/main.ts:6 coins -> lib/coins.js ~inferred
    src/main.ts:7 till/gone -> pkg:npm/till (undeclared)"
  `);
});

test("aliases of package.json: Jest's, Babel's, module-alias's", () => {
  expect(
    drawing({
      "package.json": `{"name":"shop","dependencies":{"alias":"1"},
        "jest":{"rootDir":"code","moduleNameMapper":{"^spec/(.*)$":"<rootDir>/spec/$1","\\\\.css$":"<rootDir>/no.js"}},
        "babel":{"plugins":[["module-resolver",{"alias":{"coins":"./lib/coins","lodash":"lodash-es"}}]]},
        "_moduleAliases":{"@till":"lib/till","@root":"."}}`,
      "main.js": imports("spec/cart", "coins", "lodash", "@till/drawer", "@root/lib/coins", "@till"),
      "code/spec/cart.js": "",
      "lib/coins.js": "",
      "lib/till/drawer.js": "",
    }),
  ).toMatchInlineSnapshot(`
    "main.js:1 spec/cart -> code/spec/cart.js ~inferred
    main.js:2 coins -> lib/coins.js ~inferred
    main.js:3 lodash -> pkg:npm/lodash (undeclared)
    main.js:4 @till/drawer -> lib/till/drawer.js ~inferred
    main.js:5 @root/lib/coins -> lib/coins.js ~inferred
    main.js:6 @till -> unresolved:javascript/@till"
  `);
});
