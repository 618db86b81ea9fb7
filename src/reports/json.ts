/** `depbraid/check@1` and `depbraid/graph@1`: one JSON value, with one object of a list on a line. */
import type { Analysis } from "../model/analysis.ts";
import { gather } from "./lines.ts";
import type { Output, Report, ReportOptions } from "./report.ts";
import { edges, nodes } from "./graph-parts.ts";

export const checkSchema = "depbraid/check@1";
export const graphSchema = "depbraid/graph@1";

export const jsonReport: Report = {
  check: (analysis, options) => gather(checkLines(analysis, options)),
  graph: (analysis, options) => gather(graphLines(analysis, options)),
};

function* checkLines(analysis: Analysis, options: ReportOptions): Output {
  yield* opening(checkSchema, analysis, options);
  yield* list("conflicts", analysis.conflicts, ",");
  yield* list("diagnostics", analysis.diagnostics, ",");
  yield `  "stats": ${JSON.stringify(analysis.stats)}`;
  yield "}";
}

function* graphLines(analysis: Analysis, options: ReportOptions): Output {
  yield* opening(graphSchema, analysis, options);
  yield* list("nodes", nodes(analysis.graph), ",");
  yield* list("edges", edges(analysis.graph), ",");
  yield* list("diagnostics", analysis.diagnostics, "");
  yield "}";
}

function* opening(schema: string, { root }: Analysis, { tool }: ReportOptions): Output {
  yield "{";
  yield `  "schema": ${JSON.stringify(schema)},`;
  yield `  "root": ${JSON.stringify(root)},`;
  yield `  "tool": ${JSON.stringify({ name: tool.name, version: tool.version })},`;
}

/** `"name": [...]` and what follows it. */
function* list(name: string, values: Iterable<unknown>, after: string): Output {
  let previous: string | undefined;
  for (const value of values) {
    yield previous === undefined ? `  "${name}": [` : `    ${previous},`;
    previous = JSON.stringify(value);
  }
  if (previous === undefined) {
    yield `  "${name}": []${after}`;
    return;
  }
  yield `    ${previous}`;
  yield `  ]${after}`;
}
