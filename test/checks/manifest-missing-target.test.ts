import { expect, test } from "vitest";
import { analyze } from "../../src/analyze.ts";
import { memoryFileSystem } from "../../src/files/file-system.ts";

type Files = Readonly<Record<string, string>>;

/** A line a finding, and after them what is a diagnostic all the same: nothing is told twice. */
async function missing(files: Files): Promise<readonly string[]> {
  const fileSystem = memoryFileSystem(files);
  const { conflicts, diagnostics } = await analyze({ fileSystem, only: ["manifest/missing-target"] });
  return [
    ...conflicts.map(({ severity, file, line, subject }) => `${severity} ${file}:${line} ${subject}`),
    ...diagnostics.map(({ file, line, message }) => `! ${file}:${line} ${message}`),
  ];
}

const till = (range: string, key = "dependencies"): Files => ({
  "till/package.json": `{ "name": "till",\n"${key}": { "ledger": "${range}" } }`,
});
const pom = (body: string): Files => ({
  "pom.xml": `<project><artifactId>bank</artifactId><groupId>org.bank</groupId><version>1</version>\n${body}</project>`,
});
const uv = (path: string): Files => ({
  "bank/pyproject.toml": `[project]\nname = "bank"\nversion = "1"\ndependencies = ["ledger"]\n[tool.uv.sources]\nledger = { path = "${path}" }\n`,
});

test.each<[name: string, files: Files, expected: readonly string[]]>([
  ["npm by path", till("file:../ledger"), ["error till/package.json:2 ../ledger"]],
  ["a link may dangle", till("link:../ledger"), ["warning till/package.json:2 ../ledger"]],
  ["what is optional", till("file:../ledger", "optionalDependencies"), ["warning till/package.json:2 ../ledger"]],
  ["npm by a path that is there", { ...till("file:../ledger"), "ledger/package.json": "{}" }, []],
  ["out of the repository", till("file:../../ledger"), []],
  ["an archive", till("file:../ledger-1.0.0.tgz"), []],
  ["what a build makes", till("file:../ledger/dist"), []],
  ["what git ignores", { ...till("file:../ledger"), ".gitignore": "/ledger\n" }, []],
  ["what a submodule may bring", { ...till("file:../ledger"), ".gitmodules": "" }, []],
  [
    "a member",
    { "package.json": '{ "name": "root",\n"workspaces": ["till", "plugins/*"] }' },
    ["warning package.json:2 till"],
  ],
  [
    "a configuration",
    { "tsconfig.json": '{ "extends": ["./base", "./strict.json", "@tsconfig/node20"] }', "base.json": "{}" },
    ["error tsconfig.json:1 ./strict.json"],
  ],
  ["a configuration that a framework makes", { "tsconfig.json": '{ "extends": "./.nuxt/tsconfig.json" }' }, []],
  ["uv by path", uv("../ledger"), ["error bank/pyproject.toml:4 ledger"]],
  ["uv by a path that is there", { ...uv("../ledger"), "ledger/pyproject.toml": '[project]\nname = "ledger"\n' }, []],
  ["uv and a wheel", uv("../wheels/ledger-1-py3-none-any.whl"), []],
  [
    "pip",
    { "requirements.txt": "-r base.txt\n-c pins.txt\n-e ./ledger\npyyaml\n" },
    ["error requirements.txt:1 base.txt", "error requirements.txt:2 pins.txt", "error requirements.txt:3 ./ledger"],
  ],
  [
    "pip, started above",
    { "deploy/requirements.txt": "-e ./ledger\npyyaml\n", "ledger/setup.cfg": "" },
    ['! deploy/requirements.txt:1 "./ledger" is not there'],
  ],
  [
    "what git ignores, for pip",
    { "requirements.txt": "-r base.txt\npyyaml\n", ".gitignore": "base.txt\n" },
    ['! requirements.txt:1 "base.txt" is not there'],
  ],
  [
    "what setuptools passes over",
    {
      "pyproject.toml":
        '[project]\nname = "bank"\nversion = "1"\ndynamic = ["dependencies"]\n[tool.setuptools.dynamic]\ndependencies = { file = "gone.txt" }\n',
    },
    ["warning pyproject.toml:6 gone.txt"],
  ],
  ["Maven's module", pom("<modules>\n<module>till</module></modules>"), ["error pom.xml:3 till"]],
  [
    "Maven's module in a profile",
    pom("<profiles><profile><id>night</id><modules>\n<module>till</module></modules></profile></profiles>"),
    ["warning pom.xml:3 till"],
  ],
  [
    "Maven's modules in other languages, and with properties",
    { ...pom("<modules><module>till</module><module>${name}</module></modules>"), "till/pom.groovy": "" },
    // It is there, and is no more to depbraid than Groovy.
    [
      "! till/pom.groovy:0 1 Groovy file: only imports and top-level declarations are read, and their edges are inferred; what else the code uses is not",
    ],
  ],
  [
    "in a directory of tests",
    { "test/till/package.json": '{ "name": "till",\n"dependencies": { "ledger": "file:../ledger" } }' },
    ["info test/till/package.json:2 ../ledger"],
  ],
])("%s", async (_, files, expected) => {
  expect(await missing(files)).toEqual(expected);
});
