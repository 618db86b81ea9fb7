import type { Graph } from "../../model/graph.ts";
import { stronglyConnected } from "../../model/strongly-connected.ts";
import { pathOf } from "../findings/node-names.ts";
import { shortestCycle } from "../cycles/shortest-cycle.ts";

export interface Cycle {
  /** Paths in the order of the circle, the first once more at its end. */
  readonly files: readonly string[];
  /** Where the first depends on the next. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** A shortest circle of each group of these files that depend on each other. */
export function* cyclesAmong(graph: Graph, among: ReadonlySet<number>): Iterable<Cycle> {
  const follow = (edge: number): boolean => {
    const kind = graph.edgeKind(edge);
    const isDependency = kind === "imports" || kind === "references" || kind === "bridges";
    return isDependency && among.has(graph.from(edge)) && among.has(graph.to(edge));
  };
  for (const group of stronglyConnected(graph, follow)) {
    const edges = shortestCycle(graph, new Set(group), follow) ?? [];
    const [first] = edges;
    if (first === undefined) continue;
    const { line = 0, column = 0 } = graph.edgeAt(first);
    const start = pathOf(graph.id(graph.from(first)));
    yield { files: [start, ...edges.map((edge) => pathOf(graph.id(graph.to(edge))))], file: start, line, column };
  }
}
