import { expect, test } from "vitest";
import { drawCycle, shortestCycle } from "../../../src/checks/cycles/shortest-cycle.ts";
import { GraphBuilder } from "../../../src/model/graph-builder.ts";

function ring(size: number, chords: number): ReturnType<GraphBuilder["build"]> {
  const builder = new GraphBuilder();
  for (let at = 0; at < size; at++) builder.node(`file:${at}.ts`, "file");
  for (let at = 0; at < size; at++) {
    builder.edge(at, (at + 1) % size, "imports", { confidence: "exact" });
    // Forward only: they shorten the way, and the circle closes at one edge all the same.
    for (let chord = 1; chord <= chords && at + chord + 1 < size; chord++) {
      builder.edge(at, at + chord + 1, "imports", { confidence: "exact" });
    }
  }
  return builder.build();
}

test("a ring of a hundred thousand files costs no stack and bounded time", () => {
  const graph = ring(100_000, 0);
  const inside = new Set(Array.from({ length: graph.nodeCount }, (_, at) => at));
  const start = performance.now();
  expect(shortestCycle(graph, inside, () => true)?.length).toBe(100_000);
  expect(performance.now() - start).toBeLessThan(5000);
});

test("a dense component without a short circle costs bounded time", () => {
  const graph = ring(5000, 40);
  const inside = new Set(Array.from({ length: graph.nodeCount }, (_, at) => at));
  const start = performance.now();
  expect(shortestCycle(graph, inside, () => true)?.length).toBe(123);
  expect(performance.now() - start).toBeLessThan(5000);
});

test("only circles through the wanted edges count", () => {
  const graph = ring(4, 0);
  expect(
    shortestCycle(
      graph,
      new Set([0, 1, 2, 3]),
      () => true,
      () => false,
    ),
  ).toBe(undefined);
  expect(
    shortestCycle(
      graph,
      new Set([0, 1, 2, 3]),
      () => true,
      (edge) => edge === 2,
    ),
  ).toEqual([2, 3, 0, 1]);
});

test("a long circle is drawn by its ends", () => {
  expect(drawCycle(["a", "b"])).toBe("a -> b -> a");
  expect(drawCycle([..."abcdefghij"])).toBe("a -> b -> c -> d -> ... 5 more ... -> j -> a");
});
