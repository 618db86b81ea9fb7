import type { Finding } from "../model/conflict.ts";
import type { Edge } from "../model/graph-types.ts";
import type { Evidence } from "../model/location.ts";
import { purlName } from "../model/purl.ts";
import type { Check } from "./check.ts";
import { pathOf } from "./findings/node-names.ts";
import { tempered } from "./findings/tempered.ts";

export const importShadowed: Check = {
  code: "import/shadowed",
  severity: "warning",
  summary: "A module of the repository hides one that its importers would have without it.",
  *run({ graph, projectOf }) {
    // One finding for each hiding file and hidden module, however many import it.
    const groups = new Map<string, { readonly hiding: string; readonly hidden: string; readonly edges: Edge[] }>();
    for (let at = 0; at < graph.edgeCount; at++) {
      const { shadows, shadowedBy } = graph.rareAttributes(at) ?? {};
      if (shadows === undefined && shadowedBy === undefined) continue;
      const edge = graph.edgeAt(at);
      const { from, to } = edge;
      const [hiding, hidden] = shadowedBy === undefined ? [pathOf(to), shadows ?? ""] : [shadowedBy, to];
      // What a file does to itself happens where it is imported.
      if (pathOf(from) === hiding) continue;
      const key = `${hiding}\n${hidden}`;
      const group = groups.get(key);
      if (group === undefined) groups.set(key, { hiding, hidden, edges: [edge] });
      else group.edges.push(edge);
    }
    for (const { hiding, hidden, edges } of groups.values()) {
      const [first, ...others] = edges;
      if (first === undefined) continue;
      const file = pathOf(first.from);
      yield describe({ hiding, hidden, first, others, project: projectOf(file)?.id });
    }
  },
};

const maxEvidence = 5;

interface Hiding {
  readonly hiding: string;
  readonly hidden: string;
  readonly first: Edge;
  readonly others: readonly Edge[];
  readonly project: string | undefined;
}

function describe({ hiding, hidden, first, others, project }: Hiding): Finding {
  const file = pathOf(first.from);
  const subject = first.specifier ?? hidden;
  const when = first.shadowedBy === undefined ? "means" : "means, where the program is started beside it,";
  const more = others.length > maxEvidence ? ` (${others.length - maxEvidence} more places are not listed)` : "";
  const evidence = others.slice(0, maxEvidence).map((edge): Evidence => ({
    file: pathOf(edge.from),
    line: edge.line ?? 0,
    column: edge.column ?? 0,
    message: "imports it too",
  }));
  return {
    severity: tempered("warning", file, first.confidence),
    message: `"${subject}" ${when} ${hiding} here, which hides ${nameOf(hidden)}${more}`,
    file,
    line: first.line ?? 0,
    column: first.column ?? 0,
    subject,
    ...(project === undefined ? {} : { project }),
    evidence,
    fix: { message: `give ${hiding} another name`, file: hiding },
  };
}

/** `random of the standard library`, `the package requests`. */
function nameOf(id: string): string {
  if (id.startsWith("builtin:")) return `${id.slice(id.indexOf("/") + 1)} of the standard library`;
  return id.startsWith("pkg:") ? `the package ${purlName(id)}` : pathOf(id);
}
