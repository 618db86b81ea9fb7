import { expect, test } from "vitest";
import { readArguments } from "../../src/cli/options.ts";
import { formatsOf } from "../../src/cli/formats.ts";

const read = (...argv: string[]): ReturnType<typeof readArguments> => readArguments(argv, { colour: false });

test.each([
  ["check", "text json ndjson sarif github markdown junit codeclimate"],
  ["graph", "text json ndjson dot mermaid graphml"],
  ["why", "text json"],
  ["affected", "text json ndjson"],
  ["explain", "text"],
  ["init", "text"],
] as const)("%s has %s", (command, formats) => {
  expect(formatsOf(command).join(" ")).toBe(formats);
});

test.each([
  [["graph", "--format", "sarif"], "--format sarif is for check; graph has text, json, ndjson, dot, mermaid, graphml"],
  [
    ["--format", "dot"],
    "--format dot is for graph; check has text, json, ndjson, sarif, github, markdown, junit, codeclimate",
  ],
  [["why", "a", "b", "--format", "ndjson"], "--format ndjson is for check, graph, affected; why has text, json"],
  [["explain", "--format", "json"], "--format json is for check, graph, why, affected; explain has text"],
  [["graph", "--collapse", "folder"], "--collapse is for graph with --format dot, mermaid, graphml"],
  [["graph", "--format", "dot", "--collapse", "file"], '--collapse must be one of folder, project, not "file"'],
  [["graph", "--since", "main"], "--since is for check and affected"],
  [["graph", "--files", "a"], "--files is for affected"],
  [["affected"], "affected needs --since REV or --files a,b"],
  [["affected", "--since", "main", "--files", "a"], "affected needs --since REV or --files a,b"],
  [["why", "a"], 'expected FROM, TO and one directory, got "a"'],
  [["why"], "expected FROM, TO and one directory, got nothing"],
  [["why", "a", "b", "c", "d"], 'expected FROM, TO and one directory, got "a" "b" "c" "d"'],
  [
    ["shop", "bank"],
    'expected one directory, got "shop" "bank"; commands are check, graph, why, affected, explain, init',
  ],
])("%j is a mistake, and says why", (argv, message) => {
  expect(() => read(...argv)).toThrow(message);
});

test.each([
  [["why", "a", "b"], { command: "why", directory: ".", names: ["a", "b"] }],
  [["why", "a", "b", "shop"], { command: "why", directory: "shop", names: ["a", "b"] }],
  [["affected", "shop", "--since", "main"], { command: "affected", directory: "shop", change: { since: "main" } }],
  [["affected", "--files", "./a,b\\c", "--files", "d"], { change: { files: ["a", "b/c", "d"] } }],
  [["explain", "import/cycle"], { command: "explain", names: ["import/cycle"] }],
  [["shop"], { command: "check", directory: "shop", names: [] }],
  [["graph", "--format", "mermaid", "--collapse", "project"], { format: "mermaid", collapse: "project" }],
])("%j is understood", (argv, options) => {
  expect(read(...argv)).toMatchObject({ kind: "run", options });
});
