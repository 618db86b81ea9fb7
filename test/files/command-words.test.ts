import { expect, test } from "vitest";
import { commandWords } from "../../src/files/command-words.ts";

test.each([
  [
    "a shell",
    "#!/bin/sh\nset -e\ncoin-check --all euro && coin-pack | coin-sort",
    "set coin-check coin-pack coin-sort",
  ],
  [
    "what packages bring",
    "npx coin-check src\nyarn coin-pack\npnpm exec coin-sort",
    "npx coin-check yarn coin-pack pnpm exec coin-sort",
  ],
  ["variables before a command", "NODE_ENV=test coin-check", "coin-check"],
  ["what Node loads", "node -r coin-trace/register till.js", "node coin-trace/register"],
  ["a path into what is installed", "cp node_modules/coin.css/all.css out", "node_modules/coin.css/all.css cp"],
  [
    "a workflow",
    "    steps:\n      - uses: coins/setup\n      - run: npx coin-check --all",
    "coins/setup npx coin-check",
  ],
  ["a list in a pipeline", "  script:\n    - npx coin-check", "npx coin-check"],
  [
    "an image",
    'FROM coins AS bank\nRUN npm run coin-pack\nCMD ["coin-serve", "dist"]',
    "FROM npm run coin-pack coin-serve",
  ],
  ["a makefile", "check: bank\n\t@coin-check src", "bank coin-check"],
  ["comments", "# npx coin-check\nls # coin-pack", "ls"],
  ["what is taken into a command", "echo $(coin-name)", "echo coin-name"],
])("%s", (_, text, expected) => {
  expect([...commandWords(text).keys()].join(" ")).toBe(expected);
});

test("with its first line", () => {
  expect([...commandWords("ls\ncoin-check\ncoin-check")]).toEqual([
    ["ls", 1],
    ["coin-check", 2],
  ]);
});
