/** The graph for people: each node that depends on something, and what on; then what there is in all. */
import type { Analysis } from "../model/analysis.ts";
import type { Edge } from "../model/graph-types.ts";
import { palette } from "./colour.ts";
import { printable } from "./plain-text.ts";
import type { Output, ReportOptions } from "./report.ts";
import { count, diagnosticLines } from "./summary.ts";

export function* graphText({ graph, diagnostics, stats }: Analysis, options: ReportOptions): Output {
  const style = palette(options);
  const kinds = new Map<string, number>();
  for (let node = 0; node < graph.nodeCount; node++) {
    const kind = graph.nodeKind(node);
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    const own = graph.out.edges.subarray(graph.out.offsets[node], graph.out.offsets[node + 1]);
    if (own.length === 0) continue;
    yield style.bold(printable(graph.id(node)));
    for (const at of own) {
      const edge = graph.edgeAt(at);
      yield `  -> ${printable(edge.to)}  ${style.dim(details(edge))}`;
    }
  }
  if (options.quiet) return;
  const edgeKinds = new Map<string, number>();
  for (let edge = 0; edge < graph.edgeCount; edge++) {
    const kind = graph.edgeKind(edge);
    edgeKinds.set(kind, (edgeKinds.get(kind) ?? 0) + 1);
  }
  if (graph.nodeCount > 0) yield "";
  yield* diagnosticLines(diagnostics, options, style);
  yield [
    count(graph.nodeCount, "node") + breakdown(kinds),
    count(graph.edgeCount, "edge") + breakdown(edgeKinds),
    `${(stats.milliseconds.total / 1000).toFixed(2)} s`,
  ].join(style.dim(" · "));
}

/** `imports ./b.js line 1 (type only, inferred)` */
function details(edge: Edge): string {
  const { kind, specifier, range, line, file, confidence, mechanism, declaration } = edge;
  const remarks = [
    ...(edge.typeOnly ? ["type only"] : []),
    ...(edge.dynamic ? ["dynamic"] : []),
    ...(edge.inactive ? ["never runs"] : edge.optional ? ["optional"] : []),
    ...(edge.marker === undefined ? [] : [`if ${printable(edge.marker)}`]),
    ...(edge.scope === undefined || edge.scope === "main" ? [] : [edge.scope]),
    ...(confidence === "exact" ? [] : [confidence]),
    ...(declaration === undefined || declaration.state === "declared" ? [] : [declaration.state]),
  ];
  return [
    kind,
    ...[mechanism, specifier, range].flatMap((text) => (text === undefined ? [] : [printable(text)])),
    ...(line === undefined ? [] : [file === undefined ? `line ${line}` : `${printable(file)}:${line}`]),
    ...(remarks.length === 0 ? [] : [`(${remarks.join(", ")})`]),
  ].join(" ");
}

function breakdown(kinds: ReadonlyMap<string, number>): string {
  if (kinds.size === 0) return "";
  const counted = [...kinds].map(([kind, number]) => `${kind} ${number.toLocaleString("en")}`);
  return ` (${counted.join(", ")})`;
}
