import type { Braid } from "../../model/analysis.ts";
import type { Project } from "../../model/project.ts";
import { pathOf } from "../findings/node-names.ts";

const known = new WeakMap<Braid, NodeProjects>();

/** The project of each file node, asked for once a node: checks look at every edge, and there are many edges a file. */
export class NodeProjects {
  readonly #braid: Braid;
  readonly #known: (Project | null | undefined)[];

  private constructor(braid: Braid) {
    this.#braid = braid;
    this.#known = Array.from({ length: braid.graph.nodeCount });
  }

  /** One for all checks of a run. */
  static of(braid: Braid): NodeProjects {
    let projects = known.get(braid);
    if (projects === undefined) known.set(braid, (projects = new NodeProjects(braid)));
    return projects;
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
