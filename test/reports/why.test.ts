import { expect, test } from "vitest";
import { findPaths } from "../../src/model/shortest-paths.ts";
import { reports } from "../../src/reports/index.ts";
import { analysis, options } from "./drawn-analysis.ts";
import { bakery } from "./drawn-graph.ts";

function why(format: "text" | "json", from: string, to: string, limit = 20): string {
  const given = analysis({ graph: bakery(), diagnostics: [] });
  const found = findPaths(given.graph, from, to, limit);
  return [...(reports[format].why?.({ analysis: given, found }, options) ?? [])].join("");
}

test("each step with its place, its words and how sure it is", () => {
  expect(why("text", "file:tools.py", "file:web/src/till.ts"))
    .toBe(`file:tools.py reaches file:web/src/till.ts in 3 steps.

file:tools.py
  -> file:oven/heat.py
       imports "oven.heat"  tools.py:1:6  (exact)
  -> file:web/src/cart.ts
       bridges (process) "node"  oven/heat.py:5:1  (inferred)
  -> file:web/src/till.ts
       imports "./till.js"  web/src/cart.ts:1:8  (exact)
       imports "./till.js"  web/src/cart.ts:9:8  (exact, dynamic)
`);
});

test("what a manifest says has its file", () => {
  expect(why("text", "project:web/package.json", "pkg:npm/%40acme/pad")).toContain(
    "       declares ^1 & <2  web/package.json:4  (declared)\n",
  );
});

test.each([
  [
    "file:web/src/till.ts",
    "file:oven/heat.py",
    "does not reach file:oven/heat.py.\nThe other way round there is a path.\n",
  ],
  ["project:oven/pyproject.toml", "class:bakery.Clock", "does not reach class:bakery.Clock.\n"],
  ["file:tools.py", "file:tools.py", "is what was asked for itself.\n"],
])("%s to %s", (from, to, text) => {
  expect(why("text", from, to)).toBe(`${from} ${text}`);
});

test("as JSON, every path with its nodes and edges", () => {
  const report = JSON.parse(why("json", "file:oven/heat.py", "pkg:npm/%40acme/pad"));
  expect(Object.keys(report)).toEqual(["schema", "root", "tool", "from", "to", "paths", "more", "diagnostics"]);
  expect(report.schema).toBe("depbraid/why@1");
  expect(report.paths).toHaveLength(1);
  expect(report.paths[0].nodes).toEqual(["file:oven/heat.py", "file:web/src/cart.ts", "pkg:npm/%40acme/pad"]);
  expect(report.paths[0].steps[0]).toEqual({
    from: "file:oven/heat.py",
    to: "file:web/src/cart.ts",
    edges: [bakery().dependencies("file:oven/heat.py")[0]],
  });
  expect(JSON.parse(why("json", "file:web/src/till.ts", "file:oven/heat.py")).paths).toEqual([]);
});
