/**
 * Nodes and edges as JSON, without the braces around them: what `nodeAt` and `edgeAt` say, in the same order of keys.
 *
 * An edge is put together of parts that are quoted once: few ids, specifiers and names are distinct. Measured on 66,000
 * edges, with the writing of the file: 235 ms of the processor, where objects through `JSON.stringify` took 414.
 */
import { declarationStates, flag, nameSeparator, type RareAttributes } from "../model/graph-columns.ts";
import { confidences, edgeKinds } from "../model/graph-types.ts";
import type { Graph } from "../model/graph.ts";

/** Every node, in the order in which the graph was linked: the same at every run. */
export function* nodeTexts(graph: Graph): Iterable<string> {
  for (let at = 0; at < graph.nodeCount; at++) yield JSON.stringify(graph.nodeAt(at)).slice(1, -1);
}

/** Every edge, in the order in which the graph was linked. */
export function* edgeTexts(graph: Graph): Iterable<string> {
  const { ids, edges, strings, scopes, rare } = graph.parts;
  const quotedIds = new Quoted(ids, (id) => JSON.stringify(id));
  const specifiers = new Quoted(strings, (text) => `,"specifier":${JSON.stringify(text)}`);
  const names = new Quoted(strings, (text) => `,"names":${JSON.stringify(text.split(nameSeparator))}`);
  const quotedScopes = new Quoted(scopes, (scope) => `,"scope":${JSON.stringify(scope)}`);
  const kinds = edgeKinds.map((kind) => `,"kind":"${kind}"`);
  const sureness = confidences.map((confidence) => `,"confidence":"${confidence}"`);
  let source = -1;
  let opening = "";
  for (let at = 0; at < edges.size; at++) {
    const from = edges.from[at] ?? 0;
    if (from !== source) {
      source = from;
      opening = `"from":${quotedIds.at(from)},"to":`;
    }
    const to = quotedIds.at(edges.to[at] ?? 0);
    const flags = edges.flags[at] ?? 0;
    const line = edges.line[at] ?? 0;
    const more = rare.get(at);
    let text = opening + to + (kinds[edges.kind[at] ?? 0] ?? "");
    const specifier = edges.specifier[at] ?? 0;
    if (specifier !== 0) text += specifiers.at(specifier);
    if (more !== undefined) text += rareText(more);
    if (line !== 0) text += `,"line":${line},"column":${edges.column[at] ?? 0}`;
    if (flags !== 0) text += flagTexts[flags] ?? "";
    const scope = edges.scope[at] ?? 0;
    if (scope !== 0) text += quotedScopes.at(scope);
    const named = edges.names[at] ?? 0;
    if (named !== 0) text += names.at(named);
    text += sureness[edges.confidence[at] ?? 0] ?? "";
    const declared = edges.declared[at] ?? 0;
    if (declared !== 0) text += declarationText(to, declarationStates[declared - 1] ?? "unknown", more);
    yield text;
  }
}

/** The texts of a table's strings, each made at its first mention. */
class Quoted {
  readonly #table: readonly string[];
  readonly #quote: (text: string) => string;
  readonly #texts: (string | undefined)[];

  constructor(table: readonly string[], quote: (text: string) => string) {
    this.#table = table;
    this.#quote = quote;
    this.#texts = Array.from({ length: table.length }, () => undefined);
  }

  at(index: number): string {
    return (this.#texts[index] ??= this.#quote(this.#table[index] ?? ""));
  }
}

/** By all combinations of their bits. */
const flagTexts: readonly string[] = Array.from({ length: 32 }, (_, flags) =>
  (["typeOnly", "dynamic", "optional", "local", "inactive"] as const)
    .map((name) => ((flags & flag[name]) === 0 ? "" : `,"${name}":true`))
    .join(""),
);

function rareText({ declaredPackage: _package, declaredIn: _manifest, ...more }: RareAttributes): string {
  const text = JSON.stringify(more).slice(1, -1);
  return text === "" ? "" : `,${text}`;
}

function declarationText(to: string, state: string, more: RareAttributes | undefined): string {
  const named = more?.declaredPackage === undefined ? to : JSON.stringify(more.declaredPackage);
  const manifest = more?.declaredIn === undefined ? "" : `,"manifest":${JSON.stringify(more.declaredIn)}`;
  return `,"declaration":{"package":${named},"state":"${state}"${manifest}}`;
}
