import type { Braid } from "../../model/analysis.ts";
import type { Finding } from "../../model/conflict.ts";
import type { EdgeFilter, Graph } from "../../model/graph.ts";
import { stronglyConnected } from "../../model/strongly-connected.ts";
import { pathOf } from "../findings/node-names.ts";
import { drawCycle, fromFirstNode, inCircle, shortestCycle } from "./shortest-cycle.ts";
import { inFixtureTree } from "../findings/tempered.ts";

/** Sets of files that all import each other, one finding a set. */
export function* fileCycles({ graph, projectOf, isErased }: Braid): Iterable<Finding> {
  const suspects = new Map<number, number>();
  for (const [at, component] of stronglyConnected(graph, (edge) => isRuntime(graph, edge)).entries()) {
    for (const node of component) suspects.set(node, at);
  }
  if (suspects.size === 0) return;
  // Only where a circle is suspected it matters what compilers drop: to know it takes a parse.
  const runtime: EdgeFilter = (edge) => {
    const at = isRuntime(graph, edge) ? suspects.get(graph.from(edge)) : undefined;
    return at !== undefined && at === suspects.get(graph.to(edge)) && !isErased(edge);
  };
  const eager: EdgeFilter = (edge) => runtime(edge) && !graph.isDeferred(edge);
  const components = stronglyConnected(graph, runtime);
  const eagerOf = new Map<number, ReadonlySet<number>>();
  for (const component of stronglyConnected(graph, eager)) {
    const nodes = new Set(component);
    for (const node of component) eagerOf.set(node, nodes);
  }
  for (const component of components) {
    const found = findCycle(graph, new Set(component), eagerOf, runtime, eager);
    if (found === undefined) continue;
    const cycle = fromFirstNode(graph, found.cycle);
    const files = cycle.map((edge) => pathOf(graph.id(graph.from(edge))));
    const file = files[0] ?? "";
    const project = projectOf(file)?.id;
    const first = graph.edgeAt(cycle[0] ?? 0);
    yield {
      severity: found.why !== undefined || files.every(inFixtureTree) ? "info" : "warning",
      message:
        (component.length === cycle.length
          ? `${component.length} files import each other in a circle: `
          : `${component.length} files all depend on each other; the shortest circle is `) +
        drawCycle(files) +
        (found.why ?? ""),
      file,
      line: first.line ?? 0,
      column: first.column ?? 0,
      subject: first.from,
      ...(project === undefined ? {} : { project }),
      ...inCircle(cycle.map((edge) => describeEdge(graph, edge))),
      fix: cheapestCut(graph, cycle, runtime),
    };
  }
}

function isRuntime(graph: Graph, edge: number): boolean {
  const kind = graph.edgeKind(edge);
  if ((kind !== "imports" && kind !== "references") || graph.isIdle(edge) || graph.isSupposed(edge)) return false;
  return graph.from(edge) !== graph.to(edge) && graph.nodeKind(graph.to(edge)) === "file";
}

interface FoundCycle {
  readonly cycle: readonly number[];
  /** Why it is only an info. */
  readonly why?: string;
}

/** The worst cycle of a component first: while files load and between units; then what only closes later; then within a unit. */
function findCycle(
  graph: Graph,
  inside: ReadonlySet<number>,
  eagerOf: ReadonlyMap<number, ReadonlySet<number>>,
  runtime: EdgeFilter,
  eager: EdgeFilter,
): FoundCycle | undefined {
  const betweenUnits: EdgeFilter = (edge) => {
    const unit = graph.nodeAttributes(graph.from(edge)).unit;
    return unit === undefined || unit !== graph.nodeAttributes(graph.to(edge)).unit;
  };
  const eagerParts = new Set([...inside].flatMap((node) => eagerOf.get(node) ?? []));
  const shortestEager = (through: EdgeFilter): readonly number[] | undefined =>
    [...eagerParts]
      .flatMap((part) => [shortestCycle(graph, part, eager, through) ?? []])
      .filter((cycle) => cycle.length > 0)
      .toSorted((a, b) => a.length - b.length)[0];
  const worst = shortestEager((edge) => eager(edge) && betweenUnits(edge));
  if (worst !== undefined) return { cycle: worst };
  const deferred = shortestCycle(graph, inside, runtime, (edge) => runtime(edge) && betweenUnits(edge));
  if (deferred !== undefined) return { cycle: deferred, why: " (it closes only by imports that run later)" };
  const within = shortestEager(eager) ?? shortestCycle(graph, inside, runtime);
  return within === undefined ? undefined : { cycle: within, why: " (all of them in one package)" };
}

function describeEdge(graph: Graph, at: number): Finding["evidence"][number] {
  const edge = graph.edgeAt(at);
  return {
    file: pathOf(edge.from),
    line: edge.line ?? 0,
    column: edge.column ?? 0,
    message: `imports ${pathOf(edge.to)}`,
  };
}

/** The step with the fewest imports and the fewest names in them is the easiest to do without. */
function cheapestCut(
  graph: Graph,
  cycle: readonly number[],
  runtime: EdgeFilter,
): { readonly message: string; readonly file: string } {
  let best: { readonly edge: number; readonly names: number } | undefined;
  for (const edge of cycle) {
    const names = countNames(graph, edge, runtime);
    if (best === undefined || names < best.names) best = { edge, names };
  }
  const { from, to, line } = graph.edgeAt(best?.edge ?? 0);
  const weight = best?.names === 1 ? "one name is" : `${best?.names ?? 0} names are`;
  return {
    message:
      `cut the import of ${pathOf(to)} at ${pathOf(from)}:${line ?? 0}, where only ${weight} needed: ` +
      "move what is shared into a file of its own, or pass it in",
    file: pathOf(from),
  };
}

/** Names that one file takes from another, over all imports between them; an import of the whole counts as one. */
function countNames(graph: Graph, edge: number, runtime: EdgeFilter): number {
  const node = graph.from(edge);
  let names = 0;
  for (const twin of graph.out.edges.subarray(graph.out.offsets[node], graph.out.offsets[node + 1])) {
    if (graph.to(twin) === graph.to(edge) && runtime(twin)) {
      names += Math.max(1, graph.edgeAt(twin).names?.length ?? 1);
    }
  }
  return names;
}
