import { expect, test } from "vitest";
import { toolConfig } from "../../../../src/languages/javascript/manifests/tool-config.ts";

test.each([
  [".eslintrc", true],
  [".eslintrc.json", true],
  [".babelrc", true],
  [".mocharc.cjs", true],
  ["babel.config.js", true],
  ["jest.config.ts", true],
  ["karma.conf.js", true],
  ["jest-e2e.json", true],
  ["angular.json", true],
  ["gulpfile.ts", true],
  ["webpack.prod.js", true],
  ["jest-config.ts", true],
  ["webpack.md", false],
  ["src.js", false],
  ["config.js", false],
  ["till.json", false],
  ["till.css", true],
  ["css", false],
  ["shop/index.html", true],
  ["shop/.storybook/main.ts", true],
  ["shop/storybook/main.ts", false],
  [".vitepress/config.mts", true],
  [".changeset/config.json", true],
  ["changeset/config.json", false],
  [".husky/pre-commit", true],
])("%s configures a tool: %s", (path, expected) => {
  expect(toolConfig.matches(path.slice(path.lastIndexOf("/") + 1), path)).toBe(expected);
});

test.each([
  [
    "JSON, keys and values",
    ".tillrc.json",
    '{"plugins": {"coins": {}},\n "use": ["euro", 1]}',
    "plugins:1 use:2 coins:1 euro:2",
  ],
  ["JSON with comments", ".tillrc", '// "no"\n{"use": "coins"}', "use:2 coins:2"],
  [
    "code",
    "till.config.js",
    "// 'no'\nx = ['coins', \"eu\\\"ro\", `a\nb`]; /* 'no'\n */ y = 'yen'",
    'coins:2 eu\\"ro:2 a\nb:2 yen:4',
  ],
  ["code with a lone quote", "till.config.js", "x = /'/;\ny = 'coins'", "/;:1 coins:2"],
  ["YAML", ".tillrc.yml", "# no\nuse:\n  - coins # no\n  - 'euro'\n", "use:2 -:3 coins:3 euro:4"],
  ["a quote that never ends", "till.config.js", "x = `coins", "coins:1"],
])("the strings of %s", (_, path, text, expected) => {
  const { manifest } = toolConfig.read({ path, text, diagnostics: [] });
  const strings = manifest?.kind === "tool" ? manifest.strings : new Map();
  expect([...strings].map(([string, line]) => `${string}:${line}`).join(" ")).toBe(expected);
});

test.each([
  ["till.config.js", "'".repeat(1_000_000)],
  ["till.config.js", "`\\".repeat(500_000)],
  [".tillrc", "[".repeat(1_000_000)],
  [".tillrc.yml", "- ".repeat(500_000)],
  ["till.config.js", `'${"x".repeat(30_000_000)}'`],
])("%s that is hostile costs bounded time", (path, text) => {
  const start = performance.now();
  toolConfig.read({ path, text, diagnostics: [] });
  expect(performance.now() - start).toBeLessThan(2000);
});
