import fc from "fast-check";
import { expect, test } from "vitest";
import { splitCommands } from "../../../src/bridges/process/shell.ts";
import { hole } from "../../../src/bridges/process/value.ts";

test.each<readonly [line: string, commands: readonly (readonly string[])[]]>([
  ["node a.js", [["node", "a.js"]]],
  ["  node \t a.js  ", [["node", "a.js"]]],
  ["node 'a b.js' \"c d\"e", [["node", "a b.js", "c de"]]],
  ["node a\\ b.js", [["node", "a b.js"]]],
  ["node tools\\seed.js", [["node", "tools/seed.js"]]],
  [
    "cd web && npm ci; npm test || exit 1",
    [
      ["cd", "web"],
      ["npm", "ci"],
      ["npm", "test"],
      ["exit", "1"],
    ],
  ],
  [
    "cat a | node b.js &",
    [
      ["cat", "a"],
      ["node", "b.js"],
    ],
  ],
  ["node a.js > out.txt 2>&1 < in.txt --flag", [["node", "a.js", "--flag"]]],
  ["node $DIR/a.js ${X:-y}b $(cat z) `ls`", [["node", `${hole}/a.js`, `${hole}b`, hole, hole]]],
  ["node \"$DIR/a.js\" '$DIR'", [["node", `${hole}/a.js`, "$DIR"]]],
  [
    "(cd web; node a.js)",
    [
      ["cd", "web"],
      ["node", "a.js"],
    ],
  ],
  [
    "node a.js # and node b.js\nnode c.js",
    [
      ["node", "a.js"],
      ["node", "c.js"],
    ],
  ],
  ["node \\\n  a.js", [["node", "a.js"]]],
  ["node ''", [["node", ""]]],
  ["node 'never closed", [["node", "never closed"]]],
  ['node "never closed', [["node", "never closed"]]],
  ["node $(never closed", [["node", hole]]],
  ["", []],
  [";;&&", []],
])("splits %s", (line, commands) => {
  expect(splitCommands(line)).toEqual(commands);
});

test("words in single quotes come back as they were", () => {
  const word = fc.string({ unit: "binary-ascii" }).filter((each) => !each.includes("'"));
  const law = fc.property(fc.array(word, { minLength: 1, maxLength: 8 }), (words) => {
    expect(splitCommands(words.map((each) => `'${each}'`).join(" "))).toEqual([words]);
  });
  expect(() => fc.assert(law)).not.toThrow();
});

test("any line is split in bounded time", () => {
  const start = performance.now();
  for (const piece of ["$(", "${", "`", "'", '"', "\\", "((", "<", "a ", "$"]) splitCommands(piece.repeat(30_000));
  expect(performance.now() - start).toBeLessThan(5000);
});
