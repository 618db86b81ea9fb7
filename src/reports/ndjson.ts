/** The objects of the JSON report, one a line, each with its `type`: for graphs too large for one string. */
import { affectedNdjson } from "./affected.ts";
import { edgeTexts, nodeTexts } from "./graph-texts.ts";
import { checkSchema, graphSchema } from "./json.ts";
import { gather } from "./lines.ts";
import type { Output, Report } from "./report.ts";

export const ndjsonReport: Report = {
  check: ({ root, conflicts, diagnostics, baseline, since, stats }, { tool }) =>
    gather(
      (function* lines(): Output {
        yield line("run", { schema: checkSchema, root, tool: { name: tool.name, version: tool.version } });
        for (const conflict of conflicts) yield line("conflict", conflict);
        for (const diagnostic of diagnostics) yield line("diagnostic", diagnostic);
        if (baseline !== undefined) yield line("baseline", baseline);
        if (since !== undefined) yield line("since", since);
        yield line("stats", stats);
      })(),
    ),
  graph: ({ root, graph, diagnostics }, { tool }) =>
    gather(
      (function* lines(): Output {
        yield line("run", { schema: graphSchema, root, tool: { name: tool.name, version: tool.version } });
        for (const node of nodeTexts(graph)) yield `{"type":"node",${node}}`;
        for (const edge of edgeTexts(graph)) yield `{"type":"edge",${edge}}`;
        for (const diagnostic of diagnostics) yield line("diagnostic", diagnostic);
      })(),
    ),
  affected: (run, options) => gather(affectedNdjson(run, options)),
};

function line(type: string, value: object): string {
  return JSON.stringify({ type, ...value });
}
