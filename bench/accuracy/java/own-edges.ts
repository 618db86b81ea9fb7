import { type Analysis, analyze, type Edge } from "../../../src/index.ts";
import { pair } from "./javac-edges.ts";

/** depbraid's edges between Java files that the compiler sees, by `from to`; the surest of each. */
export function ownEdges({ graph }: Pick<Analysis, "graph">): ReadonlyMap<string, Edge> {
  const edges = new Map<string, Edge>();
  for (let at = 0; at < graph.edgeCount; at++) {
    const kind = graph.edgeKind(at);
    if (kind !== "imports" && kind !== "references") continue;
    const edge = graph.edgeAt(at);
    // A name in a string.
    if (edge.dynamic === true) continue;
    if (!isJava(edge.from) || !isJava(edge.to)) continue;
    const key = pair(edge.from.slice(5), edge.to.slice(5));
    const known = edges.get(key);
    if (known === undefined || known.confidence === "inferred") edges.set(key, edge);
  }
  return edges;
}

/** What the sources of an artifact say to depbraid. */
export async function edgesOf(root: string): Promise<ReadonlyMap<string, Edge>> {
  return ownEdges(await analyze({ root, goal: "graph" }));
}

function isJava(id: string): boolean {
  return id.startsWith("file:") && id.endsWith(".java");
}
