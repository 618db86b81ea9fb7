import { expect, test } from "vitest";
import { analyze } from "../../../src/analyze.ts";
import { memoryFileSystem } from "../../../src/files/file-system.ts";
import { readSettings } from "../../../src/settings/read-settings.ts";

const manifest = '{ "name": "shop", "version": "1.0.0", "type": "module", "dependencies": { "left": "1" } }';

async function draw(files: Readonly<Record<string, string>>, settings = "{}"): Promise<readonly string[]> {
  const { conflicts, diagnostics, stats } = await analyze({
    fileSystem: memoryFileSystem({ "package.json": manifest, ...files }),
    settings: readSettings("depbraid.config.json", settings),
  });
  return [
    ...conflicts.map((each) => `${each.severity} ${each.code} ${each.file}:${each.line}`),
    ...diagnostics.map((each) => `! ${each.file}:${each.line} ${each.message}`),
    `${stats.ignored} ignored`,
  ];
}

const till = (comment: string, after = ""): Readonly<Record<string, string>> => ({
  "till.js": `import "left";\n${comment}\nimport a from "./gone.js";${after}\nimport b from "./lost.js";\nconsole.log(a, b);\n`,
});

test.each([
  [
    "for the first such conflict below it",
    till("// depbraid-ignore import/unresolved: the release writes it"),
    ["error import/unresolved till.js:4", "1 ignored"],
  ],
  [
    "on its own line",
    till("", " // depbraid-ignore import/*: the release writes it"),
    ["error import/unresolved till.js:4", "1 ignored"],
  ],
  [
    "in a block",
    till("/* depbraid-ignore import/cycle, import/unresolved: the release writes it */"),
    [
      "error import/unresolved till.js:4",
      "! till.js:2 nothing here is import/cycle: this ignores nothing",
      "1 ignored",
    ],
  ],
  [
    "without a reason",
    till("// depbraid-ignore import/unresolved"),
    [
      "error import/unresolved till.js:3",
      "error import/unresolved till.js:4",
      "! till.js:2 an ignore needs a reason after a colon: it is not followed",
      "0 ignored",
    ],
  ],
  [
    "before an empty line",
    till("// depbraid-ignore import/unresolved: no\n"),
    [
      "error import/unresolved till.js:4",
      "error import/unresolved till.js:5",
      "! till.js:2 nothing here is import/unresolved: this ignores nothing",
      "0 ignored",
    ],
  ],
  [
    "Python",
    { "till.js": 'import "left";', "gauge.py": "# depbraid-ignore import/unresolved: made\nfrom . import gone\n" },
    ["1 ignored"],
  ],
  [
    "a manifest",
    {
      "till.js": 'import "left";',
      "bank/pyproject.toml":
        '[project]\nname = "bank"\ndependencies = [\n  # depbraid-ignore version/disjoint: never both\n  "a<1",\n  "a>2",\n]\n',
    },
    ["1 ignored"],
  ],
])("a comment %s", async (_, files, expected) => {
  expect(await draw(files)).toEqual(expected);
});

test.each([
  ['{ "ignore": [{ "code": "manifest/unused", "reason": "loaded by name" }] }', ["1 ignored"]],
  ['{ "ignore": [{ "code": "manifest/*", "subject": "le*", "path": "package.json", "reason": "so" }] }', ["1 ignored"]],
  [
    '{ "ignore": [{ "code": "manifest/unused", "path": "web/**", "reason": "so" }] }',
    [
      "warning manifest/unused package.json:1",
      "! depbraid.config.json:1 nothing here is manifest/unused: this ignores nothing",
      "0 ignored",
    ],
  ],
  ['{ "severity": { "manifest/*": "error" } }', ["error manifest/unused package.json:1", "0 ignored"]],
  ['{ "severity": { "manifest/*": "error", "manifest/unused": "off" } }', ["0 ignored"]],
])("settings %s", async (settings, expected) => {
  expect(await draw({ "till.js": "export const till = 1;" }, settings)).toEqual(expected);
});

test("what was not looked for is not called idle", async () => {
  const { diagnostics } = await analyze({
    fileSystem: memoryFileSystem({ "till.js": "// depbraid-ignore import/cycle: so\nexport {};\n" }),
    only: ["import/unresolved"],
  });
  expect(diagnostics).toEqual([]);
});
