import fc from "fast-check";
import { expect, test } from "vitest";
import { javascript } from "../../../../../src/languages/javascript/index.ts";

function read(name: string, text: string) {
  const reader = javascript.manifests.find((each) => each.matches(name, name));
  if (reader === undefined) throw new Error(`nothing reads ${name}`);
  return reader.read({ path: name, text, diagnostics: [] });
}

function draw(name: string, text: string): string {
  const { manifest, diagnostics } = read(name, text);
  const lock = manifest?.kind === "lock" ? manifest : undefined;
  return [
    ...(lock?.entries ?? []).map(
      ({ package: id, version, line, column, integrity, requires }) =>
        `${line}:${column} ${id}@${version}${integrity === undefined ? "" : ` ${integrity}`}` +
        requires.map((need) => `\n  ${need.package} ${need.range} -> ${need.version ?? "nothing"}`).join(""),
    ),
    ...[...(lock?.bins ?? [])].map(([command, of]) => `command ${command} of ${of}`),
    ...[...(lock?.peers ?? [])].map((peer) => `peer ${peer}`),
    ...diagnostics.map(({ code, line, column, message }) => `${line}:${column} ${code}: ${message}`),
  ].join("\n");
}

test.each<[name: string, file: string, text: string, drawn: string]>([
  [
    "yarn 1: several descriptors, an alias, a scope, a directory",
    "yarn.lock",
    `# yarn lockfile v1


"@shop/till@^1.0.0", "@shop/till@^1.2.0":
  version "1.2.3"
  resolved "https://npm.example/till.tgz#abc"
  integrity sha512-t
  dependencies:
    old-ms "npm:ms@~1.0.0"
    ms "^2.0.0 || ^3.0.0"
    gone "1"

ms@^2.0.0, "ms@^2.0.0 || ^3.0.0":
  version "2.1.3"

"old-ms@npm:ms@~1.0.0":
  version "1.0.9"

"coins@file:packages/coins":
  version "0.0.1"
`,
    `4:1 pkg:npm/%40shop/till@1.2.3 sha512-t
  pkg:npm/ms npm:ms@~1.0.0 -> 1.0.9
  pkg:npm/ms ^2.0.0 || ^3.0.0 -> 2.1.3
  pkg:npm/gone 1 -> nothing
13:1 pkg:npm/ms@2.1.3
16:1 pkg:npm/ms@1.0.9`,
  ],
  [
    "yarn 3: ranges without a protocol, a patch, a virtual package, workspaces, a long key",
    "yarn.lock",
    `__metadata:
  version: 6

"@shop/web@workspace:.":
  version: 0.0.0-use.local
  resolution: "@shop/web@workspace:."
  dependencies:
    typescript: ^5.0.0
  languageName: unknown
  linkType: soft

? "ms@npm:^2.0.0, ms@npm:^2.1.0"
:
  version: 2.1.3
  resolution: "ms@npm:2.1.3"
  checksum: aa12
  languageName: node
  linkType: hard

"typescript@patch:typescript@^5.0.0#~builtin<compat/typescript>":
  version: 5.4.2
  resolution: "typescript@patch:typescript@npm%3A5.4.2#~builtin<compat/typescript>::version=5.4.2&hash=1f5320"
  bin:
    tsc: bin/tsc
  dependencies:
    ms: ^2.1.0
    "@shop/web": "workspace:*"
  peerDependencies:
    react: ">=17"
  linkType: hard
`,
    `12:1 pkg:npm/ms@2.1.3 aa12
20:1 pkg:npm/typescript@5.4.2
  pkg:npm/ms ^2.1.0 -> 2.1.3
  pkg:npm/%40shop/web workspace:* -> nothing
command tsc of typescript
peer react`,
  ],
  [
    "pnpm 5: peers behind an underscore, an alias, another registry, a repository, a directory",
    "pnpm-lock.yaml",
    `lockfileVersion: 5.4
packages:
  /@shop/ui/1.0.0_@types+node@20.0.0:
    resolution: {integrity: sha512-u}
    hasBin: true
    dependencies:
      ms: 2.1.3
      old: /ms/1.0.9
      chart: github.com/shop/chart/0a1b2c
      coins: link:../coins
  /ms/2.1.3:
    resolution: {integrity: sha512-m, tarball: https://npm.example/ms.tgz}
    deprecated: >-
      Do not use: this text
      goes on
  /ms/1.0.9:
    resolution: {integrity: sha512-n}
  github.com/shop/chart/0a1b2c:
    resolution: {tarball: https://codeload.example/chart}
    name: chart
    version: 3.0.0
  file:packages/coins:
    resolution: {directory: packages/coins, type: directory}
    name: coins
    version: 1.0.0
`,
    `3:3 pkg:npm/%40shop/ui@1.0.0 sha512-u
  pkg:npm/ms 2.1.3 -> 2.1.3
  pkg:npm/ms 1.0.9 -> 1.0.9
  pkg:npm/chart 3.0.0 -> 3.0.0
11:3 pkg:npm/ms@2.1.3 sha512-m
16:3 pkg:npm/ms@1.0.9 sha512-n
18:3 pkg:npm/chart@3.0.0
command ui of @shop/ui`,
  ],
  [
    "pnpm 9: one version for two sets of peers is one entry",
    "pnpm-lock.yaml",
    `lockfileVersion: '9.0'

packages:

  '@shop/ui@1.0.0':
    resolution: {integrity: sha512-u}
    peerDependencies:
      react: '>=17'

  react@17.0.2:
    resolution: {integrity: sha512-a}

  react@18.3.1:
    resolution: {integrity: sha512-b}

snapshots:

  '@shop/ui@1.0.0(react@17.0.2)':
    dependencies:
      react: 17.0.2

  '@shop/ui@1.0.0(react@18.3.1)':
    dependencies:
      react: 18.3.1

  react@17.0.2: {}

  react@18.3.1: {}
`,
    `5:3 pkg:npm/%40shop/ui@1.0.0 sha512-u
  pkg:npm/react 17.0.2 -> 17.0.2
  pkg:npm/react 18.3.1 -> 18.3.1
10:3 pkg:npm/react@17.0.2 sha512-a
13:3 pkg:npm/react@18.3.1 sha512-b
peer react`,
  ],
  [
    "bun: the nearest folder upward, a workspace, a repository",
    "bun.lock",
    `{
  "lockfileVersion": 1,
  "packages": {
    "@shop/ui": ["@shop/ui@workspace:ui"],
    "till": ["till@1.0.0", "", { "dependencies": { "ms": "^1.0.0" }, "bin": "till.js", "peerDependencies": { "react": "*" } }, "sha512-t=="],
    "till/ms": ["ms@1.0.9", "", {}, "sha512-n=="],
    "@shop/ui/till": ["till@2.0.0", "", { "dependencies": { "ms": "*" } }, "sha512-v=="],
    "ms": ["ms@2.1.3", "", {}, "sha512-m=="],
    "chart": ["chart@github:shop/chart#0a1b2c", { "dependencies": { "ms": "^2" } }, "shop-chart-0a1b2c"],
  },
}
`,
    `5:5 pkg:npm/till@1.0.0 sha512-t==
  pkg:npm/ms ^1.0.0 -> 1.0.9
6:5 pkg:npm/ms@1.0.9 sha512-n==
7:5 pkg:npm/till@2.0.0 sha512-v==
  pkg:npm/ms * -> 2.1.3
8:5 pkg:npm/ms@2.1.3 sha512-m==
command till of till
peer react`,
  ],
  [
    "a merge that is not settled, a line that is nothing, a key twice",
    "yarn.lock",
    `<<<<<<< HEAD
ms@^2.0.0:
  version "2.1.3"
  oops
=======
ms@^2.0.0:
  version "2.1.2"
`,
    `2:1 pkg:npm/ms@2.1.3
6:1 pkg:npm/ms@2.1.2
1:1 syntax: the lockfile holds both sides of a merge conflict: what it locks is not settled
4:3 syntax: a key and a value should stand here, not "oops"
5:1 syntax: the lockfile holds both sides of a merge conflict: what it locks is not settled
6:1 syntax: the key "ms@^2.0.0" is there twice; the last one counts`,
  ],
  [
    "a version that is not known yet",
    "pnpm-lock.yaml",
    `lockfileVersion: '12.0'
packages:
  ms@2.1.3: {}
`,
    `3:3 pkg:npm/ms@2.1.3
0:0 unsupported: pnpm-lock.yaml of version 12.0 is not known; it was read as one of 9`,
  ],
  [
    "a lockfile of bun that is no list",
    "bun.lock",
    `{"packages": {"ms": 3}}`,
    `1:15 manifest: the entry "ms" should be a list that begins with a text`,
  ],
])("%s", (_name, file, text, drawn) => {
  expect(draw(file, text)).toBe(drawn);
});

test.each(["yarn.lock", "pnpm-lock.yaml", "bun.lock", "package-lock.json"])("%s: no text is too much", (name) => {
  const signs = [..." \n\t\r'\"?:-|>@/(){}[],#", "\n  ", "\n    "];
  const words = ["__metadata:", "packages:", "snapshots:", "dependencies:", "version", "{integrity: ", "a@^1", "9.0"];
  const pieces = fc.array(fc.constantFrom(...signs, ...words), { maxLength: 60 });
  const text = fc.oneof(
    fc.string(),
    pieces.map((each) => each.join("")),
  );
  const isRead = (written: string): boolean => read(name, written).diagnostics.length < 20;
  expect(fc.check(fc.property(text, isRead), { numRuns: 300 })).toMatchObject({ failed: false });
});

test.each([
  ["yarn.lock", (at: number) => `p${at}@^1.0.0:\n  version "1.0.0"\n  dependencies:\n    p${at + 1} "^1.0.0"\n\n`],
  [
    "pnpm-lock.yaml",
    (at: number) =>
      `  p${at}@1.0.0:\n    resolution: {integrity: sha512-x}\n    dependencies:\n      p${at + 1}: 1.0.0\n`,
  ],
])("%s of many megabytes takes bounded time", (name, entry) => {
  const head = name === "yarn.lock" ? "" : "lockfileVersion: '6.0'\npackages:\n";
  const text = head + Array.from({ length: 60_000 }, (_, at) => entry(at)).join("");
  const started = process.cpuUsage();
  const { manifest } = read(name, text);
  const { user } = process.cpuUsage(started);
  expect(manifest?.kind === "lock" && manifest.entries.length).toBe(60_000);
  // A second is the target for 10 MB on a quiet machine; a square of the length would take minutes.
  expect(user / 1e6).toBeLessThan(10);
});
