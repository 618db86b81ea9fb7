import type { Graph } from "../../model/graph.ts";
import type { Edge, EdgeKind } from "../../model/graph-types.ts";

export interface UnresolvedUses {
  readonly edges: readonly Edge[];
  /** The file that it would be if case were ignored. */
  readonly caseOf: string | undefined;
}

/**
 * Edges that end at a name which can only be in this repository and is not there, though no build step is expected to
 * make it, or of which a file is here by another case. One group for each start and target, in the order in which they are read; never empty.
 */
export function* unresolvedTargets(graph: Graph, wanted: (kind: EdgeKind) => boolean): Iterable<UnresolvedUses> {
  const { offsets, edges } = graph.in;
  for (let node = 0; node < graph.nodeCount; node++) {
    if (graph.nodeKind(node) !== "unresolved") continue;
    const { inRepo, generated, caseOf } = graph.nodeAttributes(node);
    if (generated !== undefined || (inRepo !== true && caseOf === undefined)) continue;
    const byStart = new Map<number, Edge[]>();
    for (const edge of edges.subarray(offsets[node], offsets[node + 1])) {
      if (!wanted(graph.edgeKind(edge))) continue;
      const start = graph.from(edge);
      const group = byStart.get(start);
      if (group === undefined) byStart.set(start, [graph.edgeAt(edge)]);
      else group.push(graph.edgeAt(edge));
    }
    for (const group of byStart.values()) yield { edges: group, caseOf };
  }
}
