import type { Analysis } from "../model/analysis.ts";
import { count } from "./summary.ts";

/** What is not among the conflicts, and why, for formats that count them in a line: `3 ignored, with a reason`. */
export function silencedWords({ stats, baseline, diagnostics }: Analysis): readonly string[] {
  return [
    ...(stats.ignored === 0 ? [] : [`${stats.ignored.toLocaleString("en")} ignored, with a reason`]),
    ...(baseline === undefined
      ? []
      : [
          `${baseline.silenced.toLocaleString("en")} known to the baseline`,
          ...(baseline.gone === 0 ? [] : [`${baseline.gone.toLocaleString("en")} of it gone`]),
        ]),
    ...(diagnostics.length === 0 ? [] : [`${count(diagnostics.length, "diagnostic")} of what was not fully read`]),
  ];
}
