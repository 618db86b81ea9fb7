import { createRequire } from "node:module";
import type * as Graphology from "graphology";
import type { Graph } from "./model/graph.ts";

/**
 * A copy of the graph for graphology's algorithms and exporters: nodes and edges carry their attributes. Loads graphology
 * at the first call; building costs about 10 us an edge.
 */
export function toGraphology(graph: Graph): Graphology.MultiDirectedGraph {
  const { MultiDirectedGraph } = createRequire(import.meta.url)("graphology") as typeof Graphology;
  const copy = new MultiDirectedGraph();
  for (let node = 0; node < graph.nodeCount; node++) {
    const { id, ...attributes } = graph.nodeAt(node);
    copy.addNode(id, attributes);
  }
  for (let edge = 0; edge < graph.edgeCount; edge++) {
    const { from, to, ...attributes } = graph.edgeAt(edge);
    copy.addDirectedEdge(from, to, attributes);
  }
  return copy;
}
