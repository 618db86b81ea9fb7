import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { memoryFileSystem } from "../../src/files/file-system.ts";
import { findSettings, ignoreKeys, readSettings, settingsKeys } from "../../src/settings/read-settings.ts";
import { languages } from "../../src/languages/index.ts";
import { environmentKeys } from "../../src/settings/environment.ts";
import { generatedKeys } from "../../src/settings/generated.ts";
import { languageNames, languagesOfModules } from "../../src/settings/languages.ts";
import { rootKeys } from "../../src/settings/source-roots.ts";
import { ruleKeys } from "../../src/settings/rules.ts";
import { selectorKeys } from "../../src/settings/selectors.ts";

const of = (text: string): ReturnType<typeof readSettings> => readSettings("depbraid.config.json", text);

describe("problems have their places, all of them", () => {
  test.each([
    ['{ "severty": {} }', '1:3 there is no "severty" here; did you mean "severity"?'],
    [
      '{ "severity": { "import/cycle": "bad" } }',
      '1:33 the severity of import/cycle must be one of error, warning, info, off, not "bad"',
    ],
    ['{ "ignore": [{ "code": "import/cycle" }] }', '1:14 an entry of ignore needs a "code" and a "reason"'],
    ['{ "ignore": {} }', '1:13 "ignore" should be a list'],
    ['{ "rules": [{ "forbidden": {} }] }', '1:13 a rule needs a "name" of letters, digits, ".", "-" and "_"'],
    ['{ "rules": [{ "name": "a", "forbidden": { "from": "a" } }] }', '1:41 "forbidden" needs "from" and "to"'],
    [
      '{ "rules": [{ "name": "a", "acyclic": "a", "layers": [] }] }',
      "1:13 a rule has one of forbidden, allowed, required, layers, independent, acyclic, this one has 2",
    ],
    [
      '{ "rules": [{ "name": "a", "acyclic": "a" }, { "name": "a", "acyclic": "b" }] }',
      '1:13 there are several rules called "a"\ndepbraid.config.json:1:46 there are several rules called "a"',
    ],
    ['{ "rules": [{ "name": "a", "acyclic": {} }] }', "1:39 a selector that selects nothing in particular"],
    ['{ "rules": [{ "name": "a", "acyclic": "a", "closed": true }] }', '1:44 "closed" is no part of a rule of acyclic'],
    ['{ "tags": { "old": { "paht": "a" } } }', '1:22 there is no "paht" here; did you mean "path"?'],
    [
      '{ "tags": { "old": { "tag": "older" } } }',
      '1:22 there is no "tag" here; known are path, project, package, language',
    ],
    [
      '{ "tags": { "old": "a" }, "rules": [{ "name": "a", "acyclic": { "tag": "odl" } }] }',
      '1:63 there is no tag "odl"; did you mean "old"?',
    ],
    ['{ "sourceRoot": {} }', '1:3 there is no "sourceRoot" here; did you mean "sourceRoots"?'],
    ['{ "sourceRoots": { "pyhton": {} } }', '1:20 there is no "pyhton" here; did you mean "python"?'],
    ['{ "sourceRoots": { "python": { "mian": "a" } } }', '1:32 there is no "mian" here; did you mean "main"?'],
    ['{ "sourceRoots": { "python": { "main": "../a" } } }', '1:40 "../a" leads out of the repository'],
    ['{ "sourceRoots": { "python": { "only": "yes" } } }', '1:40 "only" should be true or false'],
    ['{ "aliases": { "javascript": { "@/*/*": "./a" } } }', "1:32 an alias leads from one text to others"],
    ['{ "aliases": { "typescript": {} } }', '1:16 there is no "typescript" here'],
    ['{ "generated": { "file": "a" } }', '1:18 there is no "file" here; did you mean "files"?'],
    ['{ "packages": { "javascript": {} } }', '1:17 there is no "javascript" here; known are java, python'],
    ['{ "packages": { "python": { "cv2": 2 } } }', '1:36 what provides "cv2" should be a string'],
    ['{ "environment": { "pythons": "3" } }', '1:20 there is no "pythons" here; did you mean "python"?'],
    ['{ "environment": { "python": "3.11" } }', '1:30 "python" should be versions as requires-python has them'],
    ['{ "environment": { "platforms": ["linux", "windows"] } }', "1:43 a platform is one of linux, darwin, win32"],
    ["[]", "1:1 the configuration should be an object"],
  ])("%s", (text, expected) => {
    expect(() => of(text)).toThrow(`depbraid.config.json:${expected}`);
  });
});

test("comments and trailing commas are a part of it", () => {
  const { severities, exclude } = of(
    '{\n  // ours\n  "severity": { "import/cycle": "error", },\n  "exclude": "old/**",\n}',
  );
  expect(severities.map(({ code, severity }) => `${code} ${severity}`)).toEqual(["import/cycle error"]);
  expect(exclude).toEqual(["old/**"]);
});

describe("where settings are found", () => {
  test.each([
    [{ "depbraid.config.json": '{"exclude":["a"]}', "package.json": '{"depbraid":{"exclude":["b"]}}' }, ["a"]],
    [{ "package.json": '{"name":"shop","depbraid":{"exclude":["b"]}}' }, ["b"]],
    [{ "pyproject.toml": '[tool.depbraid]\nexclude = ["c"]\n' }, ["c"]],
    [{ "pyproject.toml": '[project]\nname = "shop"\n' }, []],
    [{ "web/depbraid.config.json": '{"exclude":["d"]}' }, []],
  ])("%j", (files, expected) => {
    expect(findSettings(memoryFileSystem(files)).exclude).toEqual(expected);
  });

  test("a problem in a table is told at its line", () => {
    const files = { "pyproject.toml": '[project]\nname = "shop"\n\n[tool.depbraid]\nexclud = []\n' };
    expect(() => findSettings(memoryFileSystem(files))).toThrow('pyproject.toml:4:1 there is no "exclud" here');
  });
});

test("every choice, as it is kept", () => {
  const { choices, tags } = of(`{
    "sourceRoots": { "python": { "main": ["./lib/", "."], "test": "checks", "only": true } },
    "aliases": { "javascript": { "@/*": "./src/*", "react": ["preact/compat", "react"] } },
    "generated": { "files": "gen/", "imports": ["acme.pb.*"] },
    "packages": { "java": { "com.acme.ledger": "com.acme:ledger-core" } },
    "environment": { "python": ">=3.11, <4", "platforms": "linux", "conditions": ["browser"],
      "mavenProfiles": ["release", "!slow"], "mavenProperties": { "revision": "2" } },
    "tags": { "money": ["till/**"], "old": { "project": "shop-*" } }
  }`);
  const shown = (each: object): string => Object.values(each).slice(0, -3).map(String).join(" ");
  expect(choices.sourceRoots.map(shown)).toEqual([
    "python lib main replaced",
    "python  main replaced",
    "python checks test replaced",
  ]);
  expect(choices.aliases.map(shown)).toEqual(["javascript @/* ./src/*", "javascript react preact/compat,react"]);
  expect([...choices.generatedFiles, ...choices.generatedImports].map(shown)).toEqual(["gen/", "acme.pb.*"]);
  expect(choices.packages.map(shown)).toEqual(["java com.acme.ledger com.acme:ledger-core"]);
  expect(choices.environment).toEqual({
    python: ">=3.11, <4",
    platforms: ["linux"],
    conditions: ["browser"],
    mavenProfiles: ["release", "!slow"],
    mavenProperties: { revision: "2" },
  });
  expect(tags.map(({ name, of }) => [name, of])).toEqual([
    ["money", { path: ["till/**"] }],
    ["old", { project: ["shop-*"] }],
  ]);
});

test("languages are called as they are elsewhere", () => {
  expect([...languageNames].toSorted()).toEqual(languages.map(({ name }) => name).toSorted());
  expect(languageNames).toEqual(expect.arrayContaining([...languagesOfModules]));
});

test("the published schema knows the same keys", () => {
  const schema = JSON.parse(readFileSync(fileURLToPath(new URL("../../schemas/config.json", import.meta.url)), "utf8"));
  const keys = (node: { readonly properties: object }): readonly string[] => Object.keys(node.properties).toSorted();
  const { properties, definitions } = schema;
  const [, selector] = definitions.selector.oneOf;
  const expected: readonly [{ readonly properties: object }, readonly string[]][] = [
    [schema, settingsKeys],
    [properties.ignore.items, ignoreKeys],
    [definitions.rule, ruleKeys],
    [selector, selectorKeys],
    [definitions.untagged.oneOf[1], selectorKeys.filter((key) => key !== "tag")],
    [properties.sourceRoots, languageNames],
    [definitions.roots, rootKeys],
    [properties.aliases, languageNames],
    [properties.generated, generatedKeys],
    [properties.packages, languagesOfModules],
    [properties.environment, environmentKeys],
  ];
  for (const [node, known] of expected) expect(keys(node)).toEqual([...known].toSorted());
});
