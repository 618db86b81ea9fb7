import type { Finding } from "../model/conflict.ts";
import type { Edge } from "../model/graph-types.ts";
import type { Check } from "./check.ts";
import { nearbyFiles, type NearbyFiles } from "./findings/nearby-files.ts";
import { lookedFor, pathOf } from "./findings/node-names.ts";
import { tempered } from "./findings/tempered.ts";
import { unresolvedTargets } from "./findings/unresolved-targets.ts";

export const bridgeBroken: Check = {
  code: "bridge/broken",
  severity: "error",
  summary: "One language's code reaches for a script, class or module of this repository that is not there.",
  *run({ graph, projectOf }) {
    const nearby = nearbyFiles(graph);
    for (const { edges } of unresolvedTargets(graph, (kind) => kind === "bridges")) {
      const first = edges.find((edge) => edge.optional !== true);
      if (first === undefined) continue;
      yield describe(first, projectOf(pathOf(first.from))?.id, nearby);
    }
  },
};

function describe(edge: Edge, project: string | undefined, nearby: NearbyFiles): Finding {
  const file = edge.file ?? pathOf(edge.from);
  const target = lookedFor(edge.to);
  const close = nearby(target);
  const means = edge.specifier ?? edge.mechanism;
  return {
    severity: tempered("error", file, edge.confidence),
    message:
      `${means === undefined ? "this" : `"${means}"`} is to run ${target}, which is not in this repository` +
      (close === undefined ? "" : `; there is ${close}`),
    file,
    line: edge.line ?? 0,
    column: edge.column ?? 0,
    subject: target,
    ...(project === undefined ? {} : { project }),
    evidence: [],
    fix: {
      message: close === undefined ? `correct the name, or add ${target}` : `name ${close}, if that is meant`,
      file,
    },
  };
}
