import type { Finding } from "../../model/conflict.ts";
import type { EdgeFilter, Graph } from "../../model/graph.ts";
import type { Evidence } from "../../model/location.ts";

/** Edges looked at before the best cycle so far must do: under half a second, whatever the size of the component. */
const budget = 1_000_000;

/**
 * Edge numbers of a shortest cycle within one strongly connected component, of those that take at least one `through`
 * edge; undefined when there is none. Breadth-first from every node whose `through` edges start a cycle; in components so
 * large that the budget ends first, the shortest cycle that was found by then.
 *
 * @param inside nodes of the component
 * @param follow edges that connect it
 */
export function shortestCycle(
  graph: Graph,
  inside: ReadonlySet<number>,
  follow: EdgeFilter,
  through: EdgeFilter = follow,
): readonly number[] | undefined {
  const { offsets, edges } = graph.out;
  let best: readonly number[] | undefined;
  let looked = 0;
  for (const start of inside) {
    if (best !== undefined && (best.length <= 2 || looked > budget)) break;
    /** The edge by which a node was first reached, and how many steps that took. */
    const reachedBy = new Map<number, number>();
    const depths = new Map<number, number>([[start, 0]]);
    const queue = [start];
    search: for (let head = 0; head < queue.length; head++) {
      const node = queue[head] ?? 0;
      const depth = (depths.get(node) ?? 0) + 1;
      if (best !== undefined && depth >= best.length) break;
      for (let at = offsets[node] ?? 0; at < (offsets[node + 1] ?? 0); at++) {
        looked++;
        const edge = edges[at] ?? 0;
        if (!follow(edge) || (node === start && !through(edge))) continue;
        const next = graph.to(edge);
        if (next === start && node !== start) {
          best = trace(graph, reachedBy, start, edge);
          break search;
        }
        if (depths.has(next) || !inside.has(next)) continue;
        depths.set(next, depth);
        reachedBy.set(next, edge);
        queue.push(next);
      }
    }
  }
  return best;
}

/** The cycle that ends with `last`, from the edge that leaves `start` on. */
function trace(graph: Graph, reachedBy: ReadonlyMap<number, number>, start: number, last: number): readonly number[] {
  const cycle = [last];
  for (let node = graph.from(last); node !== start;) {
    const edge = reachedBy.get(node);
    if (edge === undefined) break;
    cycle.push(edge);
    node = graph.from(edge);
  }
  return cycle.reverse();
}

/** The same cycle, begun at the node whose id comes first in code unit order: however it was found, it reads the same. */
export function fromFirstNode(graph: Graph, cycle: readonly number[]): readonly number[] {
  let first = 0;
  for (let at = 1; at < cycle.length; at++) {
    if (graph.id(graph.from(cycle[at] ?? 0)) < graph.id(graph.from(cycle[first] ?? 0))) first = at;
  }
  return [...cycle.slice(first), ...cycle.slice(0, first)];
}

/** The steps of a cycle as its evidence, and as the one path that is its cause: the step that closes it, by all the others. */
export function inCircle(steps: readonly Evidence[]): Pick<Finding, "evidence" | "causes"> {
  const last = steps.at(-1);
  return { evidence: steps, ...(last === undefined ? {} : { causes: [{ ...last, path: steps.slice(0, -1) }] }) };
}

/** `a -> b -> a`; the middle of a long one is only counted. */
export function drawCycle(names: readonly string[]): string {
  const around = [...names, names[0] ?? ""];
  if (around.length <= 7) return around.join(" -> ");
  return [...around.slice(0, 4), `... ${around.length - 6} more ...`, ...around.slice(-2)].join(" -> ");
}
