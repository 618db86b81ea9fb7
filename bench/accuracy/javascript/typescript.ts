/**
 * Every specifier of every file against `ts.resolveModuleName`, with the options of the file's own configuration.
 * @see https://www.typescriptlang.org/docs/handbook/modules/reference.html
 */
import { existsSync, readFileSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import type { JavaScriptCache } from "../../corpus/javascript-cache.ts";
import type { MeasureOptions } from "../strand.ts";
import { type Asked, compare, drawScores, type TreeScore } from "./comparison.ts";
import type { ObservedTree, Statement } from "./observed-tree.ts";
import type { CompilerOptions, TypeScript } from "./typescript-api.ts";
import { TypeScriptConfigs } from "./typescript-configs.ts";

export async function measureTypeScript(
  cache: JavaScriptCache,
  trees: AsyncIterable<ObservedTree>,
  options: MeasureOptions,
): Promise<void> {
  const typescript = cache.load<TypeScript>("typescript");
  const scores: TreeScore[] = [];
  for await (const observed of trees) scores.push(compare("TypeScript", observed, ask(observed, typescript)));
  options.print(`### Every specifier: TypeScript ${typescript.version}\n`);
  drawScores(scores, "TypeScript", options);
}

function ask(observed: ObservedTree, typescript: TypeScript): readonly Asked[] {
  const configs = new TypeScriptConfigs(typescript, observed.root);
  return observed.statements.map((statement) => {
    const file = join(observed.root, statement.path);
    const { parsed, cache } = configs.governing(file);
    const mode = modeOf(typescript, observed, statement, parsed.options);
    const { resolvedModule } = typescript.resolveModuleName(
      statement.specifier,
      file,
      parsed.options,
      typescript.sys,
      cache,
      undefined,
      mode,
    );
    const reached = resolvedModule?.resolvedFileName;
    return { statement, answer: reached === undefined ? undefined : observed.source(realpathSync(reached)) };
  });
}

/** @see https://www.typescriptlang.org/docs/handbook/modules/theory.html#module-format-detection */
function modeOf(
  { ModuleKind: { CommonJS, ESNext, Node16, NodeNext } }: TypeScript,
  { root }: ObservedTree,
  { path, way }: Statement,
  { module }: CompilerOptions,
): number {
  if (way === "require") return CommonJS;
  const isNode = typeof module === "number" && module >= Node16 && module <= NodeNext;
  if (way === "dynamic" || !isNode) return ESNext;
  if (/\.m[jt]s$/.test(path)) return ESNext;
  return !/\.c[jt]s$/.test(path) && isModulePackage(root, dirname(path)) ? ESNext : CommonJS;
}

/** Whether the nearest package.json says `"type": "module"`. */
function isModulePackage(root: string, directory: string): boolean {
  const file = join(root, directory, "package.json");
  if (existsSync(file)) return JSON.parse(readFileSync(file, "utf8")).type === "module";
  return directory !== "." && isModulePackage(root, dirname(directory));
}
