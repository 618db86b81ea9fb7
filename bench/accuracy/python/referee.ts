/** What CPython's own grammar reads in a tree's files: the third opinion where two tools differ. */
import { readdirSync } from "node:fs";
import { join, relative, sep } from "node:path";
import type { PythonCache } from "../../corpus/python-cache.ts";

export interface Statement {
  readonly line: number;
  /** As written: `shop.till`, `..pricing`. */
  readonly module: string;
  /** Empty for `import shop.till`. */
  readonly names: readonly string[];
}

export interface ModuleReading {
  readonly imports: readonly Statement[];
  /** Names that the top level of the file binds; submodules that it imports from itself left out. */
  readonly bound: ReadonlySet<string>;
}

interface Answer {
  readonly files: Readonly<
    Record<string, { readonly imports?: readonly [number, string, string[]][]; readonly bound?: string[] }>
  >;
}

/** By path from the root; files that CPython does not compile are left out. */
export function readByCpython(cache: PythonCache, root: string): ReadonlyMap<string, ModuleReading> {
  const paths = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".py"))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .toSorted();
  const { files } = cache.run<Answer>("import_statements.py", { root, files: paths });
  const readings = new Map<string, ModuleReading>();
  for (const path of paths) {
    const { imports, bound } = files[path] ?? {};
    if (imports === undefined) continue;
    const statements = imports.map(([line, module, names]) => ({ line, module, names }));
    readings.set(path, { imports: statements, bound: new Set(bound) });
  }
  return readings;
}
