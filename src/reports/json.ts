/** `depbraid/check@1` and `depbraid/graph@1`: one JSON value, with one object of a list on a line. */
import type { Analysis } from "../model/analysis.ts";
import { affectedJson } from "./affected.ts";
import { gather } from "./lines.ts";
import type { Output, Report, ReportOptions } from "./report.ts";
import { edgeTexts, nodeTexts } from "./graph-texts.ts";
import { whyJson } from "./why.ts";

export const checkSchema = "depbraid/check@1";
export const graphSchema = "depbraid/graph@1";

export const jsonReport: Report = {
  check: (analysis, options) => gather(checkLines(analysis, options)),
  graph: (analysis, options) => gather(graphLines(analysis, options)),
  why: (why, options) => gather(whyJson(why, options)),
  affected: (run, options) => gather(affectedJson(run, options)),
};

function* checkLines(analysis: Analysis, options: ReportOptions): Output {
  yield* opening(checkSchema, analysis, options);
  yield* list("conflicts", texts(analysis.conflicts), ",");
  yield* list("diagnostics", texts(analysis.diagnostics), ",");
  const { baseline, since, stats } = analysis;
  if (baseline !== undefined) yield `  "baseline": ${JSON.stringify(baseline)},`;
  if (since !== undefined) yield `  "since": ${JSON.stringify(since)},`;
  yield `  "stats": ${JSON.stringify(stats)}`;
  yield "}";
}

function* graphLines(analysis: Analysis, options: ReportOptions): Output {
  yield* opening(graphSchema, analysis, options);
  yield* list("nodes", nodeTexts(analysis.graph), ",");
  yield* list("edges", edgeTexts(analysis.graph), ",");
  yield* list("diagnostics", texts(analysis.diagnostics), "");
  yield "}";
}

function* opening(schema: string, { root }: Analysis, { tool }: ReportOptions): Output {
  yield "{";
  yield `  "schema": ${JSON.stringify(schema)},`;
  yield `  "root": ${JSON.stringify(root)},`;
  yield `  "tool": ${JSON.stringify({ name: tool.name, version: tool.version })},`;
}

function* texts(values: Iterable<object>): Iterable<string> {
  for (const value of values) yield JSON.stringify(value).slice(1, -1);
}

/** `"name": [...]` and what follows it, of objects without their braces. */
function* list(name: string, objects: Iterable<string>, after: string): Output {
  let previous: string | undefined;
  for (const object of objects) {
    yield previous === undefined ? `  "${name}": [` : `    {${previous}},`;
    previous = object;
  }
  if (previous === undefined) {
    yield `  "${name}": []${after}`;
    return;
  }
  yield `    {${previous}}`;
  yield `  ]${after}`;
}
