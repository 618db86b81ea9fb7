/** GraphML, for yEd, Gephi, networkx and igraph. @see http://graphml.graphdrawing.org/primer/graphml-primer.html */
import type { Analysis } from "../model/analysis.ts";
import type { Edge } from "../model/graph-types.ts";
import type { Graph } from "../model/graph.ts";
import { type DrawnNode, drawing } from "./drawing.ts";
import { gather } from "./lines.ts";
import type { Output, Report, ReportOptions } from "./report.ts";
import { count } from "./summary.ts";
import { xmlText } from "./xml.ts";

export const graphmlReport: Report = {
  graph: (analysis, options) => gather(document(analysis, options)),
};

const nodeKeys = ["id", "kind", "label", "language", "scope", "version", "unit"] as const;
const edgeTexts = ["specifier", "file", "range", "mechanism", "marker", "group", "scope", "confidence"] as const;
const edgeNumbers = ["line", "column"] as const;
const edgeFlags = ["typeOnly", "dynamic", "optional", "local", "inactive"] as const;

function* document({ graph, diagnostics }: Analysis, { collapse }: ReportOptions): Output {
  const drawn = drawing(graph, collapse);
  yield '<?xml version="1.0" encoding="UTF-8"?>';
  if (diagnostics.length > 0) yield `<!-- ${count(diagnostics.length, "diagnostic")} of what was not fully read -->`;
  yield '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">';
  yield* nodeKeys.map((name) => key("node", name, "string"));
  if (collapse !== undefined) yield key("node", "files", "int");
  yield key("edge", "kind", "string");
  if (collapse !== undefined) yield key("edge", "count", "int");
  else {
    yield* edgeTexts.map((name) => key("edge", name, "string"));
    yield* edgeNumbers.map((name) => key("edge", name, "int"));
    yield* edgeFlags.map((name) => key("edge", name, "boolean"));
  }
  yield '  <graph id="depbraid" edgedefault="directed">';
  for (const node of drawn.nodes()) yield nodeText(node);
  if (collapse === undefined) yield* wholeEdges(graph);
  else {
    for (const { from, to, kind, count: times } of drawn.edges()) {
      yield edgeText(from, to, data("edge", "kind", kind) + data("edge", "count", times));
    }
  }
  yield "  </graph>";
  yield "</graphml>";
}

/** Each edge with its place: what pictures draw as one. */
function* wholeEdges(graph: Graph): Output {
  for (let at = 0; at < graph.edgeCount; at++) {
    yield edgeText(graph.from(at), graph.to(at), edgeData(graph.edgeAt(at)));
  }
}

type Value = string | number | boolean | undefined;

function key(element: "node" | "edge", name: string, type: "string" | "int" | "boolean"): string {
  return `  <key id="${element}-${name}" for="${element}" attr.name="${name}" attr.type="${type}"/>`;
}

function data(element: "node" | "edge", name: string, value: Value): string {
  return value === undefined ? "" : `<data key="${element}-${name}">${xmlText(String(value))}</data>`;
}

/** Ids must be name tokens of XML, which purls and paths are not: a number names the node, its id is data. */
function nodeText({ number, id, kind, label, files, attributes }: DrawnNode): string {
  const { language, scope, version, unit } = attributes;
  const values: Readonly<Record<(typeof nodeKeys)[number], Value>> = {
    id,
    kind,
    label,
    language,
    scope,
    version,
    unit,
  };
  const all = nodeKeys.map((name) => data("node", name, values[name])).join("");
  return `    <node id="n${number}">${all}${data("node", "files", files)}</node>`;
}

function edgeText(from: number, to: number, all: string): string {
  return `    <edge source="n${from}" target="n${to}">${all}</edge>`;
}

function edgeData(edge: Edge): string {
  let text = data("edge", "kind", edge.kind);
  for (const name of edgeTexts) text += data("edge", name, edge[name]);
  for (const name of edgeNumbers) text += data("edge", name, edge[name]);
  for (const name of edgeFlags) text += data("edge", name, edge[name]);
  return text;
}
