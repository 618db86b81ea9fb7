/** Which rule a difference between depbraid's and grimp's internal edges comes from. */
import type { Edge } from "../../../src/index.ts";
import type { Difference } from "../../tables.ts";
import type { Pairs } from "./internal-pairs.ts";
import { isPackageFile } from "./module-names.ts";
import type { ObservedTree } from "./observed-tree.ts";
import type { ModuleReading } from "./referee.ts";

const kinds = {
  stub: "a stub (`.pyi`): grimp reads none",
  outOfReach: "a directory without `__init__` in a regular package: grimp does not enter it",
  dynamic: "a dynamic form (`import_module`): grimp reads statements",
  made: "a name that a module or package makes when it runs (`sys.modules`, `__path__`): an inferred edge",
  bound:
    "`from pkg import name` where `__init__` binds `name` beside a submodule: CPython takes what is bound, grimp the submodule",
  itself: "a module that imports itself",
  namespace: "a namespace package: there is no file to reach",
  compiled: "a submodule that is compiled: grimp takes the package around it",
} as const;

/** Only the sources, as CPython's grammar reads them, and the tree's files are believed. */
export class GrimpJudge {
  readonly #observed: ObservedTree;
  readonly #modules: ReadonlySet<string>;
  readonly #ours: Pairs;
  readonly #theirs: ReadonlySet<string>;
  readonly #readings = new Map<string, { readonly path: string; readonly reading: ModuleReading }>();

  /** `modules` are all that grimp knows of. */
  constructor(observed: ObservedTree, modules: ReadonlySet<string>, ours: Pairs, theirs: ReadonlySet<string>) {
    this.#observed = observed;
    this.#modules = modules;
    this.#ours = ours;
    this.#theirs = theirs;
    for (const [path, reading] of observed.files) {
      const module = observed.names.of(path);
      if (module !== undefined) this.#readings.set(module, { path, reading });
    }
  }

  onlyOurs(pair: string, edges: readonly Edge[]): Difference {
    const [importer = "", imported = ""] = pair.split(" ");
    return { side: "depbraid", kind: this.#kindOfOurs(importer, imported, edges), example: drawEdges(pair, edges) };
  }

  #kindOfOurs(importer: string, imported: string, edges: readonly Edge[]): string | undefined {
    if (edges.every(({ from, to }) => to.endsWith(".pyi") || from.endsWith(".pyi"))) return kinds.stub;
    if (!this.#modules.has(importer) || !this.#modules.has(imported)) return kinds.outOfReach;
    const statements = edges.filter(({ dynamic }) => dynamic !== true);
    if (statements.length === 0) return kinds.dynamic;
    if (statements.every(({ confidence, specifier }) => confidence === "inferred" && specifier !== imported)) {
      return kinds.made;
    }
    const names = edges.flatMap((edge) => edge.names ?? []);
    const submodules = names.filter((name) => this.#theirs.has(`${importer} ${imported}.${name}`));
    return submodules.some((name) => this.#binds(imported, name)) ? kinds.bound : undefined;
  }

  onlyTheirs(pair: string): Difference {
    const [importer = "", imported = ""] = pair.split(" ");
    return { side: "grimp", kind: this.#kindOfTheirs(importer, imported), example: pair.replace(" ", " -> ") };
  }

  #kindOfTheirs(importer: string, imported: string): string | undefined {
    if (importer === imported) return kinds.itself;
    if (!this.#readings.has(imported)) return kinds.namespace;
    const dot = imported.lastIndexOf(".");
    const parent = imported.slice(0, dot);
    if (this.#ours.has(`${importer} ${parent}`) && this.#binds(parent, imported.slice(dot + 1))) return kinds.bound;
    return this.#importsCompiled(importer, imported) ? kinds.compiled : undefined;
  }

  #binds(module: string, name: string): boolean {
    const known = this.#readings.get(module);
    return known !== undefined && isPackageFile(known.path) && known.reading.bound.has(name);
  }

  /** Whether all that a module imports from a package is compiled. */
  #importsCompiled(importer: string, module: string): boolean {
    const { names, has } = this.#observed;
    const known = this.#readings.get(importer);
    const imported = known?.reading.imports.flatMap((statement) => {
      const from = names.absolute(known.path, statement.module);
      return from === module ? statement.names : from.startsWith(`${module}.`) ? [from.slice(module.length + 1)] : [];
    });
    return (imported ?? []).some((name) =>
      names.places(`${module}.${name}`).some((place) => [".pyx", ".pyi", ".c"].some((ending) => has(place + ending))),
    );
  }
}

function drawEdges(pair: string, [edge]: readonly Edge[]): string {
  const where = `${edge?.from.slice(5)}:${edge?.line} \`${edge?.specifier}\` ${(edge?.names ?? []).join(",")} ${edge?.confidence}`;
  return `${pair.replace(" ", " -> ")} (${where})`;
}
