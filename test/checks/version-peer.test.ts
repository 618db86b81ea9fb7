import { expect, test } from "vitest";
import { analyze } from "../../src/analyze.ts";
import { memoryFileSystem } from "../../src/files/file-system.ts";

async function peers(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const { conflicts } = await analyze({ fileSystem: memoryFileSystem(files), only: ["version/peer"] });
  return conflicts.map(({ severity, file, line, message }) => `${severity} ${file}:${line} ${message}`);
}

const manifest = (more = ""): string =>
  `{ "name": "shop",\n"dependencies": { "printer": "^1.0.0", "till": "*" }${more} }`;

/** printer wants till 1 beside it, and gets another one. */
const npm = (more = "", till = '"node_modules/till": { "version": "2.3.0" },'): string =>
  `{ "lockfileVersion": 3, "packages": { "": {}, ${till}
"node_modules/printer": { "version": "1.1.0", "peerDependencies": { "till": "^1.0.0" }${more} } } }`;
const pnpm = (got: string, more = ""): string => `lockfileVersion: '9.0'
importers:
  .:
    dependencies:
      printer:
        specifier: ^1.0.0
        version: 1.1.0
packages:
  printer@1.1.0:
    resolution: {integrity: sha512-a}
    peerDependencies:
      till: ^1.0.0
${more}  till@2.3.0:
    resolution: {integrity: sha512-a}
snapshots:
  printer@1.1.0(till@2.3.0):
    dependencies:
      ${got}
  till@2.3.0: {}
`;
const bun = `{ "workspaces": { "": { "name": "shop" } }, "packages": {
"printer": ["printer@1.1.0", "", { "peerDependencies": { "till": "^1.0.0" } }, "sha512-a"],
"till": ["till@2.3.0", "", {}, "sha512-a"] } }`;

const gets = "package.json:2 printer 1.1.0 wants till ^1.0.0 beside it, and gets 2.3.0";

test.each<[name: string, files: Readonly<Record<string, string>>, expected: readonly string[]]>([
  ["npm refuses it", { "package.json": manifest(), "package-lock.json": npm() }, [`error ${gets}`]],
  [
    "npm may be told not to",
    { "package.json": manifest(), "package-lock.json": npm(), ".npmrc": "" },
    [`warning ${gets}`],
  ],
  [
    "what may be left out, and is not",
    {
      "package.json": manifest(),
      "package-lock.json": npm(', "peerDependenciesMeta": { "till": { "optional": true } }'),
    },
    [`info ${gets}`],
  ],
  [
    "what may be left out, and is",
    {
      "package.json": manifest(),
      "package-lock.json": npm(', "peerDependenciesMeta": { "till": { "optional": true } }', ""),
    },
    [],
  ],
  [
    "what is not there",
    { "package.json": manifest(), "package-lock.json": npm("", "") },
    ["warning package.json:2 printer 1.1.0 wants till ^1.0.0 beside it, and package-lock.json has none for it"],
  ],
  [
    "a directory in its place",
    {
      "package.json": manifest(),
      "package-lock.json": npm("", '"node_modules/till": { "resolved": "till", "link": true },'),
    },
    [],
  ],
  [
    "what an override settles",
    { "package.json": manifest(', "overrides": { "till": "2.3.0" }'), "package-lock.json": npm() },
    [],
  ],
  ["pnpm goes on", { "package.json": manifest(), "pnpm-lock.yaml": pnpm("till: 2.3.0") }, [`warning ${gets}`]],
  [
    "pnpm has none",
    { "package.json": manifest(), "pnpm-lock.yaml": pnpm("stamp: 1.0.0") },
    ["warning package.json:2 printer 1.1.0 wants till ^1.0.0 beside it, and pnpm-lock.yaml has none for it"],
  ],
  [
    "pnpm has none, and needs none",
    {
      "package.json": manifest(),
      "pnpm-lock.yaml": pnpm("stamp: 1.0.0", "    peerDependenciesMeta:\n      till:\n        optional: true\n"),
    },
    [],
  ],
  [
    "pnpm is told which not to mind",
    {
      "package.json": manifest(', "pnpm": { "peerDependencyRules": { "allowedVersions": { "till": "2" } } }'),
      "pnpm-lock.yaml": pnpm("till: 2.3.0"),
    },
    [],
  ],
  [
    "so is the workspace's file",
    {
      "package.json": manifest(),
      "pnpm-workspace.yaml": "packages: []\npeerDependencyRules:\n  ignoreMissing: [till]\n",
      "pnpm-lock.yaml": pnpm("till: 2.3.0"),
    },
    [],
  ],
  ["bun goes on", { "package.json": manifest(), "bun.lock": bun }, [`warning ${gets}`]],
  [
    "yarn 1 does not tell",
    { "package.json": manifest(), "yarn.lock": '# yarn lockfile v1\n\nprinter@^1.0.0:\n  version "1.1.0"\n' },
    [],
  ],
])("%s", async (_, files, expected) => {
  expect(await peers(files)).toEqual(expected);
});

const berry = (printer: string): string => `__metadata:
  version: 8

"printer@npm:^1.0.0":
  version: 1.1.0
  resolution: "printer@npm:1.1.0"
${printer}

"till@npm:^2.0.0":
  version: 2.3.0
  resolution: "till@npm:2.3.0"
`;
const wanting = berry("  peerDependencies:\n    till: ^1.0.0");
const asking = (dependencies: string, more = ""): string =>
  `{ "name": "shop",${more}\n"dependencies": { "printer": "^1.0.0"${dependencies} } }`;

test.each<[name: string, packageJson: string, lock: string, expected: readonly string[]]>([
  ["another version", asking(', "till": "^2.0.0"'), wanting, [`warning ${gets}`]],
  [
    "none",
    asking(""),
    wanting.slice(0, wanting.indexOf('"till@')),
    ["warning package.json:2 printer 1.1.0 wants till ^1.0.0 beside it, and yarn.lock has none for it"],
  ],
  ["none of its own, but there is one", asking(""), wanting, []],
  ["what fits", asking(', "till": "^2.0.0"'), berry("  peerDependencies:\n    till: ^1.0.0 || ^2.0.0"), []],
  [
    "none of what may be left out",
    asking(""),
    berry("  peerDependencies:\n    till: ^1.0.0\n  peerDependenciesMeta:\n    till:\n      optional: true"),
    [],
  ],
  ["what it wants of its own users too", asking("", ' "peerDependencies": { "till": "^2.0.0" },'), wanting, []],
  ["what the root lays down", asking("", ' "resolutions": { "till": "2.3.0" },'), wanting, []],
  ["itself", asking("").replace('"shop"', '"till"'), wanting, []],
])("Yarn's project gives what it asks for: %s", async (_, packageJson, lock, expected) => {
  expect(await peers({ "package.json": packageJson, "yarn.lock": lock })).toEqual(expected);
});

test("Yarn's projects of one workspace give different things", async () => {
  const files = {
    "package.json": '{ "name": "street", "workspaces": ["*"] }',
    "shop/package.json": asking(', "till": "^2.0.0"'),
    "bank/package.json": asking(', "till": "^1.0.0"').replace("shop", "bank"),
    "yarn.lock": `${wanting}
"till@npm:^1.0.0":
  version: 1.4.0
  resolution: "till@npm:1.4.0"
`,
  };
  expect(await peers(files)).toEqual([`warning shop/${gets}`]);
});
