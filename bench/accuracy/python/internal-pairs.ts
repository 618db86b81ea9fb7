import type { Edge } from "../../../src/index.ts";
import type { ObservedTree } from "./observed-tree.ts";

/** Importer and imported module with a space between, and the edges of the graph that say so. */
export type Pairs = ReadonlyMap<string, readonly Edge[]>;

/** depbraid's edges between Python files of the tree's packages, by the names of their modules. */
export function internalPairs({ graph, names, tree }: ObservedTree): Pairs {
  const pairs = new Map<string, Edge[]>();
  for (let at = 0; at < graph.edgeCount; at++) {
    if (graph.edgeKind(at) !== "imports") continue;
    const edge = graph.edgeAt(at);
    if (!isPythonFile(edge.from) || !isPythonFile(edge.to)) continue;
    const importer = names.of(edge.from.slice(5));
    const imported = names.of(edge.to.slice(5));
    if (importer === undefined || imported === undefined) continue;
    if (!isWithin(importer, tree.packages) || !isWithin(imported, tree.packages)) continue;
    const pair = `${importer} ${imported}`;
    const known = pairs.get(pair);
    if (known === undefined) pairs.set(pair, [edge]);
    else known.push(edge);
  }
  return pairs;
}

function isPythonFile(id: string): boolean {
  return /^file:.*\.pyi?$/.test(id);
}

function isWithin(module: string, packages: readonly string[]): boolean {
  return packages.some((each) => module === each || module.startsWith(`${each}.`));
}
