import type { Conflict } from "../../model/conflict.ts";
import type { Graph } from "../../model/graph.ts";

/** Conflicts in files that a program wrote are nobody's to mend there: they are told, and fail nothing. */
export function mildInGeneratedFiles(conflicts: readonly Conflict[], graph: Graph): readonly Conflict[] {
  return conflicts.map((conflict) => {
    const node = conflict.severity === "info" ? undefined : graph.node(`file:${conflict.file}`);
    return node?.generated === undefined ? conflict : { ...conflict, severity: "info" };
  });
}
