import type { EdgeFilter, Graph } from "./graph.ts";

const unseen = 0;

/**
 * Strongly connected components of two and more nodes, and single nodes with an edge to themselves, over the edges that
 * pass the filter. Tarjan's algorithm without recursion: a chain of a million nodes needs no stack. Nodes ascend within
 * a component; components ascend by their first node.
 * @see https://doi.org/10.1137/0201010
 */
export function stronglyConnected(graph: Graph, follow: EdgeFilter): readonly (readonly number[])[] {
  const { offsets, edges } = graph.out;
  const count = graph.nodeCount;
  const order = new Uint32Array(count); // when a node was first seen, from 1
  const low = new Uint32Array(count); // the earliest node on the stack that it reaches
  const onStack = new Uint8Array(count);
  const cursor = new Uint32Array(count); // next edge of a node to look at
  const stack: number[] = [];
  const walk: number[] = []; // the path from the root of the search
  const components: number[][] = [];
  let clock = 0;

  const enter = (node: number): void => {
    clock++;
    order[node] = clock;
    low[node] = clock;
    cursor[node] = offsets[node] ?? 0;
    onStack[node] = 1;
    stack.push(node);
    walk.push(node);
  };

  for (let root = 0; root < count; root++) {
    if (order[root] !== unseen) continue;
    enter(root);
    for (let node = walk.at(-1); node !== undefined; node = walk.at(-1)) {
      const at = cursor[node] ?? 0;
      if (at < (offsets[node + 1] ?? 0)) {
        cursor[node] = at + 1;
        const edge = edges[at] ?? 0;
        if (!follow(edge)) continue;
        const next = graph.to(edge);
        if (order[next] === unseen) enter(next);
        else if (onStack[next] === 1) low[node] = Math.min(low[node] ?? 0, order[next] ?? 0);
        continue;
      }
      walk.pop();
      const above = walk.at(-1);
      if (above !== undefined) low[above] = Math.min(low[above] ?? 0, low[node] ?? 0);
      if (low[node] === order[node]) {
        const component = popComponent(stack, onStack, node);
        if (component.length > 1 || hasLoop(graph, node, follow)) components.push(component);
      }
    }
  }
  return components.sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0));
}

function popComponent(stack: number[], onStack: Uint8Array, root: number): number[] {
  const component = stack.splice(stack.lastIndexOf(root));
  for (const node of component) onStack[node] = 0;
  return component.sort((a, b) => a - b);
}

function hasLoop(graph: Graph, node: number, follow: EdgeFilter): boolean {
  const { offsets, edges } = graph.out;
  for (let at = offsets[node] ?? 0; at < (offsets[node + 1] ?? 0); at++) {
    const edge = edges[at] ?? 0;
    if (graph.to(edge) === node && follow(edge)) return true;
  }
  return false;
}
