/**
 * Annotations of a GitHub Actions run. GitHub shows ten of each severity for a step and drops the others, so no more than
 * that are written, and the last notice counts them all.
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
import type { Analysis } from "../model/analysis.ts";
import { type Conflict, type Severity, severities } from "../model/conflict.ts";
import { countBySeverity } from "./fold.ts";
import { gather } from "./lines.ts";
import { hostPath } from "./place.ts";
import { printable } from "./plain-text.ts";
import type { Output, Report } from "./report.ts";
import { silencedWords } from "./silenced.ts";
import { count } from "./summary.ts";

export const githubReport: Report = {
  check: (analysis) => gather(annotations(analysis)),
};

const commands: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", info: "notice" };
/** The summary is a notice too. */
const most: Readonly<Record<Severity, number>> = { error: 10, warning: 10, info: 9 };

function* annotations(analysis: Analysis): Output {
  const counts = countBySeverity(analysis.conflicts);
  for (const severity of severities) {
    const own = analysis.conflicts.filter((conflict) => conflict.severity === severity);
    for (const conflict of own.slice(0, most[severity])) yield annotation(conflict, analysis);
  }
  const found = severities
    .filter((severity) => counts[severity] > 0)
    .map((severity) => count(counts[severity], severity) + leftOut(counts[severity], most[severity]));
  const summary = [found.length === 0 ? "no conflicts" : found.join(", "), ...silencedWords(analysis)].join("; ");
  yield `::notice title=depbraid::${escapeData(summary)}`;
}

function leftOut(all: number, shown: number): string {
  return all > shown ? ` (${shown} annotated)` : "";
}

function annotation({ severity, code, file, line, column, message, fix }: Conflict, analysis: Analysis): string {
  const properties = [
    `file=${escapeProperty(hostPath(analysis, file))}`,
    ...(line > 0 ? [`line=${line}`] : []),
    ...(line > 0 && column > 0 ? [`col=${column}`] : []),
    `title=${escapeProperty(code)}`,
  ];
  const mend = fix === undefined ? "" : `\nfix${fix.verified === true ? " (checked)" : ""}: ${fix.message}`;
  return `::${commands[severity]} ${properties.join(",")}::${escapeData(harmless(message + mend))}`;
}

/** The log is a terminal too; line breaks are escaped by GitHub's own rule. */
function harmless(text: string): string {
  return text.replaceAll(/[^\r\n]+/g, printable);
}

/** The rules of GitHub's own toolkit, `escapeData` and `escapeProperty` of its core/command. */
function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
