import type { Conflict } from "../../model/conflict.ts";
import type { SeveritySetting } from "../../model/settings.ts";
import { isNamed } from "../selection.ts";

/** With the severities that people chose: what was milder for a reason of its own is not made worse. */
export function withSeverities(
  conflicts: readonly Conflict[],
  settings: readonly SeveritySetting[],
  usual: (code: string) => Conflict["severity"] | undefined,
): readonly Conflict[] {
  if (settings.length === 0) return conflicts;
  const settled: Conflict[] = [];
  for (const conflict of conflicts) {
    const severity = settings.findLast(({ code }) => isNamed(conflict.code, [code]))?.severity;
    if (severity === "off") continue;
    const isUsual = usual(conflict.code) === conflict.severity;
    settled.push(severity === undefined || !isUsual ? conflict : { ...conflict, severity });
  }
  return settled;
}
