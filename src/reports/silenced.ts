import type { Analysis } from "../model/analysis.ts";
import { count } from "./summary.ts";

/** What is not among the conflicts, and why, for formats that count them in a line: `3 ignored, with a reason`. */
export function silencedWords({ stats, baseline, since, diagnostics }: Analysis): readonly string[] {
  return [
    ...(stats.ignored === 0 ? [] : [`${stats.ignored.toLocaleString("en")} ignored, with a reason`]),
    ...(baseline === undefined
      ? []
      : [
          `${baseline.silenced.toLocaleString("en")} known to the baseline`,
          ...(baseline.gone === 0 ? [] : [`${baseline.gone.toLocaleString("en")} of it gone`]),
        ]),
    ...(since === undefined
      ? []
      : [
          `${since.silenced.toLocaleString("en")} there already where HEAD left ${since.revision}`,
          ...(since.gone === 0 ? [] : [`${since.gone.toLocaleString("en")} gone since then`]),
        ]),
    ...(diagnostics.length === 0 ? [] : [`${count(diagnostics.length, "diagnostic")} of what was not fully read`]),
  ];
}
