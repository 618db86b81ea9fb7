import { describe, expect, test } from "vitest";
import { javascript } from "../../../src/languages/javascript/index.ts";
import type { Project } from "../../../src/model/project.ts";
import type { Requirement } from "../../../src/model/requirement.ts";
import { resolveRepository } from "../../drawn/resolve.ts";

type Repository = Readonly<Record<string, string>>;

/** A project a line, its requirements below it; then what was wrong. */
function drawing(files: Repository): string {
  const { projects, diagnostics } = resolveRepository(javascript, files);
  const lines = projects.flatMap((project) => [drawProject(project)].concat(project.requirements.map(drawRequirement)));
  return lines.concat(diagnostics.map(({ file, message }) => `! ${file}: ${message}`)).join("\n");
}

function drawProject({ id, package: name, parent, installScope, locks }: Project): string {
  const parts = [id, name ?? "without a name"];
  if (parent !== undefined) parts.push(`in ${parent}`);
  if (installScope !== id) parts.push(`installed by ${installScope}`);
  if (locks.length > 0) parts.push(`${locks.length} locked`);
  return parts.join(", ");
}

function drawRequirement({ line, scope, package: name, range, path, observable, usedBy }: Requirement): string {
  const parts = [`  ${line} ${scope} ${name} ${range}`];
  if (path !== undefined) parts.push(`at ${path}`);
  if (!observable) parts.push("not observable");
  if (usedBy !== undefined) parts.push(`used by ${usedBy.file}:${usedBy.line} (${usedBy.message})`);
  return parts.join(", ");
}

describe("workspaces", () => {
  const members: Repository = {
    "packages/till/package.json": '{"name":"till"}',
    "packages/old/package.json": '{"name":"old"}',
    "packages/deep/coins/package.json": '{"name":"coins"}',
    "apps/front/package.json": '{"name":"front"}',
    "elsewhere/package.json": '{"name":"elsewhere"}',
  };

  test.each([
    ["npm and Yarn", { "package.json": '{"name":"root","workspaces":["./packages/*/","!packages/old"]}' }],
    ["Yarn's object", { "package.json": '{"name":"root","workspaces":{"packages":["packages/till"]}}' }],
    [
      "pnpm",
      { "package.json": '{"name":"root"}', "pnpm-workspace.yaml": 'packages:\n  - "packages/*"\n  - "!**/old"\n' },
    ],
    ["Lerna", { "package.json": '{"name":"root"}', "lerna.json": '{"packages":["packages/t*"]}' }],
  ])("%s", (_, root) => {
    expect(drawing({ ...members, ...root })).toBe(
      [
        "project:apps/front/package.json, pkg:npm/front",
        "project:elsewhere/package.json, pkg:npm/elsewhere",
        "project:package.json, pkg:npm/root",
        "project:packages/deep/coins/package.json, pkg:npm/coins",
        "project:packages/old/package.json, pkg:npm/old",
        "project:packages/till/package.json, pkg:npm/till, in project:package.json, installed by project:package.json",
      ].join("\n"),
    );
  });

  test("any depth, alternatives, a workspace within a workspace", () => {
    expect(
      drawing({
        ...members,
        "package.json": '{"name":"root","workspaces":["{apps,packages}/**"]}',
        "packages/deep/package.json": '{"name":"deep","workspaces":["*"]}',
      }),
    ).toMatchInlineSnapshot(`
      "project:apps/front/package.json, pkg:npm/front, in project:package.json, installed by project:package.json
      project:elsewhere/package.json, pkg:npm/elsewhere
      project:package.json, pkg:npm/root
      project:packages/deep/coins/package.json, pkg:npm/coins, in project:packages/deep/package.json, installed by project:package.json
      project:packages/deep/package.json, pkg:npm/deep, in project:package.json, installed by project:package.json
      project:packages/old/package.json, pkg:npm/old, in project:package.json, installed by project:package.json
      project:packages/till/package.json, pkg:npm/till, in project:package.json, installed by project:package.json"
    `);
  });

  test("the lock beside the root is the root's; one beside a lone package is its own", () => {
    const lock = '{"lockfileVersion":3,"packages":{"node_modules/ms":{"version":"2.0.0"}}}';
    expect(
      drawing({
        "package.json": '{"name":"root","workspaces":["packages/*"]}',
        "package-lock.json": lock,
        "packages/till/package.json": '{"name":"till"}',
        "lone/package.json": '{"name":"lone"}',
        "lone/package-lock.json": lock,
        "lone/npm-shrinkwrap.json": '{"lockfileVersion":3,"packages":{}}',
        "orphan/package-lock.json": lock,
        "orphan/bun.lockb": "",
      }),
    ).toMatchInlineSnapshot(`
      "project:lone/package.json, pkg:npm/lone
      project:package.json, pkg:npm/root, 1 locked
      project:packages/till/package.json, pkg:npm/till, in project:package.json, installed by project:package.json
      ! orphan/bun.lockb: this kind of lockfile is not read yet: the versions that it locks are not known"
    `);
  });
});

test("requirements met in the repository: by path, by protocol, as a member that fits", () => {
  expect(
    drawing({
      "package.json": '{"workspaces":["packages/*"]}',
      "packages/till/package.json": `{
  "name": "till",
  "dependencies": {
    "coins": "^1.0.0",
    "stock": "^2.0.0",
    "grid": "workspace:^",
    "view": "link:../../vendor/view",
    "pack": "file:../../vendor/pack.tgz",
    "out": "file:../../../../outside",
    "vendored": "workspace:../../vendor/view"
  }
}`,
      "packages/till/index.js": "",
      "packages/coins/package.json": '{"name":"coins","version":"1.4.0"}',
      "packages/stock/package.json": '{"name":"stock","version":"1.4.0"}',
      "packages/grid/package.json": '{"name":"grid","version":"9.0.0-beta.1"}',
      "vendor/view/package.json": '{"name":"view"}',
    }),
  ).toMatchInlineSnapshot(`
    "project:package.json, without a name
    project:packages/coins/package.json, pkg:npm/coins, in project:package.json, installed by project:package.json
    project:packages/grid/package.json, pkg:npm/grid, in project:package.json, installed by project:package.json
    project:packages/stock/package.json, pkg:npm/stock, in project:package.json, installed by project:package.json
    project:packages/till/package.json, pkg:npm/till, in project:package.json, installed by project:package.json
      4 runtime pkg:npm/coins ^1.0.0, at packages/coins, not observable
      5 runtime pkg:npm/stock ^2.0.0
      6 runtime pkg:npm/grid workspace:^, at packages/grid, not observable
      7 runtime pkg:npm/view link:../../vendor/view, at vendor/view, not observable
      8 runtime pkg:npm/pack file:../../vendor/pack.tgz
      9 runtime pkg:npm/out file:../../../../outside
      10 runtime pkg:npm/vendored workspace:../../vendor/view, at vendor/view, not observable
    project:vendor/view/package.json, pkg:npm/view"
  `);
});

test("what is used without an import, and what never shows its use", () => {
  expect(
    drawing({
      "package.json": `{
  "name": "till",
  "scripts": { "build": "tsc -p . && NODE_ENV=production rimraf dist", "check": "npx drawer-check; node -r ts-node/register x.ts" },
  "dependencies": {
    "plain": "1",
    "tslib": "2",
    "buffer": "6",
    "wanted-peer": "1"
  },
  "devDependencies": {
    "typescript": "5",
    "rimraf": "5",
    "ts-node": "10",
    "drawer": "1",
    "tsx": "4",
    "ts-jest": "29",
    "eslint-plugin-react": "7",
    "@acme/eslint-plugin": "1",
    "@acme/tsconfig": "1",
    "@types/node": "20",
    "prettier-plugin-shop": "1",
    "unnamed": "1"
  },
  "peerDependencies": { "react": "18" },
  "jest": { "preset": "ts-jest" }
}`,
      "package-lock.json": `{"lockfileVersion":3,"packages":{
        "node_modules/drawer":{"version":"1.0.0","bin":{"drawer-check":"x.js"}},
        "node_modules/plain":{"version":"1.0.0","peerDependencies":{"wanted-peer":"1"}}}}`,
      "tsconfig.json": '{"extends":"@acme/tsconfig/base.json","compilerOptions":{"types":["node"]}}',
      ".mocharc.json": '{"node-option":["import=tsx"]}',
      ".eslintrc.yml": "# unnamed\nplugins:\n  - react\nextends: [plugin:@acme/recommended]\n",
      "prettier.config.mjs": '// "unnamed"\nexport default { plugins: ["prettier-plugin-shop"] };\n',
      "index.js": "",
    }),
  ).toMatchInlineSnapshot(`
    "project:package.json, pkg:npm/till, 2 locked
      5 runtime pkg:npm/plain 1
      6 runtime pkg:npm/tslib 2, not observable
      7 runtime pkg:npm/buffer 6, not observable
      8 runtime pkg:npm/wanted-peer 1, not observable
      11 dev pkg:npm/typescript 5, not observable, used by package.json:3 (run by the script "build")
      12 dev pkg:npm/rimraf 5, used by package.json:3 (named by the script "build")
      13 dev pkg:npm/ts-node 10, used by package.json:3 (named by the script "check")
      14 dev pkg:npm/drawer 1, used by package.json:3 (run by the script "check")
      15 dev pkg:npm/tsx 4, used by .mocharc.json:1 (named by the configuration of a tool)
      16 dev pkg:npm/ts-jest 29, used by package.json:25 (named by the configuration of a tool)
      17 dev pkg:npm/eslint-plugin-react 7, not observable, used by .eslintrc.yml:3 (named by the configuration of a tool)
      18 dev pkg:npm/%40acme/eslint-plugin 1, not observable, used by .eslintrc.yml:4 (named by the configuration of a tool)
      19 dev pkg:npm/%40acme/tsconfig 1, used by tsconfig.json:1 (extended by this configuration)
      20 dev pkg:npm/%40types/node 20, not observable
      21 dev pkg:npm/prettier-plugin-shop 1, not observable, used by prettier.config.mjs:2 (named by the configuration of a tool)
      22 dev pkg:npm/unnamed 1
      24 peer pkg:npm/react 18, not observable, used by .eslintrc.yml:3 (named by the configuration of a tool)"
  `);
});

test("used by a browser's replacement; likely wanted by its own extension, where no lockfile tells", () => {
  const till = `{
  "name": "till",
  "browser": { "path": "path-browserify" },
  "dependencies": { "path-browserify": "1",
    "vega": "5",
    "vega-embed": "6" }
}`;
  const lock = '{"lockfileVersion":3,"packages":{"node_modules/vega":{"version":"5.0.0"}}}';
  expect(drawing({ "package.json": till, "index.js": "" })).toMatchInlineSnapshot(`
    "project:package.json, pkg:npm/till
      4 runtime pkg:npm/path-browserify 1, used by package.json:3 (named by the configuration of a tool)
      5 runtime pkg:npm/vega 5, not observable
      6 runtime pkg:npm/vega-embed 6"
  `);
  expect(drawing({ "package.json": till, "index.js": "", "package-lock.json": lock })).toMatchInlineSnapshot(`
    "project:package.json, pkg:npm/till, 1 locked
      4 runtime pkg:npm/path-browserify 1, used by package.json:3 (named by the configuration of a tool)
      5 runtime pkg:npm/vega 5
      6 runtime pkg:npm/vega-embed 6"
  `);
});

test.each([
  ["no source at all", {}],
  ["sources that are not read", { "src/App.vue": "", "src/main.js": "" }],
  ["a command without an ending", { "bin/till": "#!/usr/bin/env node\n", "src/main.js": "" }],
])("with %s nothing is observable", (_, files) => {
  expect(drawing({ "package.json": '{"name":"till","bin":"bin/till","dependencies":{"ms":"2"}}', ...files })).toBe(
    "project:package.json, pkg:npm/till\n  1 runtime pkg:npm/ms 2, not observable",
  );
});

test("a circle of extends is said at each file that comes back to itself", () => {
  expect(
    drawing({
      "package.json": '{"name":"till"}',
      "tsconfig.json": '{"extends":"./tsconfig.a.json"}',
      "tsconfig.a.json": '{"extends":["./tsconfig.b"]}',
      "tsconfig.b.json": '{"extends":"./tsconfig.a.json"}',
    }),
  ).toMatchInlineSnapshot(`
    "project:package.json, pkg:npm/till
    ! tsconfig.b.json: "extends" runs in a circle: "./tsconfig.a.json" comes back to this file
    ! tsconfig.a.json: "extends" runs in a circle: "./tsconfig.b" comes back to this file"
  `);
});

test("manifests that cannot be read leave the rest standing", () => {
  expect(
    drawing({
      "package.json": '{"name":"till","workspaces":["packages/*"]}',
      "packages/a/package.json": '{"name":"a",,"dependencies":{"ms":"2"}',
      "packages/b/package.json": "",
      "packages/c/package.json": '{"name":"c"}',
      "pnpm-workspace.yaml": "packages: [\n",
      "tsconfig.json": "[]",
      "lerna.json": "{",
      "package-lock.json": "3",
    }),
  ).toMatchInlineSnapshot(`
    "project:package.json, pkg:npm/till
    project:packages/a/package.json, pkg:npm/a, in project:package.json, installed by project:package.json
      1 runtime pkg:npm/ms 2, not observable
    project:packages/c/package.json, pkg:npm/c, in project:package.json, installed by project:package.json
    ! lerna.json: this object is not closed: the file ends within it
    ! package-lock.json: the lockfile should hold an object
    ! packages/a/package.json: nothing stands before this comma
    ! packages/a/package.json: this object is not closed: the file ends within it
    ! packages/b/package.json: the file holds no JSON value
    ! pnpm-workspace.yaml: Flow sequence in block collection must be sufficiently indented and end with a ]
    ! tsconfig.json: the file should hold an object, and holds a list"
  `);
});
