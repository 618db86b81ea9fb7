/** A comment on a pull request: how many there are, the worst in a table, the rest folded away. */
import type { Analysis } from "../model/analysis.ts";
import { type Conflict, severities } from "../model/conflict.ts";
import { causeLines } from "./cause-text.ts";
import { countBySeverity, type Fold, fold } from "./fold.ts";
import { gather } from "./lines.ts";
import { codeSpan, markdownText } from "./markdown-text.ts";
import { placeText } from "./place.ts";
import type { Output, Report } from "./report.ts";
import { silencedWords } from "./silenced.ts";
import { count } from "./summary.ts";

export const markdownReport: Report = {
  check: (analysis) => gather(comment(analysis)),
};

/** Rows that are open to sight: errors, or warnings where there is no error. */
const maxOpen = 20;
/** Hosts refuse comments over 65,536 characters. */
const maxLength = 60_000;
const maxMessage = 600;
const maxReasons = 8;

function* comment(analysis: Analysis): Output {
  const { conflicts, stats } = analysis;
  const counts = countBySeverity(conflicts);
  const worst = severities.find((severity) => counts[severity] > 0);
  yield `## depbraid: ${severityCounts(counts)}`;
  yield "";
  const folds = fold(conflicts);
  const first = folds.filter(({ first: { severity } }) => severity === worst && severity !== "info").slice(0, maxOpen);
  const room = { left: maxLength };
  const open = rows(first, room);
  if (open.length > 0) yield* table(open);
  const closed = folds.slice(first.length);
  // Conflicts are sorted worst first, so the open ones are the first.
  if (closed.length > 0) {
    const shown = rows(closed, room);
    yield "<details>";
    yield `<summary>${severityCounts(countBySeverity(closed.flatMap(({ first, more }) => [first, ...more])))}${open.length > 0 ? " more" : ""}</summary>`;
    yield "";
    yield* table(shown);
    if (shown.length < closed.length) {
      yield `... and ${(closed.length - shown.length).toLocaleString("en")} more: this comment would be too long.`;
      yield "";
    }
    yield "</details>";
    yield "";
  }
  const files = Object.values(stats.files).reduce((sum, each) => sum + each, 0);
  const read = `${count(files, "source file")} and ${count(stats.manifests, "manifest")} read`;
  yield `${[read, ...silencedWords(analysis)].join("; ")}.`;
}

function severityCounts(counts: ReturnType<typeof countBySeverity>): string {
  const words = severities
    .filter((severity) => counts[severity] > 0)
    .map((severity) => count(counts[severity], severity));
  return words.length === 0 ? "no conflicts" : words.join(", ");
}

function* table(lines: readonly string[]): Output {
  yield "| | where | what |";
  yield "| --- | --- | --- |";
  yield* lines;
  yield "";
}

/** As many rows as there is room for, in characters. */
function rows(folds: readonly Fold[], room: { left: number }): readonly string[] {
  const made: string[] = [];
  for (const each of folds) {
    const text = row(each);
    if (text.length > room.left) break;
    room.left -= text.length + 1;
    made.push(text);
  }
  return made;
}

function row({ first, more }: Fold): string {
  const { severity, file, line, column, message, code, fix } = first;
  const others = more.length === 0 ? "" : `<br>and in ${count(more.length, "more place")}`;
  const words = fix?.verified === true ? "fix (checked)" : "fix";
  const mend = fix === undefined ? "" : `<br>**${words}:** ${markdownText(short(fix.message))}`;
  const where = codeSpan(placeText(file, line, column));
  return `| ${severity} | ${where}${others} | ${markdownText(short(message))} (${codeSpan(code)})${reasons(first)}${mend} |`;
}

/** The tree of causes, a line each, the first few of them. */
function reasons({ causes = [], ...own }: Conflict): string {
  const lines = [...causeLines(causes, own)];
  const shown = lines.slice(0, maxReasons).map(({ depth, place, text }) => {
    const lead = "&nbsp;".repeat(2 * depth);
    return `<br>${lead}${place === "" ? "" : `${codeSpan(place)} `}${markdownText(short(text))}`;
  });
  const left = lines.length - shown.length;
  return shown.join("") + (left > 0 ? `<br>... and ${count(left, "more line")}` : "");
}

function short(text: string): string {
  return text.length <= maxMessage ? text : `${text.slice(0, maxMessage)}…`;
}
