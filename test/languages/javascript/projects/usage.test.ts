import { expect, test } from "vitest";
import { analyze } from "../../../../src/analyze.ts";
import { memoryFileSystem } from "../../../../src/files/file-system.ts";

/** The packages that nothing is seen to use, of those that the shop asks for to run. */
async function unused(
  names: readonly string[],
  files: Readonly<Record<string, string>>,
  more: Readonly<Record<string, unknown>> = {},
): Promise<readonly string[]> {
  const dependencies = Object.fromEntries(["express", "xml2js", ...names].map((name) => [name, "^1.0.0"]));
  const fileSystem = memoryFileSystem({
    "shop/package.json": JSON.stringify({ name: "shop", dependencies, ...more }, undefined, 2),
    "shop/src/till.js": 'import express from "express";',
    ...files,
  });
  const { conflicts } = await analyze({ fileSystem, only: ["manifest/unused"] });
  return conflicts.map(({ subject }) => decodeURIComponent(subject.slice("pkg:npm/".length)));
}

test.each<[tool: string, file: string, text: string, names: readonly string[]]>([
  [
    "ESLint, flat",
    "eslint.config.mjs",
    'export default [{ extends: ["eslint-config-bank"], settings: { "import/resolver": { alias: true }, "import/parsers": { "coin-parser": [] } } }];',
    ["eslint-config-bank", "eslint-import-resolver-alias", "coin-parser"],
  ],
  [
    "ESLint's old files",
    ".eslintrc.json",
    '{ "extends": ["airbnb", "plugin:hooks/recommended", "@bank", "@bank/eslint-config/strict"], "plugins": ["jam", "@till"], "parser": "coin-parser" }',
    [
      "eslint-config-airbnb",
      "eslint-plugin-hooks",
      "@bank/eslint-config",
      "eslint-plugin-jam",
      "@till/eslint-plugin",
      "coin-parser",
    ],
  ],
  [
    "Babel",
    "babel.config.json",
    '{ "presets": ["@babel/env", ["minify", {}], "@bank/babel-preset"], "plugins": ["transform-coins", "@bank/money", "module:tills"] }',
    ["@babel/preset-env", "babel-preset-minify", "babel-plugin-transform-coins", "@bank/babel-plugin-money", "tills"],
  ],
  [
    "Jest",
    "jest.config.js",
    'module.exports = { preset: "jam-preset", transform: { "^.+$": ["swc-coins", {}] }, testEnvironment: "vault", reporters: ["default", "coin-reporter"], runner: "bank", setupFiles: ["fake-vault/auto"], snapshotSerializers: ["coin-serializer"], watchPlugins: ["watch-coins"] };',
    [
      "jam-preset",
      "swc-coins",
      "jest-environment-vault",
      "coin-reporter",
      "jest-runner-bank",
      "fake-vault",
      "coin-serializer",
      "watch-coins",
    ],
  ],
  [
    "Vitest",
    "vitest.config.ts",
    'export default { test: { environment: "vault-dom", coverage: { provider: "custom", customProviderModule: "coin-cover" }, reporters: ["coin-reporter"] } };',
    ["vault-dom", "coin-cover", "coin-reporter"],
  ],
  [
    "Vitest's environment",
    "vitest.config.ts",
    'export default { test: { environment: "coin" } };',
    ["vitest-environment-coin"],
  ],
  [
    "Vite",
    "vite.config.ts",
    'import coins from "coin-plugin";\nexport default { plugins: [coins()] };',
    ["coin-plugin"],
  ],
  [
    "webpack",
    "webpack.config.js",
    'module.exports = { module: { rules: [{ use: ["coin", "bank-loader?fast"] }] }, entry: ["warm-up/client"] };',
    ["coin-loader", "bank-loader", "warm-up"],
  ],
  [
    "PostCSS",
    "postcss.config.js",
    'module.exports = { plugins: { "coin-mixins": {}, "tailwind-bank": {} } };',
    ["coin-mixins", "tailwind-bank"],
  ],
  ["PostCSS's rc", ".postcssrc", '{ "plugins": { "coin-mixins": {} } }', ["coin-mixins"]],
  [
    "Tailwind",
    "tailwind.config.js",
    'module.exports = { plugins: [require("tailwind-coins")], presets: [require("bank-preset")] };',
    ["tailwind-coins", "bank-preset"],
  ],
  [
    "TypeScript",
    "tsconfig.json",
    '{ "extends": ["bank-tsconfig/base.json"], "compilerOptions": { "types": ["coins"], "jsxImportSource": "coin-jsx", "plugins": [{ "name": "coin-types" }, { "transform": "coin-transform" }] } }',
    ["bank-tsconfig", "coins", "coin-jsx", "coin-types", "coin-transform"],
  ],
  [
    "Storybook",
    ".storybook/main.ts",
    'export default { addons: ["coin-addon"], framework: { name: "coin-framework" } };',
    ["coin-addon", "coin-framework"],
  ],
  ["husky", ".husky/pre-commit", "#!/bin/sh\nnpx coin-check --all\n", ["coin-check"]],
  ["lint-staged", ".lintstagedrc.yml", "'*.js':\n  - coin-format --write\n", ["coin-format"]],
  ["semantic-release", ".releaserc.yml", "plugins:\n  - '@semantic-release/git'\n  - coin-release\n", ["coin-release"]],
  [
    "commitlint",
    "commitlint.config.js",
    'module.exports = { extends: ["coins"], parserPreset: "conventional-changelog-coins" };',
    ["commitlint-config-coins", "conventional-changelog-coins"],
  ],
  [
    "Docusaurus",
    "docusaurus.config.js",
    'module.exports = { presets: [["classic", {}], "coins"], themes: ["@bank/till"], plugins: ["@docusaurus/plugin-pwa", "ledger"] };',
    [
      "@docusaurus/preset-classic",
      "docusaurus-preset-coins",
      "@bank/docusaurus-theme-till",
      "@docusaurus/plugin-pwa",
      "docusaurus-plugin-ledger",
    ],
  ],
  [
    "Next",
    "next.config.mjs",
    'export default { transpilePackages: ["coin-ui"], serverExternalPackages: ["vault"] };',
    ["coin-ui", "vault"],
  ],
  [
    "Nuxt",
    "nuxt.config.ts",
    'export default defineNuxtConfig({ modules: ["@nuxtjs/coins", "~/modules/x"], css: ["coin.css/all.css"], extends: ["coin-layer"] });',
    ["@nuxtjs/coins", "coin.css", "coin-layer"],
  ],
  [
    "Astro",
    "astro.config.mjs",
    'import coins from "@astrojs/coins";\nexport default { integrations: [coins()] };',
    ["@astrojs/coins"],
  ],
  [
    "Angular",
    "angular.json",
    '{ "projects": { "shop": { "architect": { "build": { "builder": "@coin/build:browser", "options": { "styles": ["node_modules/coin.css/all.css"], "scripts": ["../node_modules/jqcoin/dist/a.js"] } } } } }, "cli": { "schematicCollections": ["@coin/schematics"] } }',
    ["@coin/build", "coin.css", "jqcoin", "@coin/schematics"],
  ],
  ["Nx", "project.json", '{ "targets": { "build": { "executor": "@coin/nx:build" } } }', ["@coin/nx"]],
  ["Nx's plug-ins", "nx.json", '{ "plugins": [{ "plugin": "@coin/nx/plugin" }] }', ["@coin/nx"]],
  ["Prettier", ".prettierrc", "plugins:\n  - coin-format\n", ["coin-format"]],
  [
    "Stylelint",
    "stylelint.config.js",
    'module.exports = { extends: ["stylelint-config-coins"], plugins: ["stylelint-order"], customSyntax: "coin-syntax" };',
    ["coin-syntax"],
  ],
  ["Mocha", ".mocharc.yml", "require:\n  - coin-hook/register\nreporter: coin-dots\n", ["coin-hook", "coin-dots"]],
  ["Mocha's options", "test/mocha.opts", "--require coin-hook\n--reporter coin-dots\n", ["coin-hook", "coin-dots"]],
  ["nyc", ".nycrc", '{ "extends": "coin-nyc", "require": ["coin-hook"] }', ["coin-nyc", "coin-hook"]],
  ["Cypress", "cypress.json", '{ "reporter": "coin-reporter" }', ["coin-reporter"]],
  [
    "Cypress's program",
    "cypress.config.ts",
    'import { defineConfig } from "cypress";\nexport default defineConfig({ reporter: "coin-reporter" });',
    ["coin-reporter"],
  ],
  ["Playwright", "playwright.config.ts", 'export default { reporter: [["coin-reporter"]] };', ["coin-reporter"]],
  [
    "Metro",
    "metro.config.js",
    'module.exports = { transformer: { babelTransformerPath: require.resolve("coin-transformer") } };',
    ["coin-transformer"],
  ],
  ["Changesets", ".changeset/config.json", '{ "changelog": ["@coin/changelog", {}] }', ["@coin/changelog"]],
  [
    "GraphQL's generator",
    "codegen.yml",
    "generates:\n  src/a.ts:\n    plugins:\n      - coin-codegen\n",
    ["coin-codegen"],
  ],
  ["Remark", ".remarkrc", '{ "plugins": ["coins", "remark-bank"] }', ["remark-coins", "remark-bank"]],
  ["API Extractor and the like", "typedoc.json", '{ "plugin": ["typedoc-coins"] }', ["typedoc-coins"]],
  ["Capacitor", "capacitor.config.json", '{ "includePlugins": ["@coin/camera"] }', ["@coin/camera"]],
  ["Expo", "app.json", '{ "expo": { "plugins": ["expo-coins", ["coin-camera", {}]] } }', ["expo-coins", "coin-camera"]],
  ["React Native", "react-native.config.js", 'module.exports = { commands: require("coin-native") };', ["coin-native"]],
  [
    "Svelte",
    "svelte.config.js",
    'import adapter from "coin-adapter";\nexport default { kit: { adapter: adapter() } };',
    ["coin-adapter"],
  ],
  [
    "Gatsby",
    "gatsby-config.js",
    'module.exports = { plugins: ["gatsby-plugin-coins", { resolve: "coin-source" }] };',
    ["gatsby-plugin-coins", "coin-source"],
  ],
  [
    "ngrok and the like, in a page",
    "public/index.html",
    '<script src="/node_modules/coin-page/dist/a.js"></script>',
    ["coin-page"],
  ],
  [
    "Sass",
    "src/till.scss",
    '@import "~coin-theme/variables";\n@use "coin-mixins/src/all" as *;',
    ["coin-theme", "coin-mixins"],
  ],
  [
    "CSS",
    "src/till.css",
    '@import "coin.css";\n@import url("coin-fonts/all.css");\n@plugin "coin-forms";',
    ["coin.css", "coin-fonts", "coin-forms"],
  ],
  ["Less", "src/till.less", '@import (reference) "~coin-less/all.less";', ["coin-less"]],
  [
    "GitHub's workflows",
    ".github/workflows/ci.yml",
    "jobs:\n  check:\n    steps:\n      - run: npx coin-check --all\n",
    ["coin-check"],
  ],
  ["GitLab", ".gitlab-ci.yml", "check:\n  script:\n    - npx coin-check\n", ["coin-check"]],
  ["a Dockerfile", "Dockerfile", 'FROM node\nCMD ["npx", "coin-serve", "dist"]\n', ["coin-serve"]],
  ["a Procfile", "Procfile", "web: coin-serve dist\n", ["coin-serve"]],
  ["make", "Makefile", "check:\n\tnode_modules/.bin/coin-check src\n", ["coin-check"]],
  [
    "pm2",
    "ecosystem.config.js",
    'module.exports = { apps: [{ script: "coin-serve", interpreter_args: "-r coin-trace/register" }] };',
    ["coin-serve", "coin-trace"],
  ],
  ["moon", "moon.yml", "tasks:\n  build:\n    command: 'coin-build .'\n", ["coin-build"]],
])("%s", async (_, file, text, names) => {
  expect(await unused(names, { [`shop/${file}`]: text })).toEqual(["xml2js"]);
  expect((await unused(names, {})).length).toBeGreaterThan(1);
});

test("a style sheet that loads a file by its path into what is installed", async () => {
  const text = '@import "../../node_modules/coin.css/coin.css";\n@import "./node_modules/@coin/reset/all.css";';
  expect(await unused(["coin.css", "@coin/reset"], { "shop/src/till.css": text })).toEqual(["xml2js"]);
});

test.each<[key: string, value: unknown, names: readonly string[]]>([
  ["eslintConfig", { extends: "bank" }, ["eslint-config-bank"]],
  ["babel", { presets: ["coins"] }, ["babel-preset-coins"]],
  ["jest", { preset: "coin-preset" }, ["coin-preset"]],
  ["prettier", "@coin/prettier-config", ["@coin/prettier-config"]],
  ["stylelint", { extends: "coins" }, ["stylelint-config-coins"]],
  ["lint-staged", { "*.js": ["coin-format --write"] }, ["coin-format"]],
  ["husky", { hooks: { "pre-commit": "coin-check" } }, ["coin-check"]],
  ["release", { plugins: ["coin-release"] }, ["coin-release"]],
  ["browserslist", ["extends coin-browsers"], ["coin-browsers"]],
  ["ava", { require: ["coin-hook/register"] }, ["coin-hook"]],
  ["commitlint", { extends: ["coins"] }, ["commitlint-config-coins"]],
  ["nyc", { extends: "@coin/nyc-config" }, ["@coin/nyc-config"]],
  ["scripts", { build: "NODE_ENV=x npx coin-build && node -r coin-trace dist" }, ["coin-build", "coin-trace"]],
  ["scripts", { serve: "npm run a; node_modules/.bin/coin-serve ./dist" }, ["coin-serve"]],
  ["scripts", { "build:css": "sass --load-path=node_modules/coin.css src" }, ["coin.css", "sass"]],
])("package.json's %s", async (key, value, names) => {
  expect(await unused(names, {}, { [key]: value })).toEqual(["xml2js"]);
});

test.each([
  ["what compilers call", "tslib"],
  ["what a bundler calls for files of a kind", "sass"],
  ["a driver of a database", "pg"],
  ["a destination of logs", "pino-pretty"],
  ["a native part", "expo-camera"],
  ["a part of a runner", "@wdio/mocha-framework"],
  ["a preset", "@babel/preset-env"],
  ["types", "@types/express"],
])("%s works by being installed: %s", async (_, name) => {
  expect(await unused([name], {})).toEqual(["xml2js"]);
});

test.each([
  ["coin-cli", "coin serve"],
  ["@coin/cli", "coin serve"],
])("the command of %s", async (name, start) => {
  expect(await unused([name], {}, { scripts: { start } })).toEqual(["xml2js"]);
  expect(await unused([name], {})).toEqual(["xml2js", name]);
});
