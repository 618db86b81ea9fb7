/**
 * PACKAGE_EXPORTS_RESOLVE and PACKAGE_IMPORTS_RESOLVE against the test tables of enhanced-resolve and resolve.exports, read out
 * of clones of them. Node's rules are the measure: it takes one target, those libraries list several.
 * @see https://nodejs.org/api/esm.html#resolution-algorithm-specification
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { runInNewContext } from "node:vm";
import { readJson } from "../../../src/files/json-text.ts";
import { exportTargets, importTargets } from "../../../src/languages/javascript/resolve/package-exports.ts";
import type { Repository } from "../../corpus/corpus.ts";
import type { JavaScriptCache } from "../../corpus/javascript-cache.ts";
import { drawTable } from "../../tables.ts";
import type { MeasureOptions } from "../strand.ts";
import { askNode, type NodeAnswer } from "./node-referee.ts";
import { resolveExportsCases } from "./resolve-exports-cases.ts";
import type { TypeScript } from "./typescript-api.ts";

/** One row of a table: what is asked, and the first target that is expected; undefined for an error or for nothing. */
export interface TableCase {
  readonly table: string;
  readonly name: string;
  readonly field: "exports" | "imports";
  readonly value: unknown;
  readonly request: string;
  readonly conditions: readonly string[];
  readonly expected: string | undefined;
}

export function measureTables(cache: JavaScriptCache, samples: readonly Repository[], options: MeasureOptions): void {
  const place = (name: string): string => {
    const found = samples.find(({ repository }) => repository === name);
    if (found === undefined) throw new Error(`bench/corpus.json pins no ${name}`);
    return cache.checkout(found);
  };
  const enhanced = join(place("webpack/enhanced-resolve"), "test");
  const cases = [
    ...enhancedResolveCases(join(enhanced, "exportsField.test.js"), "exports"),
    ...enhancedResolveCases(join(enhanced, "importsField.test.js"), "imports"),
    ...resolveExportsCases(place("lukeed/resolve.exports"), cache.load<TypeScript>("typescript")),
  ];
  options.print("### Tables of `exports` and `imports`\n");
  const tables = [...new Set(cases.map(({ table }) => table))];
  const node = askNode(cases);
  const differing = cases
    .map((each, at) => ({ ...each, ours: answer(each), node: node[at] }))
    .filter(({ ours, expected }) => ours !== expected);
  const isOpen = ({ ours, node: said }: Differing): boolean =>
    said === undefined || ours !== (said.target ?? undefined);
  const rows = tables.map((table) => {
    const own = cases.filter((each) => each.table === table).length;
    const failed = differing.filter((each) => each.table === table);
    const open = failed.filter(isOpen).length;
    const figures = [own, own - failed.length, failed.length - open, open].map(String);
    return [table].concat(figures);
  });
  const head = [
    "table",
    "cases",
    "as the table has it",
    `as Node ${process.versions.node} has it, against the table`,
    "neither",
  ];
  drawTable(head, rows, options.print);
  for (const each of differing) {
    const why = isOpen(each) ? "**neither**" : "Node";
    const { table, name, request, conditions, value, ours, expected, node: said } = each;
    const asked = `\`${request}\` [${conditions.join()}] of \`${JSON.stringify(value)}\``;
    options.print(
      `- ${why}: ${table}, ${name}: ${asked}: ${ours}; table: ${expected}; Node: ${said?.target} ${said?.error ?? ""}`,
    );
  }
}

type Differing = TableCase & { readonly ours: string | undefined; readonly node: NodeAnswer | undefined };

function answer({ field, value, request, conditions }: TableCase): string | undefined {
  const text = JSON.stringify(value);
  const { root } = readJson({ path: "package.json", text, diagnostics: [] }, "json");
  if (root === undefined) return undefined;
  const accepts = (condition: string): boolean => conditions.includes(condition);
  return (field === "exports" ? exportTargets : importTargets)(root, request, accepts)[0];
}

function enhancedResolveCases(path: string, field: TableCase["field"]): readonly TableCase[] {
  const text = readFileSync(path, "utf8");
  const start = text.indexOf("[", text.indexOf("const testCases ="));
  const table = text.slice(start, text.indexOf("\n\t];", start) + 3);
  const rows: readonly {
    readonly name: string;
    readonly expect: readonly string[] | Error;
    readonly suite: readonly [value: unknown, request: string, conditions: readonly string[]];
  }[] = runInNewContext(table, { Error });
  return rows.map(({ name, expect, suite: [value, request, conditions] }) => ({
    table: `enhanced-resolve, ${field}`,
    name,
    field,
    value,
    request,
    conditions,
    expected: expect instanceof Error ? undefined : expect[0],
  }));
}
