import type { ChangeAnalysis } from "../analyze-change.ts";
import type { Analysis } from "../model/analysis.ts";

/** The directory as it is, and what the change introduced that `--since` asks about. */
export type Analysed = Pick<ChangeAnalysis, "now"> | (ChangeAnalysis & { readonly since: string });

/** Of conflicts that are to be reported only those that the change introduced. */
export function withoutEarlier(analysis: Analysis, found: Analysed): Analysis {
  if (!("since" in found)) return analysis;
  const introduced = new Set(found.introduced);
  const conflicts = analysis.conflicts.filter((conflict) => introduced.has(conflict));
  const silenced = analysis.conflicts.length - conflicts.length;
  const { since: revision, commit, gone } = found;
  return { ...analysis, conflicts, since: { revision, commit, silenced, gone: gone.length } };
}
