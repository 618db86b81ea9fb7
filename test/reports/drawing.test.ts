import { expect, test } from "vitest";
import { GraphBuilder } from "../../src/model/graph-builder.ts";
import type { Graph } from "../../src/model/graph.ts";
import { drawing } from "../../src/reports/drawing.ts";
import type { Collapse } from "../../src/reports/report.ts";
import { bakery } from "./drawn-graph.ts";

/** One line a node that stands for files, one an edge. */
function drawn(graph: Graph, collapse?: Collapse): string {
  const picture = drawing(graph, collapse);
  const ids = new Map([...picture.nodes()].map(({ number, id }) => [number, id]));
  const nodes = [...picture.nodes()].flatMap(({ id, files }) => (files === undefined ? [] : [`${id} (${files})`]));
  const edges = [...picture.edges()].map(
    ({ from, to, kind, count }) => `${ids.get(from)} -> ${ids.get(to)} ${kind} ${count}`,
  );
  return [...nodes, ...edges].join("\n");
}

test("edges that differ only in their place are one, with a count", () => {
  expect(drawn(bakery())).toBe(`project:web/package.json -> file:web/src/cart.ts contains 1
project:web/package.json -> file:web/src/till.ts contains 1
project:web/package.json -> pkg:npm/%40acme/pad declares 1
project:oven/pyproject.toml -> file:oven/heat.py contains 1
file:web/src/cart.ts -> file:web/src/till.ts imports 2
file:web/src/cart.ts -> pkg:npm/%40acme/pad imports 1
file:web/src/till.ts -> pkg:npm/%40acme/pad imports 1
file:oven/heat.py -> file:web/src/cart.ts bridges 1
file:tools.py -> file:oven/heat.py imports 1
file:tools.py -> script:web/package.json#build bridges 1
file:tools.py -> class:bakery.Clock bridges 1
class:bakery.Clock -> file:oven/heat.py defined-in 1`);
});

test("folders: what lies in a file goes with it, and what stays inside is not drawn", () => {
  expect(drawn(bakery(), "folder")).toBe(`folder:web/src (2)
folder:oven (1)
folder:. (1)
project:web/package.json -> folder:web/src contains 2
project:oven/pyproject.toml -> folder:oven contains 1
project:web/package.json -> pkg:npm/%40acme/pad declares 1
folder:web/src -> pkg:npm/%40acme/pad imports 2
folder:oven -> folder:web/src bridges 1
folder:. -> folder:oven imports 1
folder:. -> folder:web bridges 1
folder:. -> folder:oven bridges 1`);
});

test("projects: files of none are one node", () => {
  expect(drawn(bakery(), "project")).toBe(`project:web/package.json (2)
project:oven/pyproject.toml (1)
outside (1)
project:web/package.json -> pkg:npm/%40acme/pad declares 1
project:web/package.json -> pkg:npm/%40acme/pad imports 2
project:oven/pyproject.toml -> project:web/package.json bridges 1
outside -> project:oven/pyproject.toml imports 1
outside -> project:web/package.json bridges 1
outside -> project:oven/pyproject.toml bridges 1`);
});

test.each(["folder", "project"] as const)("folding by %s keeps every edge that leaves its fold", (collapse) => {
  const builder = new GraphBuilder();
  for (let at = 0; at < 300; at++) builder.node(`file:station/${at % 7}/sensor-${at}.py`, "file");
  for (let at = 0; at < 300; at++) builder.edge(at, (at * 11) % 300, "imports", { confidence: "exact", line: 1 });
  const leaving = Array.from({ length: 300 }, (_, at) => at).filter(
    (at) => collapse === "folder" && at % 7 !== ((at * 11) % 300) % 7,
  );
  const counts = [...drawing(builder.build(), collapse).edges()].map(({ count }) => count);
  expect(counts.reduce((sum, each) => sum + each, 0)).toBe(leaving.length);
});
