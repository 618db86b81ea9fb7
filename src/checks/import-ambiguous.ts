import type { Finding } from "../model/conflict.ts";
import type { Edge } from "../model/graph-types.ts";
import type { Check } from "./check.ts";
import { pathOf } from "./findings/node-names.ts";
import { tempered } from "./findings/tempered.ts";

export const importAmbiguous: Check = {
  code: "import/ambiguous",
  severity: "warning",
  summary: "A name means either of two files, and at best the order of a path decides which.",
  *run({ graph, projectOf }) {
    // One finding for each project and pair of files, at its first import.
    const groups = new Map<string, Edge[]>();
    for (let at = 0; at < graph.edgeCount; at++) {
      const kind = graph.edgeKind(at);
      if (kind !== "imports" && kind !== "references") continue;
      const rival = graph.rareAttributes(at)?.rival;
      if (rival === undefined) continue;
      const edge = graph.edgeAt(at);
      const pair = [pathOf(edge.to), rival].toSorted().join("\n");
      const key = `${projectOf(pathOf(edge.from))?.id ?? ""}\n${pair}`;
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [edge]);
      else group.push(edge);
    }
    for (const [first, ...others] of groups.values()) {
      if (first !== undefined) yield describe(first, others, projectOf(pathOf(first.from))?.id);
    }
  },
};

const maxEvidence = 5;

function describe(first: Edge, others: readonly Edge[], project: string | undefined): Finding {
  const file = pathOf(first.from);
  const subject = first.specifier ?? pathOf(first.to);
  const [one, other] = [pathOf(first.to), first.rival ?? ""];
  const more = others.length > maxEvidence ? ` (${others.length - maxEvidence} more imports are not listed)` : "";
  const decides = subject.startsWith("package ")
    ? "no module may read it from two"
    : `only the order in which they are looked for decides${more}`;
  return {
    severity: tempered("warning", file, first.confidence),
    message: `"${subject}" is both ${one} and ${other}: ${decides}`,
    file,
    line: first.line ?? 0,
    column: first.column ?? 0,
    subject,
    ...(project === undefined ? {} : { project }),
    evidence: others.slice(0, maxEvidence).map((edge) => ({
      file: pathOf(edge.from),
      line: edge.line ?? 0,
      column: edge.column ?? 0,
      message: "imports it too",
    })),
    fix: { message: `give one of them another package, or depend on one of the two projects alone`, file: one },
  };
}
