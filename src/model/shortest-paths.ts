/** All the shortest ways from one node to another, with every edge of each step. */
import type { Edge } from "./graph-types.ts";
import type { Graph } from "./graph.ts";

/** One step of a path: the edges from one node to the next, in the order they were read. */
export interface Step {
  readonly from: string;
  readonly to: string;
  readonly edges: readonly Edge[];
}

export interface PathsFound {
  readonly from: string;
  readonly to: string;
  /** Each from `from` to `to`, all of one length; without steps when they are the same node; none when there is no way. */
  readonly paths: readonly (readonly Step[])[];
  /** Whether there are more of the same length. */
  readonly more: boolean;
  /** Whether a way leads back, from `to` to `from`; asked only when there is none forth. */
  readonly backwards: boolean;
}

/** At most `limit` shortest paths between two nodes of the graph. */
export function findPaths(graph: Graph, from: string, to: string, limit: number): PathsFound {
  const start = graph.number(from);
  const goal = graph.number(to);
  if (start === undefined || goal === undefined) return { from, to, paths: [], more: false, backwards: false };
  const paths: (readonly Step[])[] = [];
  let more = false;
  for (const nodes of shortestPaths(graph, start, goal)) {
    more = paths.length === limit;
    if (more) break;
    paths.push(nodes.slice(1).map((node, at) => stepBetween(graph, nodes[at] ?? 0, node)));
  }
  const backwards = paths.length === 0 && stepsTo(graph, start, goal)[goal] !== 0;
  return { from, to, paths, more, backwards };
}

/**
 * Numbers of the nodes of each shortest path, the one whose edges were read first before the others. There may be very many:
 * take as many as are wanted.
 */
export function* shortestPaths(graph: Graph, from: number, to: number): Iterable<readonly number[]> {
  const steps = stepsTo(graph, to, from);
  if (steps[from] === 0) return;
  const path = [from];
  const choices = [nextNodes(graph, from, steps)];
  // No recursion: a path may be as long as a chain of files.
  while (choices.length > 0) {
    if (path.at(-1) === to) yield [...path];
    const next = choices.at(-1)?.pop();
    if (next === undefined) {
      choices.pop();
      path.pop();
      continue;
    }
    path.push(next);
    choices.push(nextNodes(graph, next, steps));
  }
}

/** One more than the number of steps from each node to the goal, as far as the search went; 0 where none leads there. */
function stepsTo(graph: Graph, goal: number, start: number): Uint32Array {
  const { offsets, edges } = graph.in;
  const steps = new Uint32Array(graph.nodeCount);
  steps[goal] = 1;
  const queue = [goal];
  for (let head = 0; head < queue.length && steps[start] === 0; head++) {
    const node = queue[head] ?? 0;
    for (let at = offsets[node] ?? 0; at < (offsets[node + 1] ?? 0); at++) {
      const edge = edges[at] ?? 0;
      const before = graph.from(edge);
      if (steps[before] !== 0 || !graph.isDependency(edge)) continue;
      steps[before] = (steps[node] ?? 0) + 1;
      queue.push(before);
    }
  }
  return steps;
}

/** Nodes one step nearer to the goal, last first. */
function nextNodes(graph: Graph, node: number, steps: Uint32Array): number[] {
  const wanted = (steps[node] ?? 0) - 1;
  if (wanted === 0) return [];
  const next = new Set<number>();
  for (const edge of graph.out.edges.subarray(graph.out.offsets[node], graph.out.offsets[node + 1])) {
    if (steps[graph.to(edge)] === wanted && graph.isDependency(edge)) next.add(graph.to(edge));
  }
  return [...next].reverse();
}

function stepBetween(graph: Graph, from: number, to: number): Step {
  const edges: Edge[] = [];
  for (const edge of graph.out.edges.subarray(graph.out.offsets[from], graph.out.offsets[from + 1])) {
    if (graph.to(edge) === to && graph.isDependency(edge)) edges.push(graph.edgeAt(edge));
  }
  return { from: graph.id(from), to: graph.id(to), edges };
}
