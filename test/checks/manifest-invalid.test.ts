import { expect, test } from "vitest";
import { analyze } from "../../src/analyze.ts";
import { memoryFileSystem } from "../../src/files/file-system.ts";

/** A line a finding, and after them what is a diagnostic all the same: nothing is told twice. */
async function invalid(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const { conflicts, diagnostics } = await analyze({ fileSystem: memoryFileSystem(files), only: ["manifest/invalid"] });
  return [
    ...conflicts.map(({ severity, file, line, subject }) => `${severity} ${file}:${line} ${subject}`),
    ...diagnostics.map(({ file, line, message }) => `! ${file}:${line} ${message}`),
  ];
}

// What npm-package-arg says of each as the range of a dependency: a version, a range, a tag, an address, or an error.
test.each<[range: string, refused: boolean]>([
  ["^1.2.3", false],
  ["1.x || >=2.5.0 || 5.0.0 - 7.2.3", false],
  ["", false],
  ["latest", false],
  ["next-15", false],
  ["1.0 or later", false],
  ["the newest", true],
  ["any version", true],
  ["=> 1 or so?", true],
  ["?>", true],
  ["github:acme/ledger", false],
  ["acme/ledger", false],
  ["../ledger", false],
  ["workspace:^", false],
  ["catalog:", false],
  ["{{ version }}", false],
  ["<%= version %>", false],
  ["${LEDGER_VERSION}", false],
])("npm and %j", async (range, refused) => {
  const files = { "package.json": JSON.stringify({ name: "till", dependencies: { ledger: range } }) };
  const found = (await invalid(files)).filter((line) => !line.startsWith("! package.json:1 no catalog"));
  expect(found).toEqual(refused ? ["error package.json:1 pkg:npm/ledger"] : []);
});

test("a name that cannot be, unless a generator fills it in", async () => {
  const named = (name: string): Record<string, string> => ({
    "package.json": JSON.stringify({ name: "till", dependencies: { [name]: "1" } }),
  });
  expect(await invalid(named(".ledger"))).toEqual(["error package.json:1 .ledger"]);
  expect(await invalid(named("{{name}}"))).toEqual(['! package.json:1 npm would reject the package name "{{name}}"']);
});

test("an entry that no catalog has; without any catalog the root is elsewhere", async () => {
  const member = { "till/package.json": '{ "name": "till", "dependencies": { "ledger": "catalog:" } }' };
  const root = { "package.json": '{ "name": "root" }' };
  const workspace = (more: string): Record<string, string> => ({
    ...member,
    ...root,
    "pnpm-workspace.yaml": `packages: [till]\n${more}`,
  });
  expect(await invalid(workspace("catalog: { stamp: ^1.0.0 }\n"))).toEqual([
    "error till/package.json:1 pkg:npm/ledger",
  ]);
  expect(await invalid(member)).toHaveLength(1);
  expect((await invalid(member))[0]).toMatch(/^! /);
});

test.each<[name: string, requirement: string, expected: readonly string[]]>([
  ["no requirement", "wind chill", ["error requirements.txt:1 wind chill"]],
  ["no marker", "ledger; python >= 3", ["error requirements.txt:1 ledger; python >= 3"]],
  ["a requirement", "ledger>=2 ; python_version < '3.12'", []],
])("pip and %s", async (_, requirement, expected) => {
  expect(await invalid({ "requirements.txt": `${requirement}\n` })).toEqual(expected);
});

test.each<[version: string, refused: boolean]>([
  ["[1.0,2.0)", false],
  ["[1.0,2.0", true],
  ["[2.0,1.0]", true],
  ["(1.0)", true],
  ["1.0", false],
])("Maven and %s", async (version, refused) => {
  const pom = `<project><groupId>org.bank</groupId><artifactId>till</artifactId><version>1</version><dependencies>
<dependency><groupId>org.bank</groupId><artifactId>ledger</artifactId><version>${version}</version></dependency>
</dependencies></project>`;
  expect(await invalid({ "pom.xml": pom })).toEqual(refused ? ["error pom.xml:2 pkg:maven/org.bank/ledger"] : []);
});
