/** For people: conflicts by project with the code at fault, why it matters, and a way out. */
import type { Analysis } from "../model/analysis.ts";
import { type Conflict, severities } from "../model/conflict.ts";
import type { Evidence } from "../model/location.ts";
import type { RangeChart } from "../model/range-chart.ts";
import { affectedText } from "./affected.ts";
import { causeLines, chartLines } from "./cause-text.ts";
import { codeFrame } from "./code-frame.ts";
import { type Palette, palette, plain, type Style } from "./colour.ts";
import { countBySeverity, type Fold, type Group, groupByProject } from "./fold.ts";
import { gather } from "./lines.ts";
import { columns, printable, wrap } from "./plain-text.ts";
import type { Output, Report, ReportOptions } from "./report.ts";
import { count, diagnosticLines, severityStyle, summary } from "./summary.ts";
import { graphText } from "./text-graph.ts";
import { whyText } from "./why.ts";

export const textReport: Report = {
  check: (analysis, options) => gather(checkText(analysis, options)),
  graph: (analysis, options) => gather(graphText(analysis, options)),
  why: (why, options) => gather(whyText(why, options)),
  affected: (run, options) => gather(affectedText(run, options)),
};

const marks = { error: "✖", warning: "▲", info: "●" } as const;
const indent = "  ";
const margin = indent + indent;
const maxEvidence = 5;
const maxPlaces = 3;
/** Lines of causes of one conflict. */
const maxReasons = 10;
/** Of one code in one project; the rest is counted. */
const maxOfKind = 10;

/** No more than is known. */
function praise({ conflicts, diagnostics, baseline, since }: Analysis): string {
  if (conflicts.length > 0) return "✔ Nothing to worry about.";
  if ((baseline?.silenced ?? 0) + (since?.silenced ?? 0) > 0) return "✔ Nothing new.";
  return diagnostics.length > 0 ? "✔ No conflict in what could be read." : "✔ Everything holds together.";
}

function* checkText(analysis: Analysis, options: ReportOptions): Output {
  const style = palette(options);
  const shown = options.verbose ? analysis.conflicts : analysis.conflicts.filter(({ severity }) => severity !== "info");
  for (const group of groupByProject(shown)) yield* groupText(group, analysis, options, style);
  if (options.quiet) return;
  if (Object.values(analysis.stats.files).every((files) => files === 0)) {
    yield `No source files were found in ${printable(analysis.root)}.`;
  } else if (shown.length === 0) {
    yield style.green(praise(analysis));
  }
  yield* diagnosticLines(analysis.diagnostics, options, style);
  yield* summary(analysis, options, style);
  if (shown.length > 0) yield style.dim("depbraid explain CODE tells why a conflict breaks things and how to mend it.");
}

function* groupText({ project, folds }: Group, analysis: Analysis, options: ReportOptions, style: Palette): Output {
  const name = project === undefined ? "outside any project" : printable(project);
  yield `${style.bold(name)}  ${counted(
    folds.flatMap(({ first, more }) => [first, ...more]),
    style,
  )}`;
  yield "";
  const ofKind = new Map<string, number>();
  for (const fold of folds) {
    const { code } = fold.first;
    const before = ofKind.get(code) ?? 0;
    ofKind.set(code, before + 1);
    if (!options.verbose && before >= maxOfKind) continue;
    yield* foldText(fold, analysis, options, style);
    yield "";
  }
  if (options.verbose) return;
  const left = [...ofKind].filter(([, found]) => found > maxOfKind);
  for (const [code, found] of left) {
    yield `${indent}${style.dim(`... and ${(found - maxOfKind).toLocaleString("en")} more of ${code}: --verbose shows all`)}`;
  }
  if (left.length > 0) yield "";
}

function* foldText({ first, more }: Fold, analysis: Analysis, options: ReportOptions, style: Palette): Output {
  const { severity, code, message, file, line, column, evidence, causes, chart, fix } = first;
  const paint = severityStyle(severity, style);
  const mark = `${marks[severity]} ${severity}  `;
  yield* paragraph({ text: mark, style: paint }, { text: printable(message), style: style.bold }, options.width);
  yield `${margin}${style.cyan(place(file, line, column))}  ${style.dim(code)}`;
  const frame = codeFrame((at) => analysis.line(file, at), { line, column }, options.width - 6, style);
  for (const row of frame) yield `${margin}${indent}${row}`;
  yield* chart === undefined ? [] : chartText(chart, options, style);
  yield* causes === undefined ? evidenceText(evidence, style) : causesText(first, options, style);
  if (more.length > 0) yield* otherPlaces(more, options, style);
  if (fix === undefined) return;
  yield* paragraph(
    { text: `${indent}${fix.verified === true ? "fix (checked)" : "fix"}: `, style: style.green },
    { text: printable(fix.message), style: plain },
    options.width,
  );
}

function* evidenceText(evidence: readonly Evidence[], style: Palette): Output {
  for (const { file, line, column = 0, message } of evidence.slice(0, maxEvidence)) {
    yield `${margin}${style.cyan(place(file, line, column))}  ${printable(message)}`;
  }
  const uncounted = evidence.length - maxEvidence;
  if (uncounted > 0) yield `${margin}${style.dim(`... and ${uncounted.toLocaleString("en")} more`)}`;
}

function* causesText({ causes = [], ...own }: Conflict, { verbose }: ReportOptions, style: Palette): Output {
  const lines = [...causeLines(causes, own)];
  const shown = verbose ? lines : lines.slice(0, maxReasons);
  for (const { depth, place: at, text } of shown) {
    const lead = `${margin}${indent.repeat(depth)}`;
    yield at === "" ? `${lead}${style.dim(text)}` : `${lead}${style.cyan(printable(at))}  ${printable(text)}`;
  }
  const left = lines.length - shown.length;
  if (left > 0) yield `${margin}${style.dim(`... and ${count(left, "more line")}: --verbose shows all`)}`;
}

function* chartText(chart: RangeChart, { width }: ReportOptions, style: Palette): Output {
  for (const line of chartLines(chart, width - margin.length)) yield `${margin}${style.dim(printable(line))}`;
}

function* otherPlaces(more: readonly Conflict[], options: ReportOptions, style: Palette): Output {
  const listed = options.verbose ? more : more.slice(0, maxPlaces);
  for (const [at, { file, line, column }] of listed.entries()) {
    yield `${margin}${at === 0 ? "also in " : "        "}${style.cyan(place(file, line, column))}`;
  }
  const left = more.length - listed.length;
  if (left > 0) yield `${margin}        ${style.dim(`and ${count(left, "more file")}`)}`;
}

/** `2 errors, 1 warning` */
function counted(conflicts: readonly Conflict[], style: Palette): string {
  const counts = countBySeverity(conflicts);
  const words = severities.filter((severity) => counts[severity] > 0);
  return words.map((severity) => severityStyle(severity, style)(count(counts[severity], severity))).join(", ");
}

/** `web/src/app.ts:3:8`: terminals and editors make it a link. */
function place(file: string, line: number, column: number): string {
  return printable(file) + (line > 0 ? `:${line}${column > 0 ? `:${column}` : ""}` : "");
}

interface Styled {
  readonly text: string;
  readonly style: Style;
}

/** Wrapped text behind a lead that stands alone in its columns. */
function* paragraph(lead: Styled, body: Styled, width: number): Output {
  const hang = columns(indent + lead.text);
  for (const [at, line] of wrap(body.text, Math.max(30, width - hang)).entries()) {
    yield (at === 0 ? indent + lead.style(lead.text) : " ".repeat(hang)) + body.style(line);
  }
}
