/** Graphviz. @see https://graphviz.org/doc/info/lang.html */
import type { Analysis } from "../model/analysis.ts";
import type { EdgeKind } from "../model/graph-types.ts";
import { type DrawnNode, drawing } from "./drawing.ts";
import { gather } from "./lines.ts";
import { printable } from "./plain-text.ts";
import type { Output, Report, ReportOptions } from "./report.ts";
import { count } from "./summary.ts";

export const dotReport: Report = {
  graph: (analysis, options) => gather(digraph(analysis, options)),
};

const shapes: Readonly<Record<DrawnNode["kind"], string>> = {
  file: "box",
  folder: "folder",
  project: "component",
  package: "box3d",
  version: "box3d",
  builtin: "ellipse",
  unresolved: "octagon",
  class: "box",
  script: "note",
  route: "cds",
  schema: "note",
  exec: "diamond",
};

const styles: Readonly<Record<EdgeKind, string>> = {
  imports: "solid",
  references: "solid",
  contains: "dotted",
  declares: "dashed",
  locks: "dotted",
  requires: "dotted",
  provides: "dashed",
  bridges: "bold",
  "defined-in": "dotted",
  mentions: "dotted",
};

function* digraph({ graph, diagnostics }: Analysis, { collapse }: ReportOptions): Output {
  const drawn = drawing(graph, collapse);
  // Edges name nodes by number: ids are long, and each would be written as often as it has edges.
  yield "digraph depbraid {";
  if (diagnostics.length > 0) yield `  // ${count(diagnostics.length, "diagnostic")} of what was not fully read`;
  yield "  rankdir=LR;";
  yield '  node [fontname="sans-serif", fontsize=10];';
  yield '  edge [fontname="sans-serif", fontsize=9];';
  for (const { number, id, kind, label, files } of drawn.nodes()) {
    const text = quoted(files === undefined ? label : `${label} (${count(files, "file")})`);
    yield `  n${number} [id=${quoted(id)}, label=${text}, shape=${shapes[kind]}];`;
  }
  for (const { from, to, kind, count: times } of drawn.edges()) {
    const label = times > 1 ? `${kind} ×${times}` : kind;
    yield `  n${from} -> n${to} [label=${quoted(label)}, style=${styles[kind]}];`;
  }
  yield "}";
}

/** A label is an escString: backslashes begin escapes there. @see https://graphviz.org/docs/attr-types/escString/ */
function quoted(text: string): string {
  return `"${printable(text).replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
}
