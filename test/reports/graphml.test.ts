import { expect, test } from "vitest";
import { GraphBuilder } from "../../src/model/graph-builder.ts";
import { analysis, printed } from "./drawn-analysis.ts";
import { bakery } from "./drawn-graph.ts";

const xml = (more: Parameters<typeof printed>[3] = {}): string =>
  printed("graphml", "graph", analysis({ graph: bakery() }), more);

test("every edge with its place, every node with its id", () => {
  const text = xml();
  expect(text.match(/<node /g)).toHaveLength(bakery().nodeCount);
  expect(text.match(/<edge /g)).toHaveLength(bakery().edgeCount);
  expect(text).toContain(
    '<node id="n2"><data key="node-id">file:web/src/cart.ts</data><data key="node-kind">file</data>' +
      '<data key="node-label">web/src/cart.ts</data><data key="node-language">typescript</data>' +
      '<data key="node-scope">main</data></node>',
  );
  expect(text).toContain(
    '<edge source="n0" target="n6"><data key="edge-kind">declares</data><data key="edge-file">web/package.json</data>' +
      '<data key="edge-range">^1 &amp; &lt;2</data><data key="edge-confidence">declared</data>' +
      '<data key="edge-line">4</data><data key="edge-column">0</data></edge>',
  );
  expect(text).toContain('<data key="edge-dynamic">true</data>');
});

test.each([undefined, "folder", "project"] as const)("folded by %s every key that is used is declared", (collapse) => {
  const text = xml(collapse === undefined ? {} : { collapse });
  const declared = new Set([...text.matchAll(/<key id="([\w-]+)"/g)].map(([, id]) => id));
  const used = new Set([...text.matchAll(/<data key="([\w-]+)"/g)].map(([, id]) => id));
  expect(used.size).toBeGreaterThan(4);
  expect([...used].filter((id) => !declared.has(id))).toEqual([]);
});

test("folded edges have counts", () => {
  expect(xml({ collapse: "project" })).toContain(
    '<edge source="n0" target="n3"><data key="edge-kind">imports</data><data key="edge-count">2</data></edge>',
  );
});

test("names are data", () => {
  const builder = new GraphBuilder();
  builder.node("file:<a>&\x1b", "file");
  expect(printed("graphml", "graph", analysis({ graph: builder.build() }))).toContain("file:&lt;a&gt;&amp;\\u{1b}<");
});
