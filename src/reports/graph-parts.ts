import type { Graph } from "../model/graph.ts";
import type { Edge, Node } from "../model/graph-types.ts";

/** Every node, in the order in which the graph was linked: the same at every run. */
export function* nodes(graph: Graph): Iterable<Node> {
  for (let at = 0; at < graph.nodeCount; at++) yield graph.nodeAt(at);
}

/** Every edge, in the order in which the graph was linked. */
export function* edges(graph: Graph): Iterable<Edge> {
  for (let at = 0; at < graph.edgeCount; at++) yield graph.edgeAt(at);
}
