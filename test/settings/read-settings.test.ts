import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { memoryFileSystem } from "../../src/files/file-system.ts";
import { findSettings, ignoreKeys, readSettings, settingsKeys } from "../../src/settings/read-settings.ts";
import { ruleKeys, selectorKeys } from "../../src/settings/rules.ts";

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

test("the published schema knows the same keys", () => {
  const schema = JSON.parse(readFileSync(fileURLToPath(new URL("../../schemas/config.json", import.meta.url)), "utf8"));
  expect(Object.keys(schema.properties).toSorted()).toEqual([...settingsKeys].toSorted());
  expect(Object.keys(schema.properties.ignore.items.properties).toSorted()).toEqual([...ignoreKeys].toSorted());
  expect(Object.keys(schema.definitions.rule.properties).toSorted()).toEqual([...ruleKeys].toSorted());
  expect(Object.keys(schema.definitions.selector.oneOf[1].properties).toSorted()).toEqual([...selectorKeys].toSorted());
});
