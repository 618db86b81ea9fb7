import type { Finding } from "../model/conflict.ts";
import type { Edge } from "../model/graph-types.ts";
import type { Check } from "./check.ts";
import { nearbyFiles, type NearbyFiles } from "./findings/nearby-files.ts";
import { lookedFor, pathOf } from "./findings/node-names.ts";
import { tempered } from "./findings/tempered.ts";
import { unresolvedTargets } from "./findings/unresolved-targets.ts";

export const importUnresolved: Check = {
  code: "import/unresolved",
  severity: "error",
  summary: "An import can only mean something of this repository, and it is not there.",
  *run({ graph, projectOf }) {
    const nearby = nearbyFiles(graph);
    for (const { edges, caseOf } of unresolvedTargets(graph, (kind) => kind === "imports" || kind === "references")) {
      // import/case says it.
      if (caseOf !== undefined) continue;
      // A guarded import is expected to fail somewhere.
      const first = edges.find((edge) => edge.optional !== true);
      if (first === undefined) continue;
      yield describe(first, projectOf(pathOf(first.from))?.id, nearby);
    }
  },
};

function describe(edge: Edge, project: string | undefined, nearby: NearbyFiles): Finding {
  const file = pathOf(edge.from);
  const target = lookedFor(edge.to);
  const specifier = edge.specifier ?? target;
  const close = nearby(target);
  const place = target === specifier ? "" : ` (${target})`;
  return {
    severity: tempered("error", file, edge.confidence),
    message:
      `"${specifier}"${place} is not in this repository, and it can be nowhere else` +
      (close === undefined ? "" : `; there is ${close}`),
    file,
    line: edge.line ?? 0,
    column: edge.column ?? 0,
    subject: specifier,
    ...(project === undefined ? {} : { project }),
    evidence: [],
    fix: {
      message: close === undefined ? "correct the import, or add what it names" : `import ${close}, if that is meant`,
      file,
    },
  };
}
