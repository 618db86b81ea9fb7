/** Mermaid flowcharts, as many hosts draw them in Markdown. @see https://mermaid.js.org/syntax/flowchart.html */
import type { Analysis } from "../model/analysis.ts";
import type { EdgeKind } from "../model/graph-types.ts";
import { type Drawing, type DrawnNode, drawing } from "./drawing.ts";
import { gather } from "./lines.ts";
import { printable } from "./plain-text.ts";
import type { Output, Report, ReportOptions } from "./report.ts";
import { count } from "./summary.ts";

export const mermaidReport: Report = {
  graph: (analysis, options) => gather(flowchart(analysis, options)),
};

/** What Mermaid draws by its own defaults, `maxEdges` and `maxTextSize`. */
const maxEdges = 500;
const maxText = 50_000;

const shapes: Readonly<Record<DrawnNode["kind"], readonly [string, string]>> = {
  file: ["[", "]"],
  folder: ["[", "]"],
  project: ["[[", "]]"],
  package: ["([", "])"],
  version: ["([", "])"],
  builtin: ["(", ")"],
  unresolved: ["{{", "}}"],
  class: ["(", ")"],
  script: ["(", ")"],
  route: ["(", ")"],
  schema: ["(", ")"],
  exec: ["{{", "}}"],
};

const arrows: Readonly<Record<EdgeKind, string>> = {
  imports: "-->",
  references: "-->",
  contains: "-.->",
  declares: "-.->",
  locks: "-.->",
  requires: "-.->",
  provides: "-.->",
  bridges: "==>",
  "defined-in": "-.->",
  mentions: "-.->",
};

function* flowchart({ graph, diagnostics }: Analysis, { collapse }: ReportOptions): Output {
  const drawn = drawing(graph, collapse);
  yield "flowchart LR";
  if (diagnostics.length > 0) yield `  %% ${count(diagnostics.length, "diagnostic")} of what was not fully read`;
  const { edges, length } = size(drawn);
  if (edges > maxEdges || length > maxText) {
    const advice = collapse === undefined ? "; --collapse folder or project draws fewer" : "";
    yield `  %% ${count(edges, "edge")}, ${count(length, "character")}: by default Mermaid draws at most ${maxEdges} edges (maxEdges) and ${maxText} characters (maxTextSize)${advice}`;
  }
  yield* lines(drawn);
}

/** Gone through twice, so that the remark stands first and nothing is held. */
function size(drawn: Drawing): { readonly edges: number; readonly length: number } {
  let edges = 0;
  let length = 0;
  for (const _ of drawn.edges()) edges++;
  for (const line of lines(drawn)) length += line.length + 1;
  return { edges, length };
}

function* lines(drawn: Drawing): Output {
  for (const { number, kind, label, files } of drawn.nodes()) {
    const [open, close] = shapes[kind];
    const text = quoted(files === undefined ? label : `${label} (${count(files, "file")})`);
    yield `  n${number}${open}${text}${close}`;
  }
  for (const { from, to, kind, count: times } of drawn.edges()) {
    yield `  n${from} ${arrows[kind]}|${quoted(times > 1 ? `${kind} ×${times}` : kind)}| n${to}`;
  }
}

/** What would end a text, be read as HTML, as Markdown, or as an entity of Mermaid's own. */
function quoted(text: string): string {
  return `"${printable(text).replaceAll(/["#&<>`\\]/g, (mark) => `#${mark.codePointAt(0)};`)}"`;
}
