import fc from "fast-check";
import { expect, test } from "vitest";
import { GraphBuilder } from "../../src/model/graph-builder.ts";
import { nameSeparator } from "../../src/model/graph-columns.ts";
import type { Edge } from "../../src/model/graph-types.ts";
import { stronglyConnected } from "../../src/model/strongly-connected.ts";
import { graphOf } from "../drawn/graph.ts";

const bakery = graphOf(`
  shop -> oven
  shop -> till
  oven -> flour
  till -> ledger
  ledger -> till
  flour -> flour
  garden
`);

const ends = (edges: readonly Edge[]): string[] =>
  edges.map((edge) => `${edge.from} ${edge.to}`.replaceAll("file:", ""));

test("dependencies and dependents are in the order they were read", () => {
  expect(ends(bakery.dependencies("file:shop"))).toEqual(["shop oven", "shop till"]);
  expect(ends(bakery.dependents("file:till"))).toEqual(["shop till", "ledger till"]);
  expect(bakery.dependencies("file:garden")).toEqual([]);
  expect(bakery.dependencies("file:nowhere")).toEqual([]);
});

test("a path is shortest, empty to oneself and undefined where there is none", () => {
  expect(ends(bakery.path("file:shop", "file:ledger") ?? [])).toEqual(["shop till", "till ledger"]);
  expect(bakery.path("file:shop", "file:shop")).toEqual([]);
  expect(bakery.path("file:ledger", "file:shop")).toBeUndefined();
  expect(bakery.path("file:ledger", "file:nowhere")).toBeUndefined();
});

test("reachable goes with the edges, affected against them", () => {
  expect(bakery.reachable(["file:oven"])).toEqual(["file:oven", "file:flour"]);
  expect(bakery.affected(["file:ledger"])).toEqual(["file:shop", "file:till", "file:ledger"]);
  expect(bakery.affected(["file:nowhere"])).toEqual([]);
});

test("cycles are components of two and more nodes, and loops", () => {
  expect(bakery.cycles()).toEqual([["file:till", "file:ledger"], ["file:flour"]]);
});

test("an edge gives back everything it was made with", () => {
  const builder = new GraphBuilder();
  const from = builder.node("project:shop/package.json", "project", { version: "1.0.0" });
  const to = builder.node("pkg:npm/bread", "package");
  builder.edge(from, to, "declares", {
    confidence: "declared",
    range: "^2",
    scope: "dev",
    group: "ovens",
    marker: "hot",
    file: "shop/package.json",
    line: 7,
    column: 5,
  });
  builder.edge(from, to, "imports", {
    confidence: "inferred",
    specifier: "bread/rye",
    names: ["default", "slice"],
    line: 3,
    column: 9,
    typeOnly: true,
    optional: true,
    declaration: { package: "pkg:npm/%40types/bread", state: "declared" },
  });
  const graph = builder.build();
  expect(graph.node("project:shop/package.json")).toEqual({
    id: "project:shop/package.json",
    kind: "project",
    version: "1.0.0",
  });
  expect(graph.dependencies("project:shop/package.json")).toEqual([
    {
      from: "project:shop/package.json",
      to: "pkg:npm/bread",
      kind: "declares",
      confidence: "declared",
      range: "^2",
      scope: "dev",
      group: "ovens",
      marker: "hot",
      file: "shop/package.json",
      line: 7,
      column: 5,
    },
    {
      from: "project:shop/package.json",
      to: "pkg:npm/bread",
      kind: "imports",
      confidence: "inferred",
      specifier: "bread/rye",
      names: ["default", "slice"],
      line: 3,
      column: 9,
      typeOnly: true,
      optional: true,
      declaration: { package: "pkg:npm/%40types/bread", state: "declared" },
    },
  ]);
  expect(["default", "a-b", "$x", "*"].some((name) => name.includes(nameSeparator))).toBe(false);
});

test("columns grow past their first size", () => {
  const builder = new GraphBuilder();
  for (let at = 0; at < 5000; at++) {
    builder.edge(builder.node(`file:${at}`, "file"), builder.node(`file:${at + 1}`, "file"), "imports", {
      confidence: "exact",
      line: at + 1,
    });
  }
  const graph = builder.build();
  expect([graph.nodeCount, graph.edgeCount]).toEqual([5001, 5000]);
  expect(graph.dependencies("file:4321").map((edge) => edge.line)).toEqual([4322]);
  expect(graph.path("file:0", "file:5000")?.length).toBe(5000);
});

test("a ring of 200,000 files is one cycle: no recursion", () => {
  const builder = new GraphBuilder();
  const count = 200_000;
  for (let at = 0; at < count; at++) builder.node(`file:${at}`, "file");
  for (let at = 0; at < count; at++) builder.edge(at, (at + 1) % count, "imports", { confidence: "exact" });
  expect(
    builder
      .build()
      .cycles()
      .map((cycle) => cycle.length),
  ).toEqual([count]);
});

/** Nodes that reach each other, by the definition: slow and plain. */
function mutuallyReachable(count: number, edges: readonly (readonly [number, number])[]): string[] {
  const reach = Array.from({ length: count }, () => new Set<number>());
  for (const [from, to] of edges) reach[from]?.add(to);
  for (let round = 0; round < count; round++) {
    for (const set of reach) for (const middle of set) for (const end of reach[middle] ?? []) set.add(end);
  }
  const groups = new Set<string>();
  for (let node = 0; node < count; node++) {
    if (reach[node]?.has(node) !== true) continue;
    const group = [...(reach[node] ?? [])].filter((other) => reach[other]?.has(node) === true);
    groups.add(group.toSorted((a, b) => a - b).join(" "));
  }
  return [...groups].toSorted();
}

test("strongly connected components are what their definition says, on any graph", () => {
  const node = fc.nat(11);
  fc.assert(
    fc.property(fc.array(fc.tuple(node, node), { maxLength: 40 }), (edges) => {
      const builder = new GraphBuilder();
      for (let at = 0; at < 12; at++) builder.node(`file:${at}`, "file");
      for (const [from, to] of edges) builder.edge(from, to, "imports", { confidence: "exact" });
      const found = stronglyConnected(builder.build(), () => true).map((group) => group.join(" "));
      expect(found.toSorted()).toEqual(mutuallyReachable(12, edges));
    }),
  );
});
