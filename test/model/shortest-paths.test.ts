import { expect, test } from "vitest";
import { findPaths, shortestPaths } from "../../src/model/shortest-paths.ts";
import { graphOf } from "../drawn/graph.ts";

const bakery = graphOf(`
  shop -> oven
  shop -> till
  shop -> shop
  oven -> flour
  till -> flour
  till -> flour
  flour -> mill
  shop -> van
  van -> road
  road -> mill
  garden
`);

const drawn = (from: string, to: string, limit = 10): string[] =>
  findPaths(bakery, `file:${from}`, `file:${to}`, limit).paths.map((path) =>
    path.map((step) => `${step.from.slice(5)} -${step.edges.length}-> ${step.to.slice(5)}`).join(", "),
  );

test.each([
  ["shop", "flour", ["shop -1-> oven, oven -1-> flour", "shop -1-> till, till -2-> flour"]],
  [
    "shop",
    "mill",
    [
      "shop -1-> oven, oven -1-> flour, flour -1-> mill",
      "shop -1-> till, till -2-> flour, flour -1-> mill",
      "shop -1-> van, van -1-> road, road -1-> mill",
    ],
  ],
  ["shop", "shop", [""]],
  ["mill", "shop", []],
  ["shop", "garden", []],
  ["shop", "nowhere", []],
])("from %s to %s: all the shortest ways, the first read first", (from, to, paths) => {
  expect(drawn(from, to)).toEqual(paths);
});

test("the first is the graph's own shortest path", () => {
  const [first] = findPaths(bakery, "file:shop", "file:mill", 1).paths;
  expect(first?.map((step) => step.edges[0])).toEqual(bakery.path("file:shop", "file:mill"));
});

test.each([
  ["shop", "mill", 2, { paths: 2, more: true, backwards: false }],
  ["shop", "mill", 3, { paths: 3, more: false, backwards: false }],
  ["mill", "shop", 3, { paths: 0, more: false, backwards: true }],
  ["shop", "garden", 3, { paths: 0, more: false, backwards: false }],
])("from %s to %s at most %i", (from, to, limit, expected) => {
  const { paths, more, backwards } = findPaths(bakery, `file:${from}`, `file:${to}`, limit);
  expect({ paths: paths.length, more, backwards }).toEqual(expected);
});

test("a long chain, and more ways than could be listed", () => {
  const chain = graphOf(Array.from({ length: 20_000 }, (_, at) => `s${at} -> s${at + 1}`).join("\n"));
  expect(findPaths(chain, "file:s0", "file:s20000", 5).paths[0]).toHaveLength(20_000);
  // Forty diamonds in a row: 2^40 ways.
  const diamonds = Array.from({ length: 40 }, (_, at) =>
    [`d${at} -> l${at}`, `d${at} -> r${at}`, `l${at} -> d${at + 1}`, `r${at} -> d${at + 1}`].join("\n"),
  );
  const found = findPaths(graphOf(diamonds.join("\n")), "file:d0", "file:d40", 3);
  expect([found.paths.length, found.more]).toEqual([3, true]);
  const ways = shortestPaths(bakery, bakery.number("file:shop") ?? -1, bakery.number("file:mill") ?? -1);
  expect([...ways]).toHaveLength(3);
});
