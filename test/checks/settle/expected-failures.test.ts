import { expect, test } from "vitest";
import { analyze } from "../../../src/analyze.ts";
import { memoryFileSystem } from "../../../src/files/file-system.ts";

const project = {
  "package.json": '{ "name": "station" }',
  "package-lock.json": '{ "lockfileVersion": 3, "packages": { "": { "name": "station" } } }',
  "pyproject.toml": '[project]\nname = "station"\nversion = "1"',
  "station/__init__.py": "",
};

/** `error import/undeclared web/rain.ts` */
async function found(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const { conflicts } = await analyze({ fileSystem: memoryFileSystem({ ...project, ...files }), only: ["import/*"] });
  return conflicts.map(({ severity, code, file }) => `${severity} ${code} ${file}`);
}

test.each([
  ["nothing", "// rain\nimport './gone';", "error"],
  ["the type checker", "// @ts-expect-error made by a plug-in\nimport './gone';", "warning"],
  ["the type checker, two lines above", "// @ts-ignore\n\nimport './gone';", "error"],
  ["the linter", "// eslint-disable-next-line import/no-unresolved\nimport './gone';", "info"],
  ["the linter of Node's users", "/* eslint-disable-next-line n/no-missing-import */\nimport './gone';", "info"],
  ["the linter, on the line", "import './gone'; // eslint-disable-line import-x/no-unresolved", "info"],
  ["the linter, of something else", "// eslint-disable-next-line no-undef\nimport './gone';", "error"],
])("silenced by %s", async (_, code, severity) => {
  expect(await found({ "src/rain.ts": code })).toEqual([`${severity} import/unresolved src/rain.ts`]);
});

test("a dependency that the linter was told to let pass", async () => {
  const code = "// eslint-disable-next-line import/no-extraneous-dependencies\nimport wind from 'wind';";
  expect(await found({ "src/rain.ts": code })).toEqual(["info import/undeclared src/rain.ts"]);
});

test.each([
  ["from .gone import x", "error"],
  ["from .gone import x  # type: ignore[import-not-found]", "info"],
  ["from .gone import x  # type: ignore", "error"],
  ["from .gone import x  # pyright: ignore[reportMissingImports]", "info"],
  ["from .gone import x  # ty: ignore[unresolved-import]", "info"],
  ["# pylint: disable-next=import-error\nfrom .gone import x", "info"],
  ["from .gone import x  # pylint: disable=import-error", "info"],
])("of Python: %s", async (code, severity) => {
  expect(await found({ "station/rain.py": `${code}\n` })).toEqual([`${severity} import/unresolved station/rain.py`]);
});

test("data of tests, which the formatter is told to leave alone", async () => {
  const files = {
    ".prettierignore": "# data\n/tests/format/**/*.*\n!/tests/format/**/format.test.js\n/src/made/\n",
    "tests/format/rain/input.js": "import './gone';",
    "tests/format/rain/format.test.js": "import './gone';",
    "src/made/rain.js": "import './gone';",
  };
  expect(await found(files)).toEqual([
    "error import/unresolved src/made/rain.js",
    "error import/unresolved tests/format/rain/format.test.js",
    "info import/unresolved tests/format/rain/input.js",
  ]);
});

test("a list speaks for what is below it", async () => {
  const files = {
    "tests/data/.eslintignore": "input.js",
    "tests/data/deep/input.js": "import './gone';",
    "tests/input.js": "import './gone';",
  };
  expect(await found(files)).toEqual([
    "error import/unresolved tests/input.js",
    "info import/unresolved tests/data/deep/input.js",
  ]);
});
