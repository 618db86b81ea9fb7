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
  const { since: revision, commit, gone, before } = found;
  const stats = { ...analysis.stats, milliseconds: bothTimes(analysis, before) };
  return { ...analysis, conflicts, stats, since: { revision, commit, silenced, gone: gone.length } };
}

/** Both were waited for. */
function bothTimes({ stats: { milliseconds: a } }: Analysis, { stats: { milliseconds: b } }: Analysis): Times {
  const sum = (phase: keyof Times): number => Math.round((a[phase] + b[phase]) * 1000) / 1000;
  return { walk: sum("walk"), scan: sum("scan"), link: sum("link"), check: sum("check"), total: sum("total") };
}

type Times = Analysis["stats"]["milliseconds"];
