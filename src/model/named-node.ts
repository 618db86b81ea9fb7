/** From what a person types to a node: an id, or a path or a name without its kind where only one node has it. */
import type { Graph } from "./graph.ts";
import { nearest } from "./nearest.ts";
import { purlName } from "./purl.ts";

export type NamedNode =
  | { readonly kind: "found"; readonly id: string }
  /** Several nodes have the name. */
  | { readonly kind: "ambiguous"; readonly ids: readonly string[] }
  /** No node has it. `near` is the id or name that was most likely meant. */
  | { readonly kind: "unknown"; readonly near?: string };

/** Whole ids first, then names. `./web\app.ts` is `web/app.ts`, and Maven's `group:artifact` is `group/artifact`. */
export function namedNode(graph: Graph, typed: string): NamedNode {
  if (graph.has(typed)) return { kind: "found", id: typed };
  const names = new Set([typed, typed.replaceAll("\\", "/").replace(/^(\.\/)+/, ""), typed.replace(":", "/")]);
  const ids: string[] = [];
  for (let node = 0; node < graph.nodeCount; node++) {
    const id = graph.id(node);
    if (bareNames(id).some((name) => names.has(name))) ids.push(id);
  }
  const [only] = ids;
  if (only === undefined) {
    const near = nearest(typed, allNames(graph)) ?? sameLastPart(graph, typed);
    return near === undefined ? { kind: "unknown" } : { kind: "unknown", near };
  }
  return ids.length === 1 ? { kind: "found", id: only } : { kind: "ambiguous", ids };
}

/** `web/app.ts` of a file, `@acme/ui` of a package, `fs` and `node/fs` of a builtin. */
function bareNames(id: string): readonly string[] {
  const name = id.slice(id.indexOf(":") + 1);
  if (id.startsWith("pkg:")) return [decoded(id)];
  return id.startsWith("builtin:") ? [name, name.slice(name.indexOf("/") + 1)] : [name];
}

/** A version of a package may hold a `%` that is no escape. */
function decoded(purl: string): string {
  try {
    return purlName(purl);
  } catch {
    return purl.slice(purl.indexOf("/") + 1);
  }
}

/** `web/src/cart.ts` for `cart.ts`. */
function sameLastPart(graph: Graph, typed: string): string | undefined {
  const last = `/${typed.slice(typed.lastIndexOf("/") + 1)}`;
  for (let node = 0; node < graph.nodeCount; node++) {
    if (last !== "/" && graph.id(node).endsWith(last)) return graph.id(node);
  }
  return undefined;
}

function* allNames(graph: Graph): Iterable<string> {
  for (let node = 0; node < graph.nodeCount; node++) {
    const id = graph.id(node);
    yield* bareNames(id);
    yield id;
  }
}
