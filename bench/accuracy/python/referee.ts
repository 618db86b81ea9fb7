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
  readonly version: string;
  readonly files: Readonly<
    Record<string, { readonly imports?: readonly [number, string, string[]][]; readonly bound?: string[] }>
  >;
}

export interface Referee {
  readonly version: string;
  /** By path from the tree's root; files that CPython does not compile are not in it. */
  readonly files: ReadonlyMap<string, ModuleReading>;
}

export function readByCpython(cache: PythonCache, root: string, directories: readonly string[]): Referee {
  const paths = directories.flatMap((directory) => pythonFiles(join(root, directory)));
  const answer = cache.run<Answer>("import_statements.py", { files: paths });
  const files = new Map<string, ModuleReading>();
  for (const [path, { imports, bound }] of Object.entries(answer?.files ?? {})) {
    if (imports === undefined) continue;
    files.set(relative(root, path).split(sep).join("/"), {
      imports: imports.map(([line, module, names]) => ({ line, module, names })),
      bound: new Set(bound),
    });
  }
  return { version: answer?.version ?? "", files };
}

function pythonFiles(directory: string): readonly string[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".py"))
    .map((entry) => join(entry.parentPath, entry.name));
}
