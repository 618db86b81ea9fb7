import type { Graph } from "../model/graph.ts";
import type { Position } from "../model/location.ts";

/** Tells of an edge whether its compiler drops it; each file is asked for at most once. */
export function erasedEdges(graph: Graph, erased: (path: string) => readonly Position[]): (edge: number) => boolean {
  const known = new Map<number, ReadonlySet<string>>();
  return (edge) => {
    if (graph.edgeKind(edge) !== "imports") return false;
    const from = graph.from(edge);
    let places = known.get(from);
    if (places === undefined) {
      places = new Set(erased(graph.id(from).slice("file:".length)).map(({ line, column }) => `${line}:${column}`));
      known.set(from, places);
    }
    if (places.size === 0) return false;
    const { line = 0, column = 0 } = graph.edgeAt(edge);
    return places.has(`${line}:${column}`);
  };
}
