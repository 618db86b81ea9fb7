/** One tree as depbraid and CPython's grammar see it. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { analyze, type Graph, type Project } from "../../../src/index.ts";
import type { PythonTree } from "../../corpus/corpus.ts";
import type { PythonCache } from "../../corpus/python-cache.ts";
import { ModuleNames } from "./module-names.ts";
import { type ModuleReading, readByCpython } from "./referee.ts";

export interface ObservedTree {
  readonly tree: PythonTree;
  readonly root: string;
  readonly names: ModuleNames;
  readonly graph: Graph;
  readonly projects: readonly Project[];
  /** Every Python file that CPython compiles, by its path from the root. */
  readonly files: ReadonlyMap<string, ModuleReading>;
  /** Whether there is a file or directory. */
  readonly has: (path: string) => boolean;
}

export async function observe(cache: PythonCache, tree: PythonTree): Promise<ObservedTree> {
  const root = cache.tree(tree);
  const { graph, projects } = await analyze({ root, only: ["import/unresolved"] });
  return {
    tree,
    root,
    names: new ModuleNames(tree.roots),
    graph,
    projects,
    files: readByCpython(cache, root),
    has: (path) => existsSync(join(root, path)),
  };
}
