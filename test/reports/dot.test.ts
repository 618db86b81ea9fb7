import { expect, test } from "vitest";
import { GraphBuilder } from "../../src/model/graph-builder.ts";
import { analysis, printed } from "./drawn-analysis.ts";
import { bakery } from "./drawn-graph.ts";

test("nodes by number with their ids, edges by kind", () => {
  expect(printed("dot", "graph", analysis({ graph: bakery() }), { collapse: "project" })).toBe(`digraph depbraid {
  // 1 diagnostic of what was not fully read
  rankdir=LR;
  node [fontname="sans-serif", fontsize=10];
  edge [fontname="sans-serif", fontsize=9];
  n0 [id="project:web/package.json", label="web/package.json (2 files)", shape=component];
  n1 [id="project:oven/pyproject.toml", label="oven/pyproject.toml (1 file)", shape=component];
  n2 [id="outside", label="outside any project (1 file)", shape=folder];
  n3 [id="pkg:npm/%40acme/pad", label="npm/%40acme/pad", shape=box3d];
  n0 -> n3 [label="declares", style=dashed];
  n0 -> n3 [label="imports ×2", style=solid];
  n1 -> n0 [label="bridges", style=bold];
  n2 -> n1 [label="imports", style=solid];
  n2 -> n0 [label="bridges", style=bold];
  n2 -> n1 [label="bridges", style=bold];
}
`);
});

test.each([
  ['a"b', 'a\\"b'],
  ["a\\", "a\\\\"],
  ["\\N\\G", "\\\\N\\\\G"],
  ["one\ntwo", "one\\\\u{a}two"],
])("the name %j is the text %j", (name, text) => {
  const builder = new GraphBuilder();
  builder.node(`file:${name}`, "file");
  expect(printed("dot", "graph", analysis({ graph: builder.build() }))).toContain(
    `  n0 [id="file:${text}", label="${text}", shape=box];\n`,
  );
});
