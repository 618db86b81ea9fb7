/** What depbraid says of one import statement, from the edges of its file. */
import type { Edge, Graph } from "../../../src/index.ts";
import type { ModuleNames } from "./module-names.ts";
import type { Statement } from "./referee.ts";

export interface StatementAnswer {
  /**
   * `source-missing` when it ends in a file that Python does not run: a stub, or what a module is compiled from. `outside` when
   * nothing in the tree or the standard library answers.
   */
  readonly verdict: "resolved" | "source-missing" | "outside";
  /** Where it ends: a node's id, `itself` or `no edge`. */
  readonly end: string;
  readonly edge?: Edge;
}

export class StatementAnswers {
  readonly #lines = new Map<number, Edge[]>();
  readonly #path: string;
  readonly #names: ModuleNames;

  constructor(graph: Graph, path: string, names: ModuleNames) {
    this.#path = path;
    this.#names = names;
    for (const edge of graph.dependencies(`file:${path}`)) {
      if (edge.kind !== "imports" || edge.line === undefined) continue;
      const known = this.#lines.get(edge.line);
      if (known === undefined) this.#lines.set(edge.line, [edge]);
      else known.push(edge);
    }
  }

  of(statement: Statement): StatementAnswer {
    const { module, line } = statement;
    const below = module.endsWith(".") ? module : `${module}.`;
    const edges = (this.#lines.get(line) ?? []).filter(
      ({ specifier = "" }) => specifier === module || specifier.startsWith(below),
    );
    const edge = edges.find(isInside) ?? edges.find(({ specifier }) => specifier === module) ?? edges[0];
    if (edge === undefined) {
      const itself = this.#meansItself(statement);
      return { verdict: itself ? "resolved" : "outside", end: itself ? "itself" : "no edge" };
    }
    if (isInside(edge)) return { verdict: isRun(edge) ? "resolved" : "source-missing", end: edge.to, edge };
    // Where only a name is missing, its module was found.
    const nameOnly = edge.to.startsWith("unresolved:") && edge.specifier !== module;
    return { verdict: nameOnly ? "resolved" : "outside", end: edge.to, edge };
  }

  /** A file that imports itself, or a name of itself, has no edge for it. */
  #meansItself({ module, names }: Statement): boolean {
    const own = this.#names.of(this.#path);
    const named = this.#names.absolute(this.#path, module);
    return named === own || names.some((name) => `${named}.${name}` === own);
  }
}

function isRun({ to }: Edge): boolean {
  return to.startsWith("builtin:") || to.endsWith(".py");
}

function isInside({ to }: Edge): boolean {
  return to.startsWith("file:") || to.startsWith("builtin:");
}
