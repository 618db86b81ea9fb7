/**
 * Internal edges, module to module, against grimp: run live over the same tree.
 * @see https://grimp.readthedocs.io/en/stable/usage.html
 */
import { join } from "node:path";
import type { PythonCache } from "../../corpus/python-cache.ts";
import { type Difference, drawTable, drawTally, percent, tally } from "../../tables.ts";
import type { MeasureOptions } from "../strand.ts";
import { GrimpJudge } from "./grimp-differences.ts";
import { internalPairs } from "./internal-pairs.ts";
import type { ObservedTree } from "./observed-tree.ts";

interface GrimpAnswer {
  readonly version: string;
  readonly modules: readonly string[];
  readonly imports: readonly (readonly [string, string])[];
  /** Files that neither CPython nor grimp can parse. */
  readonly unparsable: readonly string[];
}

export async function measureGrimp(
  cache: PythonCache,
  trees: AsyncIterable<ObservedTree>,
  options: MeasureOptions,
): Promise<void> {
  const rows: (readonly string[])[] = [];
  const differences: Difference[] = [];
  let version = "";
  for await (const observed of trees) {
    const { tree, root } = observed;
    const answer = cache.run<GrimpAnswer>("grimp_edges.py", {
      roots: tree.roots.map((each) => join(root, each)),
      packages: tree.packages,
    });
    version = answer.version;
    const ours = internalPairs(observed);
    const theirs = new Set(answer.imports.map(([importer, imported]) => `${importer} ${imported}`));
    const judge = new GrimpJudge(observed, new Set(answer.modules), ours, theirs);
    const found = [
      ...[...ours].filter(([pair]) => !theirs.has(pair)).map(([pair, edges]) => judge.onlyOurs(pair, edges)),
      ...[...theirs].filter((pair) => !ours.has(pair)).map((pair) => judge.onlyTheirs(pair)),
    ];
    differences.push(...found);
    const common = [...theirs].filter((pair) => ours.has(pair)).length;
    const open = found.filter(({ kind }) => kind === undefined);
    rows.push([
      tree.name,
      ...[answer.modules.length, theirs.size, ours.size, common].map(String),
      ...[ours.size - common, theirs.size - common].map(String),
      percent(common, ours.size),
      percent(common, theirs.size),
      String(open.filter(({ side }) => side === "depbraid").length),
      String(open.filter(({ side }) => side !== "depbraid").length),
    ]);
  }
  options.print(`### Internal edges: grimp ${version}\n`);
  const head = ["tree", "modules", "grimp", "depbraid", "common", "only depbraid", "only grimp", "precision", "recall"];
  drawTable([...head, "extra, unexplained", "missing, unexplained"], rows, options.print);
  drawTally(tally(differences), options);
}
