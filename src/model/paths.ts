import type { EdgeFilter, Graph } from "./graph.ts";

const all: EdgeFilter = () => true;

/**
 * Edge numbers of a shortest path by breadth-first search; undefined when there is none. With `from === to` the path is
 * empty. Of several shortest paths the one whose edges were read first.
 */
export function shortestPath(
  graph: Graph,
  from: number,
  to: number,
  follow: EdgeFilter = all,
): readonly number[] | undefined {
  if (from === to) return [];
  const { offsets, edges } = graph.out;
  /** The edge by which a node was first reached, plus one; 0 is not reached. */
  const reachedBy = new Uint32Array(graph.nodeCount);
  const queue = [from];
  for (let head = 0; head < queue.length; head++) {
    const node = queue[head] ?? 0;
    for (let at = offsets[node] ?? 0; at < (offsets[node + 1] ?? 0); at++) {
      const edge = edges[at] ?? 0;
      const next = graph.to(edge);
      if (next === from || reachedBy[next] !== 0 || !graph.isDependency(edge) || !follow(edge)) continue;
      reachedBy[next] = edge + 1;
      if (next === to) return trace(graph, reachedBy, from, to);
      queue.push(next);
    }
  }
  return undefined;
}

function trace(graph: Graph, reachedBy: Uint32Array, from: number, to: number): readonly number[] {
  const path: number[] = [];
  for (let node = to; node !== from;) {
    const edge = (reachedBy[node] ?? 1) - 1;
    path.push(edge);
    node = graph.from(edge);
  }
  return path.reverse();
}

/** Numbers of all nodes reached from these (`out`) or reaching them (`in`), themselves included, ascending. */
export function reachableFrom(graph: Graph, starts: readonly number[], direction: "out" | "in"): readonly number[] {
  const { offsets, edges } = graph[direction];
  const seen = new Uint8Array(graph.nodeCount);
  const queue: number[] = [];
  const visit = (node: number): void => {
    if (seen[node] === 1) return;
    seen[node] = 1;
    queue.push(node);
  };
  starts.forEach(visit);
  for (let head = 0; head < queue.length; head++) {
    const node = queue[head] ?? 0;
    for (let at = offsets[node] ?? 0; at < (offsets[node + 1] ?? 0); at++) {
      const edge = edges[at] ?? 0;
      if (graph.isDependency(edge)) visit(direction === "out" ? graph.to(edge) : graph.from(edge));
    }
  }
  return queue.sort((a, b) => a - b);
}
