/** Graphs drawn as text: one edge a line, `bakery -> mill`, with flags in brackets. */
import { GraphBuilder } from "../../src/model/graph-builder.ts";
import type { Graph } from "../../src/model/graph.ts";

/** `a -> b [typeOnly local]`; nodes are files, in order of their first mention. Blank lines and indentation are free. */
export function graphOf(drawing: string): Graph {
  const builder = new GraphBuilder();
  const lines = drawing.split("\n").filter((line) => line.trim() !== "");
  lines.forEach((line, at) => {
    const [, from = "", to = "", flags = ""] = /^\s*(\S+)(?: -> (\S+))?(?: \[(.*)\])?$/.exec(line) ?? [];
    const source = builder.node(`file:${from}`, "file");
    if (to === "") return;
    builder.edge(source, builder.node(`file:${to}`, "file"), "imports", {
      confidence: "exact",
      specifier: to,
      line: at + 1,
      column: 1,
      typeOnly: flags.includes("typeOnly"),
      local: flags.includes("local"),
    });
  });
  return builder.build();
}
