/**
 * Runs pyright over a tree, for nothing but what its imports resolve to.
 *
 * It would take minutes to check all types of a large package. So the files stand in a copy of the tree with nothing but their
 * import statements, each in its own line: what a module name resolves to depends on where files lie, not on what they hold.
 * Nothing is installed, and there are no stubs but those of the standard library.
 * @see https://github.com/microsoft/pyright/blob/main/docs/import-resolution.md
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import type { PythonCache } from "../../corpus/python-cache.ts";
import type { ObservedTree } from "./observed-tree.ts";
import type { ModuleReading, Statement } from "./referee.ts";

/** The Python that pyright is told: its standard library is the one that resolves. */
export const pythonVersion = "3.12";

/** `source-missing` when a stub answers, and the module itself is not there. */
export type PyrightVerdict = "resolved" | "source-missing" | "unresolved";

export interface PyrightRun {
  readonly seconds: number;
  readonly verdict: (path: string, statement: Statement) => PyrightVerdict;
}

interface PyrightReport {
  readonly generalDiagnostics: readonly {
    readonly file: string;
    readonly message: string;
    readonly rule?: string;
    readonly range: { readonly start: { readonly line: number } };
  }[];
  readonly summary: { readonly filesAnalyzed: number };
}

export function runPyright(
  cache: PythonCache,
  { root, tree }: ObservedTree,
  files: ReadonlyMap<string, ModuleReading>,
): PyrightRun {
  const copy = cache.scratch(`imports-${tree.name}`);
  copyImports(root, copy, files);
  const settings = {
    include: ["."],
    exclude: [],
    extraPaths: tree.roots.filter((each) => each !== ""),
    typeshedPath: cache.standardLibraryStubs(),
    pythonVersion,
    pythonPlatform: "Linux",
    typeCheckingMode: "off",
    reportMissingImports: "error",
    reportMissingModuleSource: "error",
  };
  writeFileSync(join(copy, "pyrightconfig.json"), JSON.stringify(settings));
  const args = [join(cache.nodeTool("pyright"), "index.js"), "--project", copy, "--outputjson"];
  const start = performance.now();
  const { stdout, stderr } = spawnSync(process.execPath, [...args, "--pythonpath", cache.bareInterpreter()], {
    encoding: "utf8",
    maxBuffer: 1 << 30,
  });
  const seconds = (performance.now() - start) / 1000;
  if (!stdout.startsWith("{")) throw new Error(`pyright: ${stdout}${stderr}`);
  const report: PyrightReport = JSON.parse(stdout);
  if (report.summary.filesAnalyzed < files.size) {
    throw new Error(`pyright read ${report.summary.filesAnalyzed} of ${files.size} files of ${tree.name}`);
  }
  const verdicts = new Map<string, PyrightVerdict>();
  for (const { file, message, rule, range } of report.generalDiagnostics) {
    if (rule !== "reportMissingImports" && rule !== "reportMissingModuleSource") continue;
    const module = /^Import "(.*)" could not be resolved/.exec(message)?.[1];
    if (module === undefined) throw new Error(`pyright: ${message}`);
    const place = `${relative(copy, file).split(sep).join("/")}:${range.start.line + 1} ${module}`;
    verdicts.set(place, rule === "reportMissingImports" ? "unresolved" : "source-missing");
  }
  rmSync(copy, { recursive: true });
  return { seconds, verdict: (path, { line, module }) => verdicts.get(`${path}:${line} ${module}`) ?? "resolved" };
}

/** All directories, the files with their imports alone, and empty stubs. */
function copyImports(root: string, copy: string, files: ReadonlyMap<string, ModuleReading>): void {
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    const path = join(copy, relative(root, join(entry.parentPath, entry.name)));
    if (entry.isDirectory()) mkdirSync(path, { recursive: true });
    else if (/\.pyi?$/.test(entry.name)) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, "");
    }
  }
  for (const [path, { imports }] of files) writeFileSync(join(copy, path), importLines(imports));
}

function importLines(imports: readonly Statement[]): string {
  const lines: string[] = [];
  for (const { line, module, names } of imports) {
    const statement = names.length === 0 ? `import ${module}` : `from ${module} import ${names.join(", ")}`;
    const before = lines[line - 1];
    lines[line - 1] = before === undefined ? statement : `${before}; ${statement}`;
  }
  return `${Array.from(lines, (line) => line ?? "").join("\n")}\n`;
}
