/** The shortest paths between two nodes, with the place of every step: for people and as `depbraid/why@1`. */
import type { Edge } from "../model/graph-types.ts";
import type { Step } from "../model/shortest-paths.ts";
import { type Palette, palette } from "./colour.ts";
import { placeText } from "./place.ts";
import { printable } from "./plain-text.ts";
import type { Output, ReportOptions, Why } from "./report.ts";
import { count, diagnosticLines } from "./summary.ts";

export const whySchema = "depbraid/why@1";

const maxPaths = 3;
const maxEdges = 3;

export function* whyText({ analysis, found }: Why, options: ReportOptions): Output {
  const style = palette(options);
  const { from, to, paths, backwards } = found;
  const [first] = paths;
  if (first === undefined) {
    yield `${style.bold(printable(from))} does not reach ${style.bold(printable(to))}.`;
    if (backwards) yield "The other way round there is a path.";
  } else if (first.length === 0) {
    yield `${style.bold(printable(from))} is what was asked for itself.`;
  } else {
    const shown = options.verbose ? paths : paths.slice(0, maxPaths);
    const more = found.more || shown.length < paths.length;
    const many = more ? `, ${shown.length} of several ways` : paths.length > 1 ? `, ${paths.length} ways` : "";
    yield `${printable(from)} reaches ${printable(to)} in ${count(first.length, "step")}${many}.`;
    for (const path of shown) {
      yield "";
      yield style.bold(printable(from));
      for (const step of path) yield* stepText(step, options, style);
    }
  }
  if (options.quiet || analysis.diagnostics.length === 0) return;
  yield "";
  yield* diagnosticLines(analysis.diagnostics, options, style);
}

function* stepText({ to, edges }: Step, { verbose }: ReportOptions, style: Palette): Output {
  yield `  -> ${style.bold(printable(to))}`;
  const shown = verbose ? edges : edges.slice(0, maxEdges);
  for (const edge of shown) yield `       ${edgeText(edge, style)}`;
  const left = edges.length - shown.length;
  if (left > 0) yield style.dim(`       ... and ${left.toLocaleString("en")} more: --verbose shows all`);
}

/** `imports "./till.js"  web/src/cart.ts:3:8  (exact)` */
function edgeText(edge: Edge, style: Palette): string {
  const { kind, mechanism, specifier, range, from, file, line = 0, column, confidence } = edge;
  const where = file ?? (from.startsWith("file:") ? from.slice("file:".length) : undefined);
  const remarks = [
    confidence,
    ...(edge.typeOnly ? ["type only"] : []),
    ...(edge.dynamic ? ["dynamic"] : []),
    ...(edge.inactive ? ["never runs"] : edge.optional ? ["optional"] : []),
    ...(edge.scope === undefined || edge.scope === "main" ? [] : [edge.scope]),
  ];
  const words = [
    mechanism === undefined ? kind : `${kind} (${printable(mechanism)})`,
    ...(specifier === undefined ? [] : [`"${printable(specifier)}"`]),
    ...(range === undefined ? [] : [printable(range)]),
  ];
  const place = where === undefined ? "" : `  ${style.cyan(printable(placeText(where, line, column)))}`;
  return `${words.join(" ")}${place}  ${style.dim(`(${remarks.join(", ")})`)}`;
}

export function* whyJson({ analysis, found }: Why, { tool }: ReportOptions): Output {
  const { from, to, paths, more } = found;
  const drawn = paths.map((steps) => ({ nodes: [from, ...steps.map((step) => step.to)], steps }));
  yield "{";
  yield `  "schema": ${JSON.stringify(whySchema)},`;
  yield `  "root": ${JSON.stringify(analysis.root)},`;
  yield `  "tool": ${JSON.stringify({ name: tool.name, version: tool.version })},`;
  yield `  "from": ${JSON.stringify(from)},`;
  yield `  "to": ${JSON.stringify(to)},`;
  yield drawn.length === 0 ? '  "paths": [],' : '  "paths": [';
  for (const [at, path] of drawn.entries()) {
    yield `    ${JSON.stringify(path)}${at === drawn.length - 1 ? "" : ","}`;
  }
  if (drawn.length > 0) yield "  ],";
  yield `  "more": ${more},`;
  yield `  "diagnostics": ${JSON.stringify(analysis.diagnostics)}`;
  yield "}";
}
