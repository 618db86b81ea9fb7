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
