import type { Finding } from "../model/conflict.ts";
import type { Check } from "./check.ts";
import { pathOf } from "./findings/node-names.ts";
import { tempered } from "./findings/tempered.ts";
import { unresolvedTargets } from "./findings/unresolved-targets.ts";

export const importCase: Check = {
  code: "import/case",
  severity: "error",
  summary: "An import names a file by another case than its own.",
  *run({ graph, projectOf }) {
    for (const { edges, caseOf } of unresolvedTargets(graph, (kind) => kind === "imports" || kind === "references")) {
      const edge = edges.find((each) => each.optional !== true);
      if (edge === undefined || caseOf === undefined) continue;
      const file = pathOf(edge.from);
      const subject = edge.specifier ?? caseOf;
      const project = projectOf(file)?.id;
      const finding: Finding = {
        severity: tempered("error", file, edge.confidence),
        message: `"${subject}" is here only as ${caseOf}: it is found where case is ignored, and nowhere else`,
        file,
        line: edge.line ?? 0,
        column: edge.column ?? 0,
        subject,
        ...(project === undefined ? {} : { project }),
        evidence: [],
        fix: { message: `write it as ${caseOf} is written`, file },
      };
      yield finding;
    }
  },
};
