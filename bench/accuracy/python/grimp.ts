/**
 * Internal edges, module to module, against grimp: run live over the same tree.
 * @see https://grimp.readthedocs.io/en/stable/usage.html
 */
import { join } from "node:path";
import { analyze, type Edge } from "../../../src/index.ts";
import type { PythonTree } from "../../corpus/corpus.ts";
import { packageDirectories, type PythonCache } from "../../corpus/python-cache.ts";
import type { MeasureOptions } from "../strand.ts";
import { type Difference, drawTable, drawTally, percent, tally } from "../../tables.ts";
import { ModuleNames } from "./module-names.ts";
import { readByCpython, type Referee } from "./referee.ts";

interface GrimpAnswer {
  readonly version: string;
  readonly seconds: number;
  readonly modules: readonly string[];
  readonly imports: readonly (readonly [string, string])[];
  readonly unparsable: readonly string[];
}

/** Importer and imported module with a space between, and the edges of the graph that say so. */
type Pairs = ReadonlyMap<string, readonly Edge[]>;

export async function measureGrimp(
  cache: PythonCache,
  trees: readonly PythonTree[],
  options: MeasureOptions,
): Promise<void> {
  const rows: (readonly string[])[] = [];
  const differences: Difference[] = [];
  let version = "";
  for (const tree of trees) {
    const root = cache.tree(tree);
    const answer = cache.run<GrimpAnswer>("grimp_edges.py", {
      roots: tree.roots.map((each) => join(root, each)),
      packages: tree.packages,
    });
    if (answer === undefined) continue;
    version = answer.version;
    const modules = new Set(answer.modules);
    const ours = await internalPairs(root, tree);
    const theirs = new Set(answer.imports.map(([importer, imported]) => `${importer} ${imported}`));
    const referee = readByCpython(cache, root, packageDirectories(root, tree));
    const judge = new Judge(tree, referee, modules, ours, theirs);
    const found = [
      ...[...ours].filter(([pair]) => !theirs.has(pair)).map(([pair, edges]) => judge.onlyOurs(pair, edges)),
      ...[...theirs].filter((pair) => !ours.has(pair)).map((pair) => judge.onlyTheirs(pair)),
    ];
    differences.push(...found);
    const common = [...ours.keys()].filter((pair) => theirs.has(pair)).length;
    const unexplained = found.filter((each) => each.kind === unexplainedKind);
    const lost = unexplained.filter((each) => each.side === "theirs").length;
    const extra = unexplained.length - lost;
    rows.push([
      tree.name,
      String(modules.size),
      ...[theirs.size, ours.size, common, ours.size - common, theirs.size - common].map(String),
      percent(common, ours.size),
      percent(common, theirs.size),
      String(extra),
      String(lost),
    ]);
  }
  options.print(`### Internal edges: grimp ${version}\n`);
  const head = ["tree", "modules", "grimp", "depbraid", "common", "only depbraid", "only grimp"];
  drawTable([...head, "precision", "recall", "unexplained extra", "unexplained missing"], rows, options.print);
  drawTally(tally(differences), options);
}

const unexplainedKind = "unexplained";

async function internalPairs(root: string, tree: PythonTree): Promise<Pairs> {
  const { graph } = await analyze({ root, only: ["import/unresolved"] });
  const names = new ModuleNames(tree.roots);
  const pairs = new Map<string, Edge[]>();
  for (let at = 0; at < graph.edgeCount; at++) {
    if (graph.edgeKind(at) !== "imports") continue;
    const edge = graph.edgeAt(at);
    if (!edge.from.startsWith("file:") || !edge.to.startsWith("file:")) continue;
    const importer = names.of(edge.from.slice(5));
    const imported = names.of(edge.to.slice(5));
    if (importer === undefined || imported === undefined || importer === imported) continue;
    if (!/\.pyi?$/.test(edge.from) || !/\.pyi?$/.test(edge.to)) continue;
    if (!isWithin(importer, tree.packages) || !isWithin(imported, tree.packages)) continue;
    const pair = `${importer} ${imported}`;
    const known = pairs.get(pair);
    if (known === undefined) pairs.set(pair, [edge]);
    else known.push(edge);
  }
  return pairs;
}

function isWithin(module: string, packages: readonly string[]): boolean {
  return packages.some((each) => module === each || module.startsWith(`${each}.`));
}

/** Says of each difference which rule it comes from. Only CPython's reading of the sources is believed. */
class Judge {
  readonly #bound = new Map<string, ReadonlySet<string>>();
  readonly #modules: ReadonlySet<string>;
  readonly #ours: Pairs;
  readonly #theirs: ReadonlySet<string>;

  constructor(
    tree: PythonTree,
    referee: Referee,
    modules: ReadonlySet<string>,
    ours: Pairs,
    theirs: ReadonlySet<string>,
  ) {
    const names = new ModuleNames(tree.roots);
    for (const [path, { bound }] of referee.files) {
      const module = names.of(path);
      if (module !== undefined && path.endsWith("/__init__.py")) this.#bound.set(module, bound);
    }
    this.#modules = modules;
    this.#ours = ours;
    this.#theirs = theirs;
  }

  onlyOurs(pair: string, edges: readonly Edge[]): Difference {
    const [importer = "", imported = ""] = pair.split(" ");
    return { side: "ours", kind: this.#kindOfOurs(importer, imported, edges), example: drawEdge(pair, edges) };
  }

  #kindOfOurs(importer: string, imported: string, edges: readonly Edge[]): string {
    if (edges.every((edge) => edge.to.endsWith(".pyi") || edge.from.endsWith(".pyi"))) return "a stub (`.pyi`)";
    if (!this.#modules.has(importer) || !this.#modules.has(imported)) return "a file that is no module for grimp";
    if (edges.every((edge) => edge.dynamic)) return "a dynamic form (`import_module`)";
    const names = edges.flatMap((edge) => edge.names ?? []);
    const submodules = names.filter((name) => this.#theirs.has(`${importer} ${imported}.${name}`));
    if (submodules.some((name) => this.#bound.get(imported)?.has(name))) return boundKind;
    return unexplainedKind;
  }

  onlyTheirs(pair: string): Difference {
    const [importer = "", imported = ""] = pair.split(" ");
    const dot = imported.lastIndexOf(".");
    const parent = imported.slice(0, dot);
    const reached = this.#ours.get(`${importer} ${parent}`) ?? [];
    const isBound = this.#bound.get(parent)?.has(imported.slice(dot + 1)) === true;
    const kind = isBound && reached.length > 0 ? boundKind : unexplainedKind;
    return { side: "theirs", kind, example: pair.replace(" ", " -> ") };
  }
}

/** CPython takes a submodule only when the package has no attribute of the name; grimp, which runs no `__init__`, always. */
const boundKind = "`from pkg import name` where `__init__` binds `name` beside a submodule `name`";

function drawEdge(pair: string, [edge]: readonly Edge[]): string {
  const where = `${edge?.from.slice(5)}:${edge?.line} \`${edge?.specifier}\` ${(edge?.names ?? []).join(",")} ${edge?.confidence}`;
  return `${pair.replace(" ", " -> ")} (${where})`;
}
