/** What each command says of an analysis, and whether it ends well. */
import { affectedBy } from "../model/affected.ts";
import type { Analysis } from "../model/analysis.ts";
import { atLeast } from "../model/conflict.ts";
import type { Graph } from "../model/graph.ts";
import { namedNode } from "../model/named-node.ts";
import { printable } from "../reports/plain-text.ts";
import { findPaths } from "../model/shortest-paths.ts";
import { type Output, type ReportOptions, reports } from "../reports/index.ts";
import type { CliOptions } from "./options.ts";
import { UsageError } from "./usage-error.ts";

export interface Answer {
  readonly output: Output;
  /** Fine, or: a conflict is too bad, there is no path. */
  readonly verdict: "fine" | "failed";
}

/** Ways of one length that are looked for; there may be very many. */
const maxPaths = 20;

/** `changed` are the paths that `affected` asks about. Throws `UsageError`. */
export function answer(
  options: CliOptions,
  analysis: Analysis,
  changed: readonly string[],
  reportOptions: ReportOptions,
): Answer {
  const report = reports[options.format];
  switch (options.command) {
    case "graph":
      return { output: report.graph?.(analysis, reportOptions) ?? [], verdict: "fine" };
    case "why": {
      const [from, to] = options.names.map((name) => nodeOf(analysis.graph, name));
      const found = findPaths(analysis.graph, from ?? "", to ?? "", maxPaths);
      const verdict = found.paths.length === 0 ? "failed" : "fine";
      return { output: report.why?.({ analysis, found }, reportOptions) ?? [], verdict };
    }
    case "affected": {
      const affected = affectedBy(analysis.graph, changed);
      const since = options.change !== undefined && "since" in options.change ? options.change.since : undefined;
      return { output: report.affected?.({ analysis, affected, since }, reportOptions) ?? [], verdict: "fine" };
    }
    default: {
      const verdict = fails(analysis, options) ? "failed" : "fine";
      return { output: report.check?.(analysis, reportOptions) ?? [], verdict };
    }
  }
}

function fails(analysis: Analysis, { failOn }: CliOptions): boolean {
  return failOn !== "never" && analysis.conflicts.some((conflict) => atLeast(conflict.severity, failOn));
}

/** The node that was meant. Throws `UsageError` with what may have been. */
function nodeOf(graph: Graph, typed: string): string {
  const named = namedNode(graph, typed);
  if (named.kind === "found") return named.id;
  if (named.kind === "ambiguous") {
    const [first = "", ...rest] = named.ids.slice(0, 5).map(printable);
    const more = named.ids.length > 5 ? ", ..." : "";
    throw new UsageError(`"${typed}" may be ${first} or ${rest.join(" or ")}${more}: name one of them`);
  }
  const hint = named.near === undefined ? "depbraid graph lists all of them" : `did you mean ${printable(named.near)}?`;
  throw new UsageError(`there is no node called "${typed}" in the graph; ${hint}`);
}
