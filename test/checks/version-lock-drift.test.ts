import { expect, test } from "vitest";
import { analyze } from "../../src/analyze.ts";
import { memoryFileSystem } from "../../src/files/file-system.ts";

/** `error bank/package.json:3 pkg:npm/ledger`, a line a finding. */
async function drift(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const { conflicts } = await analyze({ fileSystem: memoryFileSystem(files), only: ["version/lock-drift"] });
  return conflicts.map(({ severity, file, line, subject }) => `${severity} ${file}:${line} ${subject}`);
}

const shop = (...lines: readonly string[]): string => `{ "name": "shop",\n${lines.join(",\n")}\n}`;
const asks = (range: string): string => shop(`"dependencies": { "ledger": "${range}" }`);
const ledger = "error package.json:2 pkg:npm/ledger";

const npm = (version: string): string =>
  `{ "lockfileVersion": 3, "packages": { "": {}, "node_modules/ledger": { "version": "${version}" } } }`;
const npm1 = (version: string): string =>
  `{ "lockfileVersion": 1, "dependencies": { "ledger": { "version": "${version}" } } }`;
const classic = (range: string, version: string): string =>
  `# yarn lockfile v1\n\n"ledger@${range}":\n  version "${version}"\n`;
const berry = (range: string, version: string): string =>
  `__metadata:\n  version: 8\n\n"ledger@npm:${range}":\n  version: ${version}\n  resolution: "ledger@npm:${version}"\n  linkType: hard\n`;
const pnpm = (version: string, head = ""): string =>
  `lockfileVersion: '9.0'\n${head}importers:\n  .:\n    dependencies:\n      ledger:\n        specifier: ^1.0.0\n        version: ${version}\npackages:\n  ledger@${version}:\n    resolution: {integrity: sha512-a}\n`;
const bun = (version: string): string =>
  `{ "workspaces": { "": { "name": "shop" } }, "packages": { "ledger": ["ledger@${version}", "", {}, "sha512-a"] } }`;

test.each<[name: string, lock: string, text: string, range: string, expected: readonly string[]]>([
  ["npm holds it", "package-lock.json", npm("1.4.2"), "^1.0.0", []],
  ["npm holds another", "package-lock.json", npm("1.4.2"), "^2.0.0", [ledger]],
  ["npm's prerelease", "package-lock.json", npm("2.0.0-beta.1"), "^2.0.0", [ledger]],
  ["npm holds nothing", "package-lock.json", '{ "lockfileVersion": 3, "packages": { "": {} } }', "^2.0.0", [ledger]],
  ["npm's shrinkwrap", "npm-shrinkwrap.json", npm("1.4.2"), "^2.0.0", [ledger]],
  [
    "npm links a directory",
    "package-lock.json",
    '{ "packages": { "": {}, "node_modules/ledger": { "resolved": "ledger", "link": true } } }',
    "^2.0.0",
    [],
  ],
  ["npm of version 1", "package-lock.json", npm1("1.4.2"), "^2.0.0", [ledger]],
  ["npm of version 1 holds it", "package-lock.json", npm1("2.4.2"), "^2.0.0", []],
  ["npm of version 1 has an address", "package-lock.json", npm1("github:acme/ledger#a1"), "^2.0.0", []],
  ["yarn 1 holds it", "yarn.lock", classic("^2.0.0", "2.1.0"), "^2.0.0", []],
  ["yarn 1 holds it for another range", "yarn.lock", classic("^1.0.0", "1.1.0"), "^2.0.0", [ledger]],
  ["yarn 1 was edited by hand", "yarn.lock", classic("^2.0.0", "1.1.0"), "^2.0.0", [ledger]],
  ["yarn 1 and any version", "yarn.lock", classic("", "1.1.0"), "", []],
  ["yarn 4 holds it", "yarn.lock", berry("^2.0.0", "2.1.0"), "^2.0.0", []],
  ["yarn 4 holds it for another range", "yarn.lock", berry("^1.0.0", "1.1.0"), "^2.0.0", [ledger]],
  ["pnpm holds it", "pnpm-lock.yaml", pnpm("1.1.0"), "^1.0.0", []],
  ["pnpm holds another", "pnpm-lock.yaml", pnpm("1.1.0"), "^2.0.0", [ledger]],
  ["pnpm holds nothing", "pnpm-lock.yaml", "lockfileVersion: '9.0'\nimporters:\n  .: {}\n", "^2.0.0", [ledger]],
  [
    "pnpm with a hook that changes manifests",
    "pnpm-lock.yaml",
    "lockfileVersion: '9.0'\npnpmfileChecksum: a1\nimporters:\n  .: {}\n",
    "^2.0.0",
    [],
  ],
  ["bun holds it", "bun.lock", bun("2.1.0"), "^2.0.0", []],
  ["bun holds another", "bun.lock", bun("1.1.0"), "^2.0.0", [ledger]],
  ["a tag", "package-lock.json", npm("1.4.2"), "next", []],
  ["an alias", "package-lock.json", npm("1.4.2"), "npm:books@^3", []],
  ["an address", "package-lock.json", npm("1.4.2"), "acme/ledger#semver:^2", []],
])("npm's world: %s", async (_, lock, text, range, expected) => {
  expect(await drift({ "package.json": asks(range), [lock]: text })).toEqual(expected);
});

test("what is asked for twice, optional, a peer or overridden is settled elsewhere", async () => {
  const twice = shop('"dependencies": { "ledger": "^2.0.0" }', '"devDependencies": { "ledger": "^1.0.0" }');
  const optional = shop('"optionalDependencies": { "ledger": "^2.0.0" }', '"peerDependencies": { "stamp": "1" }');
  const settled = shop('"dependencies": { "ledger": "^2.0.0" }', '"resolutions": { "ledger": "1.4.2" }');
  for (const manifest of [twice, optional, settled]) {
    expect(await drift({ "package.json": manifest, "package-lock.json": npm("1.4.2") })).toEqual([]);
  }
});

test("members of a workspace are in the lockfile of its root, those of Lerna are not", async () => {
  const files = {
    "till/package.json": asks("^2.0.0"),
    "yarn.lock": classic("^1.0.0", "1.1.0"),
  };
  const root = '{ "name": "root", "private": true, "workspaces": ["till"] }';
  expect(await drift({ ...files, "package.json": root })).toEqual(["error till/package.json:2 pkg:npm/ledger"]);
  const lerna = { "package.json": '{ "name": "root" }', "lerna.json": '{ "packages": ["till"] }' };
  expect(await drift({ ...files, ...lerna })).toEqual([]);
});

test("of several tools' lockfiles the one that the manifest names is compared", async () => {
  const locks = { "package-lock.json": npm("1.4.2"), "yarn.lock": classic("^1.0.0", "1.1.0") };
  const rivals = "warning package-lock.json:1 project:package.json";
  expect(await drift({ "package.json": asks("^2.0.0"), ...locks })).toEqual([rivals]);
  const named = shop('"dependencies": { "ledger": "^2.0.0" }', '"packageManager": "yarn@1.22.22"');
  expect(await drift({ "package.json": named, ...locks })).toEqual([ledger, rivals]);
});

const pyproject = (...dependencies: readonly string[]): string =>
  `[project]\nname = "till"\nversion = "1"\ndependencies = [\n${dependencies.map((each) => `'${each}',\n`).join("")}]\n`;
const table = (header: string, name: string, version: string): string =>
  `[[${header}]]\nname = "${name}"\nversion = "${version}"\n`;
const python = "error pyproject.toml:5 pkg:pypi/ledger";

test.each<[name: string, lock: string, text: string, requirement: string, expected: readonly string[]]>([
  ["uv holds it", "uv.lock", table("package", "ledger", "2.1"), "ledger>=2", []],
  ["uv holds a local version", "uv.lock", table("package", "ledger", "2.1+cpu"), "ledger==2.1", []],
  ["uv holds another", "uv.lock", table("package", "ledger", "1.1"), "ledger>=2", [python]],
  ["uv holds nothing", "uv.lock", table("package", "stamp", "1.1"), "ledger", [python]],
  ["uv forks", "uv.lock", table("package", "ledger", "1.1") + table("package", "ledger", "2.1"), "ledger>=2", []],
  ["only sometimes", "uv.lock", table("package", "ledger", "1.1"), 'ledger>=2; python_version < "3.9"', []],
  ["an address", "uv.lock", table("package", "ledger", "1.1"), "ledger @ https://example.org/ledger.whl", []],
  ["the project itself", "uv.lock", table("package", "stamp", "1.1"), "till[all]", []],
  ["poetry holds another", "poetry.lock", table("package", "ledger", "1.1"), "ledger>=2", [python]],
  ["pdm holds another", "pdm.lock", table("package", "ledger", "1.1"), "ledger>=2", [python]],
  ["a named pylock says nothing", "pylock.docs.toml", table("packages", "ledger", "1.1"), "ledger>=2", []],
])("Python's world: %s", async (_, lock, text, requirement, expected) => {
  expect(await drift({ "pyproject.toml": pyproject(requirement), [lock]: text })).toEqual(expected);
});

test("what builds a project is in no lockfile, and an override settles what it names", async () => {
  const build = '[project]\nname = "till"\n[build-system]\nrequires = ["ledger>=2"]\n';
  const settled = `${pyproject("ledger>=2")}[tool.uv]\noverride-dependencies = ["ledger==1.1"]\n`;
  for (const manifest of [build, settled]) {
    expect(await drift({ "pyproject.toml": manifest, "uv.lock": table("package", "ledger", "1.1") })).toEqual([]);
  }
});

test("Pipfile and its lockfile", async () => {
  const lock = (version: string): string => `{ "_meta": {}, "default": { "ledger": { "version": "==${version}" } } }`;
  const pipfile = '[packages]\nledger = ">=2"\n';
  expect(await drift({ Pipfile: pipfile, "Pipfile.lock": lock("2.1") })).toEqual([]);
  expect(await drift({ Pipfile: pipfile, "Pipfile.lock": lock("1.1") })).toEqual(["error Pipfile:2 pkg:pypi/ledger"]);
});

test("requirements and what was compiled from them", async () => {
  const compiled = (pin: string): string =>
    `#\n# This file is autogenerated by pip-compile with Python 3.11\n#\n#    pip-compile requirements.in\n#\n${pin}\n    # via -r requirements.in\n`;
  const asked = "ledger>=2\nsetuptools\n";
  expect(await drift({ "requirements.in": asked, "requirements.txt": compiled("ledger==2.1") })).toEqual([]);
  expect(await drift({ "requirements.in": asked, "requirements.txt": compiled("ledger==1.1") })).toEqual([
    "error requirements.in:1 pkg:pypi/ledger",
  ]);
  expect(await drift({ "requirements.in": `${asked}stamp\n`, "requirements.txt": compiled("ledger==2.1") })).toEqual([
    "error requirements.in:3 pkg:pypi/stamp",
  ]);
});

test.each([
  ["3.2.dev", "3.2.dev0", []],
  ["3.2", "3.2.0", []],
  ["3.2", "3.1", ["warning uv.lock:1 pkg:pypi/till"]],
])("a project %s whose lock was made for %s", async (version, locked, expected) => {
  const files = {
    "pyproject.toml": `[project]\nname = "till"\nversion = "${version}"\n`,
    "uv.lock": `[[package]]\nname = "till"\nversion = "${locked}"\nsource = { editable = "." }\n`,
  };
  expect(await drift(files)).toEqual(expected);
});
