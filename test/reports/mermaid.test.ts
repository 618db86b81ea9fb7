import { expect, test } from "vitest";
import { GraphBuilder } from "../../src/model/graph-builder.ts";
import { analysis, printed } from "./drawn-analysis.ts";
import { bakery } from "./drawn-graph.ts";

test("a flowchart with quoted labels, and arrows by kind", () => {
  expect(printed("mermaid", "graph", analysis({ graph: bakery(), diagnostics: [] }), { collapse: "folder" }))
    .toBe(`flowchart LR
  n0[["web/package.json"]]
  n1[["oven/pyproject.toml"]]
  n2["web/src (2 files)"]
  n3["oven (1 file)"]
  n4[". (1 file)"]
  n5(["npm/%40acme/pad"])
  n6["web"]
  n0 -.->|"contains ×2"| n2
  n1 -.->|"contains"| n3
  n0 -.->|"declares"| n5
  n2 -->|"imports ×2"| n5
  n3 ==>|"bridges"| n2
  n4 -->|"imports"| n3
  n4 ==>|"bridges"| n6
  n4 ==>|"bridges"| n3
`);
});

test.each([
  ['a"]b', "a#34;]b"],
  ["#quot;", "#35;quot;"],
  ["<b>&", "#60;b#62;#38;"],
  ["`code`", "#96;code#96;"],
  ["one\ntwo", "one#92;u{a}two"],
])("the name %j is the text %j", (name, text) => {
  const builder = new GraphBuilder();
  builder.node(`file:${name}`, "file");
  expect(printed("mermaid", "graph", analysis({ graph: builder.build() }))).toContain(`\n  n0["${text}"]\n`);
});

const chain = (length: number, name: (at: number) => string): string => {
  const builder = new GraphBuilder();
  for (let at = 0; at <= length; at++) builder.node(name(at), "file");
  for (let at = 0; at < length; at++) builder.edge(at, at + 1, "imports", { confidence: "exact", line: 1 });
  return printed("mermaid", "graph", analysis({ graph: builder.build(), diagnostics: [] }));
};

test("what Mermaid would refuse says so before it is pasted", () => {
  const remark = /^flowchart LR\n {2}%% .*maxEdges/;
  expect(chain(500, (at) => `file:${at}.py`)).not.toMatch(remark);
  const edges = chain(501, (at) => `file:${at}.py`);
  expect(edges).toMatch(remark);
  expect(edges).toContain("%% 501 edges, ");
  expect(edges).toContain("--collapse folder or project draws fewer");
  expect(chain(60, (at) => `file:${"x".repeat(1000)}${at}.py`)).toMatch(remark);
});
