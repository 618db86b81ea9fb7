/**
 * A graph with its files folded into their folders or projects. What lies within a file (a class, a script, a route) goes
 * with it. An edge between things of one fold is not drawn: it does not leave it.
 */
import { edgeKinds, type NodeKind } from "../model/graph-types.ts";
import type { Graph } from "../model/graph.ts";
import type { DrawnEdge, DrawnNode, Drawing } from "./drawing.ts";
import type { Collapse } from "./report.ts";

export function foldedDrawing(graph: Graph, collapse: Collapse): Drawing {
  const folds = new Folds(graph, collapse);
  return { nodes: () => folds.nodes(), edges: () => folds.edges() };
}

interface Fold {
  readonly id: string;
  readonly label: string;
  readonly kind: NodeKind | "folder";
  /** The node itself, where it stands for itself. */
  readonly node: number | undefined;
  files: number;
}

const outside = { id: "outside", label: "outside any project", kind: "folder" } as const;

class Folds {
  readonly #graph: Graph;
  readonly #collapse: Collapse;
  readonly #folds: Fold[] = [];
  readonly #byId = new Map<string, number>();
  /** Node to fold. */
  readonly #foldOf: Uint32Array;
  /** From, to and kind in one number, to how many there are; in order of the first of each. */
  readonly #counts = new Map<number, number>();

  constructor(graph: Graph, collapse: Collapse) {
    this.#graph = graph;
    this.#collapse = collapse;
    this.#foldOf = new Uint32Array(graph.nodeCount);
    for (let node = 0; node < graph.nodeCount; node++) {
      const fold = this.#place(node);
      this.#foldOf[node] = fold;
      const folded = this.#folds[fold];
      if (folded !== undefined && graph.nodeKind(node) === "file") folded.files++;
    }
    for (let edge = 0; edge < graph.edgeCount; edge++) {
      const from = this.#foldOf[graph.from(edge)] ?? 0;
      const to = this.#foldOf[graph.to(edge)] ?? 0;
      if (from === to) continue;
      const key = (from * this.#folds.length + to) * edgeKinds.length + edgeKinds.indexOf(graph.edgeKind(edge));
      this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
    }
  }

  *nodes(): Iterable<DrawnNode> {
    for (const [number, { id, label, kind, node, files }] of this.#folds.entries()) {
      const attributes = node === undefined ? {} : this.#graph.nodeAttributes(node);
      yield { number, id, label, kind, ...(files === 0 ? {} : { files }), attributes };
    }
  }

  *edges(): Iterable<DrawnEdge> {
    for (const [key, count] of this.#counts) {
      const kind = edgeKinds[key % edgeKinds.length] ?? "imports";
      const pair = Math.floor(key / edgeKinds.length);
      yield { from: Math.floor(pair / this.#folds.length), to: pair % this.#folds.length, kind, count };
    }
  }

  #place(node: number): number {
    const graph = this.#graph;
    const id = graph.id(node);
    const name = id.slice(id.indexOf(":") + 1);
    switch (graph.nodeKind(node)) {
      case "file":
        return this.#collapse === "folder" ? this.#folder(name) : this.#project(node);
      case "class":
      case "route":
      case "schema": {
        const file = this.#definedIn(node);
        return file === undefined ? this.#itself(node) : this.#place(file);
      }
      case "script": {
        const manifest = name.split("#", 1)[0] ?? "";
        if (this.#collapse === "folder") return this.#folder(manifest);
        const project = graph.number(`project:${manifest}`);
        return project === undefined ? this.#itself(node) : this.#itself(project);
      }
      default:
        return this.#itself(node);
    }
  }

  #folder(path: string): number {
    const slash = path.lastIndexOf("/");
    const folder = slash < 0 ? "." : path.slice(0, slash);
    return this.#fold({ id: `folder:${folder}`, label: folder, kind: "folder" }, undefined);
  }

  #project(file: number): number {
    const { offsets, edges } = this.#graph.in;
    for (const edge of edges.subarray(offsets[file], offsets[file + 1])) {
      if (this.#graph.edgeKind(edge) === "contains") return this.#itself(this.#graph.from(edge));
    }
    return this.#fold(outside, undefined);
  }

  #definedIn(node: number): number | undefined {
    const { offsets, edges } = this.#graph.out;
    const own = edges.subarray(offsets[node], offsets[node + 1]);
    const edge = own.find((at) => this.#graph.edgeKind(at) === "defined-in");
    const end = edge === undefined ? undefined : this.#graph.to(edge);
    return end !== undefined && this.#graph.nodeKind(end) === "file" ? end : undefined;
  }

  #itself(node: number): number {
    const id = this.#graph.id(node);
    return this.#fold({ id, label: id.slice(id.indexOf(":") + 1), kind: this.#graph.nodeKind(node) }, node);
  }

  #fold({ id, label, kind }: Pick<Fold, "id" | "label" | "kind">, node: number | undefined): number {
    const known = this.#byId.get(id);
    if (known !== undefined) return known;
    this.#byId.set(id, this.#folds.length);
    return this.#folds.push({ id, label, kind, node, files: 0 }) - 1;
  }
}
