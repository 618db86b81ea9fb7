import { describe, expect, test } from "vitest";
import type { Manifest } from "../../../../src/languages/javascript/manifests/manifest.ts";
import { packageJson } from "../../../../src/languages/javascript/manifests/package-json.ts";
import type { ManifestReading } from "../../../../src/languages/language.ts";

function read(text: string, path = "shop/package.json"): ManifestReading<Manifest> {
  return packageJson.read({ path, text, diagnostics: [] });
}

/** Requirements a line each, then what was wrong. */
function drawing(text: string): string {
  const { manifest, diagnostics } = read(text);
  const requirements = manifest?.kind === "package" ? manifest.requirements : [];
  return [
    ...requirements.map(
      ({ name, range, scope, line, column, optionalPeer }) =>
        `${line}:${column} ${scope} ${name} ${range}${optionalPeer ? " (may be absent)" : ""}`,
    ),
    ...diagnostics.map(({ line, column, message }) => `! ${line}:${column} ${message}`),
  ].join("\n");
}

test("requirements of every kind, with their places", () => {
  expect(
    drawing(`{
  "name": "@shop/till",
  "dependencies": { "react": "^18.2.0", "@shop/coins": "workspace:*", "left": "" },
  "devDependencies": { "vitest": " ^4.0.0 " },
  "peerDependencies": { "react-dom": ">=17", "redux": "*" },
  "peerDependenciesMeta": { "redux": { "optional": true } },
  "optionalDependencies": {
    "fsevents": "~2.3.0"
  }
}`),
  ).toBe(
    `3:21 runtime react ^18.2.0
3:41 runtime @shop/coins workspace:*
3:71 runtime left *
4:24 dev vitest ^4.0.0
5:25 peer react-dom >=17
5:46 peer redux * (may be absent)
8:5 optional fsevents ~2.3.0`,
  );
});

describe("what is wrong is said, and the rest is kept", () => {
  test.each([
    [
      "duplicate keys",
      `{"dependencies":{"a":"1","a":"2"}}`,
      `1:26 runtime a 2\n! 1:26 the key "a" stands here again, after line 1; the last one counts`,
    ],
    ["a trailing comma", `{"dependencies":{"a":"1",}}`, `1:18 runtime a 1\n! 1:25 JSON has no trailing commas`],
    ["a comment", `{"dependencies":{/* coins */"a":"1"}}`, `1:29 runtime a 1\n! 1:18 JSON has no comments`],
    [
      "a range that is no string",
      `{"dependencies":{"a":1,"b":"2"}}`,
      `1:24 runtime b 2\n! 1:22 the range of "a" should be a string, and is a number`,
    ],
    [
      "dependencies that are a list",
      `{"dependencies":["a"],"devDependencies":{"b":"2"}}`,
      `1:42 dev b 2\n! 1:17 "dependencies" should be an object, and is a list`,
    ],
    [
      "keys that are special elsewhere",
      `{"dependencies":{"__proto__":"1","constructor":"2"},"__proto__":{"dependencies":{"x":"1"}}}`,
      `1:34 runtime constructor 2\n! 1:18 npm would reject the package name "__proto__"`,
    ],
    [
      "a file that ends early",
      `{"dependencies":{"a":"1"`,
      `1:18 runtime a 1\n! 1:17 this object is not closed: the file ends within it`,
    ],
    ["a list", `[]`, `! 1:1 the file should hold an object, and holds a list`],
    ["nothing", ``, `! 0:0 the file holds no JSON value`],
    [
      "NUL bytes",
      `{"name":"a\0b"}`,
      `! 1:9 this string has a control character in it\n! 1:9 npm would reject the package name "a\0b"`,
    ],
    ["a name that cannot be", `{"name":".till"}`, `! 1:9 npm would reject the package name ".till"`],
  ])("%s", (_, text, expected) => {
    expect(drawing(text)).toBe(expected);
  });
});

test.each([
  ["a hundred thousand brackets", `{"name":"till","workspaces":${"[".repeat(100_000)}${"]".repeat(100_000)}}`],
  ["brackets that never close", `{"name":"till","exports":${'{"a":['.repeat(100_000)}`],
  ["one line of megabytes", `{"name":"till","description":"${"x".repeat(5_000_000)}"}`],
])("%s cost bounded time and no stack", (_, text) => {
  const start = performance.now();
  const { manifest } = read(text);
  expect(manifest?.kind === "package" && manifest.name).toBe("till");
  expect(performance.now() - start).toBeLessThan(2000);
});

test.each([
  ['{"type":"module"}', false],
  ['{"type":"module","version":"1.0.0"}', false],
  ['{"name":"till"}', true],
  ['{"scripts":{"build":"tsc"}}', true],
  ['{"workspaces":["packages/*"]}', true],
  ['{"devDependencies":{"tsx":"*"}}', true],
])("%s makes a project: %s", (text, expected) => {
  const { manifest } = read(text);
  expect(manifest?.kind === "package" && manifest.isProject).toBe(expected);
});

test.each([
  ['{"workspaces":["packages/*","!packages/old"]}', ["packages/*", "!packages/old"]],
  ['{"workspaces":{"packages":["apps/*"],"nohoist":[]}}', ["apps/*"]],
  ['{"name":"till"}', undefined],
])("workspaces of %s", (text, expected) => {
  const { manifest } = read(text);
  expect(manifest?.kind === "package" ? manifest.workspaces?.map((each) => each.text) : "none").toEqual(expected);
});

test("strings under keys that are no npm's configure tools", () => {
  const { manifest } = read('{"keywords":["react"],"jest":{"preset":"ts-jest","transform":{"^.+$":"@swc/jest"}}}');
  const strings = manifest?.kind === "package" ? [...manifest.toolStrings.keys()] : [];
  expect(strings).toEqual(["preset", "transform", "ts-jest", "^.+$", "@swc/jest"]);
});

/** What a package wants to be run and installed with. */
function runtimes(text: string): readonly string[] {
  const { manifest, diagnostics } = read(text);
  const demands = manifest?.kind === "package" ? manifest.runtimes : [];
  return [
    ...demands.map((each) => `${each.line}:${each.column} ${each.strength} ${each.runtime} ${each.range}`),
    ...diagnostics.map(({ line, column, message }) => `! ${line}:${column} ${message}`),
  ];
}

test("programs that it is run and installed with", () => {
  expect(
    runtimes(`{
  "engines": { "node": ">=18", "vscode": "^1.90" },
  "devEngines": {
    "runtime": [{ "name": "node", "version": "^22", "onFail": "warn" }, { "name": "bun" }],
    "packageManager": { "name": "pnpm", "version": ">=9" },
    "os": { "name": "linux" }
  },
  "volta": { "node": "22.11.0", "extends": "../package.json" },
  "packageManager": "pnpm@9.12.3+sha512.cafe"
}`),
  ).toEqual([
    "2:24 requires node >=18",
    "2:42 requires vscode ^1.90",
    "4:46 requires node ^22",
    "5:52 requires pnpm >=9",
    "8:22 pins node 22.11.0",
    "9:21 pins pnpm 9.12.3",
  ]);
  expect(runtimes('{"engines":{"node":18},"packageManager":"pnpm"}')).toEqual([
    '! 1:20 the range of "node" should be a string, and is a number',
    '! 1:41 "packageManager" should be a name and a version, as "pnpm@9.1.0", and is "pnpm"',
  ]);
});

test.each([
  ['"bundleDependencies":["till"]', ["till"]],
  ['"bundledDependencies":["coins"]', ["coins"]],
  ['"bundleDependencies":true', ["till", "coins"]],
  ['"bundleDependencies":false', []],
])("%s is published within", (field, expected) => {
  const { manifest } = read(`{"dependencies":{"till":"1","coins":"1"},"devDependencies":{"tsx":"4"},${field}}`);
  const requirements = manifest?.kind === "package" ? manifest.requirements : [];
  expect(requirements.flatMap(({ name, bundled }) => (bundled ? name : []))).toEqual(expected);
});
