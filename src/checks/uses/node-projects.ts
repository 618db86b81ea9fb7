import type { Braid } from "../../model/analysis.ts";
import type { Project } from "../../model/project.ts";
import { pathOf } from "../findings/node-names.ts";

/** The project of each file node, asked for once a node: checks look at every edge, and there are many edges a file. */
export class NodeProjects {
  readonly #braid: Braid;
  readonly #known: (Project | null | undefined)[];

  constructor(braid: Braid) {
    this.#braid = braid;
    this.#known = Array.from({ length: braid.graph.nodeCount });
  }

  of(node: number): Project | undefined {
    let project = this.#known[node];
    if (project === undefined) {
      const { graph, projectOf } = this.#braid;
      project = (graph.nodeKind(node) === "file" ? projectOf(pathOf(graph.id(node))) : undefined) ?? null;
      this.#known[node] = project;
    }
    return project ?? undefined;
  }
}
