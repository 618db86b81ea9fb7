/** What depbraid says of one import statement, from the edges of its file. */
import type { Edge, Graph } from "../../../src/index.ts";
import type { ModuleNames } from "./module-names.ts";
import type { Statement } from "./referee.ts";

export interface StatementAnswer {
  /** Whether it ends in the tree or in the standard library, as far as it can on a bare checkout. */
  readonly resolved: boolean;
  /** Where it ends: a node's id, `itself` or `no edge`. */
  readonly end: string;
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
    const { module } = statement;
    const below = module.endsWith(".") ? module : `${module}.`;
    const edges = (this.#lines.get(statement.line) ?? []).filter(
      ({ specifier = "" }) => specifier === module || specifier.startsWith(below),
    );
    const inside = edges.find(({ to }) => to.startsWith("file:") || to.startsWith("builtin:"));
    const [edge = undefined] = inside === undefined ? edges : [inside];
    if (edge !== undefined) return { resolved: edge === inside, end: edge.to };
    return this.#meansItself(statement) ? { resolved: true, end: "itself" } : { resolved: false, end: "no edge" };
  }

  /** A file that imports itself, or a name of itself, has no edge for it. */
  #meansItself({ module, names }: Statement): boolean {
    const own = this.#names.of(this.#path) ?? "";
    const dots = /^\.*/.exec(module)?.[0].length ?? 0;
    const rest = module.slice(dots);
    const isPackage = this.#path.endsWith("/__init__.py");
    const parts = own.split(".");
    const base = parts.slice(0, parts.length - (isPackage ? dots - 1 : dots)).join(".");
    const named = dots === 0 ? rest : [base, rest].filter((part) => part !== "").join(".");
    return named === own || names.some((name) => `${named}.${name}` === own);
  }
}
