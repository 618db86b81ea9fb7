/** A graph as pictures show it: what is the same but for its place is one edge with a count. */
import { type EdgeKind, edgeKinds, type NodeAttributes, type NodeKind } from "../model/graph-types.ts";
import type { Graph } from "../model/graph.ts";
import { foldedDrawing } from "./folded-drawing.ts";
import type { Collapse } from "./report.ts";

export interface DrawnNode {
  readonly number: number;
  readonly id: string;
  readonly kind: NodeKind | "folder";
  /** The id without its kind: `web/src/app.ts`. */
  readonly label: string;
  /** How many files were folded into it; undefined where nothing is folded. */
  readonly files?: number;
  readonly attributes: NodeAttributes;
}

export interface DrawnEdge {
  readonly from: number;
  readonly to: number;
  readonly kind: EdgeKind;
  /** How many edges of the graph it stands for. */
  readonly count: number;
}

/** Both may be gone through again and again, and are the same each time. */
export interface Drawing {
  nodes(): Iterable<DrawnNode>;
  edges(): Iterable<DrawnEdge>;
}

export function drawing(graph: Graph, collapse: Collapse | undefined): Drawing {
  if (collapse !== undefined) return foldedDrawing(graph, collapse);
  return { nodes: () => wholeNodes(graph), edges: () => wholeEdges(graph) };
}

/** `web/src/app.ts` of `file:web/src/app.ts`; a package keeps its ecosystem. */
export function labelOf(id: string): string {
  return id.slice(id.indexOf(":") + 1);
}

function* wholeNodes(graph: Graph): Iterable<DrawnNode> {
  for (let number = 0; number < graph.nodeCount; number++) {
    const id = graph.id(number);
    yield { number, id, kind: graph.nodeKind(number), label: labelOf(id), attributes: graph.nodeAttributes(number) };
  }
}

/** Node by node, so that no more than one node's edges are held at once. */
function* wholeEdges(graph: Graph): Iterable<DrawnEdge> {
  const { offsets, edges } = graph.out;
  for (let from = 0; from < graph.nodeCount; from++) {
    const counts = new Map<number, number>();
    for (const edge of edges.subarray(offsets[from], offsets[from + 1])) {
      const key = graph.to(edge) * edgeKinds.length + edgeKinds.indexOf(graph.edgeKind(edge));
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    for (const [key, count] of counts) {
      const kind = edgeKinds[key % edgeKinds.length] ?? "imports";
      yield { from, to: Math.floor(key / edgeKinds.length), kind, count };
    }
  }
}
