/**
 * The dependency graph in memory: nodes are integers into a string table, edges are columns of typed arrays, and two
 * compressed sparse rows (CSR) list each node's edges out and in. Immutable; made by `GraphBuilder`.
 *
 * Public methods take and give string ids; those on numbers are for algorithms, checks and reports.
 */
import { declarationStates, type EdgeColumns, flag, nameSeparator, type RareAttributes } from "./graph-columns.ts";
import {
  confidences,
  type Edge,
  type EdgeKind,
  edgeKinds,
  type Node,
  type NodeAttributes,
  type NodeKind,
  nodeKinds,
} from "./graph-types.ts";
import { reachableFrom, shortestPath } from "./paths.ts";
import type { Purl } from "./purl.ts";
import type { Declaration } from "./resolution.ts";
import { stronglyConnected } from "./strongly-connected.ts";

export interface GraphParts {
  readonly ids: readonly string[];
  readonly index: ReadonlyMap<string, number>;
  readonly kinds: Uint8Array;
  readonly attributes: readonly NodeAttributes[];
  readonly edges: EdgeColumns;
  readonly strings: readonly string[];
  readonly scopes: readonly string[];
  readonly rare: ReadonlyMap<number, RareAttributes>;
}

/** Each node's edges: those of node `n` are `edges[offsets[n]]` to `edges[offsets[n + 1] - 1]`. */
export interface Rows {
  readonly offsets: Uint32Array;
  readonly edges: Uint32Array;
}

/** Which edges an algorithm follows, by edge number. */
export type EdgeFilter = (edge: number) => boolean;

const mentions = edgeKinds.indexOf("mentions");

export class Graph {
  /** The tables and columns themselves, for a report that prints all of them. */
  readonly parts: GraphParts;
  readonly out: Rows;
  readonly in: Rows;

  constructor(parts: GraphParts) {
    this.parts = parts;
    const { edges, ids } = parts;
    this.out = rows(edges.from, edges.size, ids.length);
    this.in = rows(edges.to, edges.size, ids.length);
  }

  get nodeCount(): number {
    return this.parts.ids.length;
  }

  get edgeCount(): number {
    return this.parts.edges.size;
  }

  // ---- By id.

  has(id: string): boolean {
    return this.parts.index.has(id);
  }

  node(id: string): Node | undefined {
    const at = this.parts.index.get(id);
    return at === undefined ? undefined : this.nodeAt(at);
  }

  /** Edges out of a node, in the order they were read. Empty when there is no such node. */
  dependencies(id: string): readonly Edge[] {
    return this.#edgesOf(this.out, id);
  }

  /** Edges into a node. Empty when there is no such node. */
  dependents(id: string): readonly Edge[] {
    return this.#edgesOf(this.in, id);
  }

  /** A shortest chain of edges from one node to another; undefined when there is none, empty when they are the same. */
  path(from: string, to: string): readonly Edge[] | undefined {
    const start = this.parts.index.get(from);
    const goal = this.parts.index.get(to);
    if (start === undefined || goal === undefined) return undefined;
    return shortestPath(this, start, goal)?.map((edge) => this.edgeAt(edge));
  }

  /** Ids of all nodes that can be reached from these, themselves included, in node order. */
  reachable(ids: readonly string[]): readonly string[] {
    return reachableFrom(this, this.#numbers(ids), "out").map((at) => this.id(at));
  }

  /** Ids of all nodes that reach these, themselves included: what may break when they change. */
  affected(ids: readonly string[]): readonly string[] {
    return reachableFrom(this, this.#numbers(ids), "in").map((at) => this.id(at));
  }

  /** Groups of two and more nodes that all reach each other, and nodes with an edge to themselves. */
  cycles(): readonly (readonly string[])[] {
    return stronglyConnected(this, (edge) => this.isDependency(edge)).map((group) => group.map((at) => this.id(at)));
  }

  // ---- By number.

  number(id: string): number | undefined {
    return this.parts.index.get(id);
  }

  id(node: number): string {
    return this.parts.ids[node] ?? "";
  }

  nodeKind(node: number): NodeKind {
    return nodeKinds[this.parts.kinds[node] ?? 0] ?? "file";
  }

  nodeAttributes(node: number): NodeAttributes {
    return this.parts.attributes[node] ?? {};
  }

  nodeAt(node: number): Node {
    return { id: this.id(node), kind: this.nodeKind(node), ...this.nodeAttributes(node) };
  }

  from(edge: number): number {
    return this.parts.edges.from[edge] ?? 0;
  }

  to(edge: number): number {
    return this.parts.edges.to[edge] ?? 0;
  }

  edgeKind(edge: number): EdgeKind {
    return edgeKinds[this.parts.edges.kind[edge] ?? 0] ?? "imports";
  }

  /** Whether the edge is erased before anything runs, or is never come to. */
  isIdle(edge: number): boolean {
    return ((this.parts.edges.flags[edge] ?? 0) & (flag.typeOnly | flag.inactive)) !== 0;
  }

  /** Whether the edge is taken only after its file has loaded: inside a function, or a dynamic import. */
  isDeferred(edge: number): boolean {
    return ((this.parts.edges.flags[edge] ?? 0) & (flag.local | flag.dynamic)) !== 0;
  }

  /** Whether the one end needs the other: what only a comment names is not needed. */
  isDependency(edge: number): boolean {
    return this.parts.edges.kind[edge] !== mentions;
  }

  /** Whether what the edge reaches is loaded by a name, and only supposed to be what is meant. */
  isSupposed(edge: number): boolean {
    const { flags, confidence } = this.parts.edges;
    return ((flags[edge] ?? 0) & flag.dynamic) !== 0 && confidences[confidence[edge] ?? 0] === "inferred";
  }

  /** Whether the importing project may count on what the edge reaches; undefined where nothing needs declaring. */
  declarationState(edge: number): Declaration["state"] | undefined {
    return declarationStates[(this.parts.edges.declared[edge] ?? 0) - 1];
  }

  /** The package that the importing project should declare, declared or not; undefined where nothing needs declaring. */
  declaredPackage(edge: number): Purl | undefined {
    if (this.declarationState(edge) === undefined) return undefined;
    return this.parts.rare.get(edge)?.declaredPackage ?? this.id(this.to(edge));
  }

  /** What only few edges have, for loops over all of them. */
  rareAttributes(edge: number): RareAttributes | undefined {
    return this.parts.rare.get(edge);
  }

  /** As it is written; "" where the edge has none. */
  specifier(edge: number): string {
    return this.parts.strings[this.parts.edges.specifier[edge] ?? 0] ?? "";
  }

  edgeAt(edge: number): Edge {
    const { edges, strings, scopes, rare } = this.parts;
    const flags = edges.flags[edge] ?? 0;
    const to = this.id(this.to(edge));
    const specifier = strings[edges.specifier[edge] ?? 0];
    const names = strings[edges.names[edge] ?? 0];
    const scope = scopes[edges.scope[edge] ?? 0];
    const line = edges.line[edge];
    const state = this.declarationState(edge);
    // Reports make one of each edge: filled in place, not spread together of many small objects.
    const made: Draft<Omit<Edge, "confidence">> = { from: this.id(this.from(edge)), to, kind: this.edgeKind(edge) };
    if (specifier) made.specifier = specifier;
    const more = rare.get(edge);
    if (more !== undefined) addRare(made, more);
    if (line) {
      made.line = line;
      made.column = edges.column[edge] ?? 0;
    }
    if (flags & flag.typeOnly) made.typeOnly = true;
    if (flags & flag.dynamic) made.dynamic = true;
    if (flags & flag.optional) made.optional = true;
    if (flags & flag.local) made.local = true;
    if (flags & flag.inactive) made.inactive = true;
    if (scope) made.scope = scope;
    if (names) made.names = names.split(nameSeparator);
    const confidence = confidences[edges.confidence[edge] ?? 0] ?? "exact";
    if (state === undefined) return Object.assign(made, { confidence });
    const declaration = { package: more?.declaredPackage ?? to, state };
    const manifest = more?.declaredIn;
    return Object.assign(made, {
      confidence,
      declaration: manifest === undefined ? declaration : { ...declaration, manifest },
    });
  }

  #edgesOf({ offsets, edges }: Rows, id: string): readonly Edge[] {
    const at = this.parts.index.get(id);
    if (at === undefined) return [];
    const found: Edge[] = [];
    for (const edge of edges.subarray(offsets[at], offsets[at + 1])) found.push(this.edgeAt(edge));
    return found;
  }

  #numbers(ids: readonly string[]): number[] {
    return ids.flatMap((id) => this.parts.index.get(id) ?? []);
  }
}

type Draft<T> = { -readonly [K in keyof T]: T[K] };

function addRare(edge: object, { declaredPackage: _package, declaredIn: _manifest, ...more }: RareAttributes): void {
  Object.assign(edge, more);
}

/** Counting sort of the edges by one end: keeps their order within a node. */
function rows(ends: Uint32Array, edgeCount: number, nodeCount: number): Rows {
  const offsets = new Uint32Array(nodeCount + 1);
  for (let edge = 0; edge < edgeCount; edge++) {
    const after = (ends[edge] ?? 0) + 1;
    offsets[after] = (offsets[after] ?? 0) + 1;
  }
  for (let node = 0; node < nodeCount; node++) offsets[node + 1] = (offsets[node + 1] ?? 0) + (offsets[node] ?? 0);
  const next = offsets.slice(0, nodeCount);
  const edges = new Uint32Array(edgeCount);
  for (let edge = 0; edge < edgeCount; edge++) {
    const end = ends[edge] ?? 0;
    const slot = next[end] ?? 0;
    edges[slot] = edge;
    next[end] = slot + 1;
  }
  return { offsets, edges };
}
