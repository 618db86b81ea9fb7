/**
 * Components and pages of frameworks: what their own compilers import, and what depbraid reads of the same files; and where it
 * leads. Paths are compared by specifier: where they lead is a matter of the framework's bundler, which is not run.
 */
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { analyze, type Edge } from "../../../src/index.ts";
import type { Repository } from "../../corpus/corpus.ts";
import type { JavaScriptCache } from "../../corpus/javascript-cache.ts";
import { type Difference, drawTable, drawTally, percent, tally } from "../../tables.ts";
import type { MeasureOptions } from "../strand.ts";
import { type ComponentCompiler, componentCompilers } from "./component-compilers.ts";

export async function measureComponents(
  cache: JavaScriptCache,
  repositories: readonly Repository[],
  options: MeasureOptions,
): Promise<void> {
  const compilers = await componentCompilers(cache);
  const rows: (readonly string[])[] = [];
  const differences: Difference[] = [];
  for (const repository of repositories) {
    const root = cache.checkout(repository);
    const { graph } = await analyze({ root, goal: "graph" });
    const edges = new Map<string, Edge[]>();
    for (let node = 0; node < graph.nodeCount; node++) {
      const id = graph.id(node);
      if (!id.startsWith("file:")) continue;
      const own = [...graph.dependencies(id)].filter(({ kind }) => kind === "imports");
      edges.set(id.slice("file:".length), own);
    }
    for (const compiler of compilers) {
      const paths = [...edges.keys()].filter((path) => path.endsWith(compiler.ending)).toSorted();
      if (paths.length === 0) continue;
      const score = await compare(compiler, root, paths, edges);
      differences.push(...score.differences);
      rows.push([repository.repository, compiler.tool, String(paths.length), ...score.figures]);
    }
  }
  options.print("### Components and pages: the frameworks' compilers\n");
  const head = ["repository", "compiler", "files", "refused by it", "specifiers", "of them read", "recall"];
  drawTable([...head, "read besides", "to files", "to packages and builtins", "to nothing"], rows, options.print);
  drawTally(tally(differences), options);
}

async function compare(
  { ending, specifiers }: ComponentCompiler,
  root: string,
  paths: readonly string[],
  edges: ReadonlyMap<string, readonly Edge[]>,
): Promise<{ readonly figures: readonly string[]; readonly differences: readonly Difference[] }> {
  const differences: Difference[] = [];
  let [refused, asked, read, besides] = [0, 0, 0, 0];
  const ends = { file: 0, package: 0, unresolved: 0 };
  for (const path of paths) {
    const source = readFileSync(join(root, path), "utf8");
    const own = edges.get(path) ?? [];
    for (const { to, specifier, line, confidence } of own) {
      const kind = to.startsWith("file:") ? "file" : to.startsWith("unresolved:") ? "unresolved" : "package";
      ends[kind]++;
      const isLost = kind === "unresolved" && confidence !== "inferred";
      if (isLost)
        differences.push({ side: "depbraid", kind: "leads to nothing", example: `${path}:${line} ${specifier}` });
    }
    let theirs: ReadonlySet<string>;
    // A component that renders itself depends on nothing by that.
    const self = `./${basename(path)}`;
    try {
      theirs = new Set((await specifiers(source, path)).filter((each) => each !== self));
    } catch (error) {
      refused++;
      differences.push({ side: ending, kind: "refused by the compiler", example: `${path}: ${String(error)}` });
      continue;
    }
    const ours = new Set(own.flatMap(({ specifier }) => specifier ?? []));
    asked += theirs.size;
    for (const each of theirs) {
      if (ours.has(each)) read++;
      else differences.push({ side: ending, kind: undefined, example: `${path}: ${each}` });
    }
    for (const each of ours) {
      if (theirs.has(each)) continue;
      besides++;
      differences.push({ side: "depbraid", kind: "read besides", example: `${path}: ${each}` });
    }
  }
  const figures = [refused, asked, read].map(String);
  return {
    figures: [...figures, percent(read, asked), ...[besides, ends.file, ends.package, ends.unresolved].map(String)],
    differences,
  };
}
