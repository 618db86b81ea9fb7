import type { Analysis } from "../model/analysis.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { type Severity, severities } from "../model/conflict.ts";
import type { Palette, Style } from "./colour.ts";
import { countBySeverity } from "./fold.ts";
import type { ReportOptions } from "./report.ts";
import { printable } from "./plain-text.ts";

/** `1,234 files` */
export function count(number: number, noun: string): string {
  return `${number.toLocaleString("en")} ${noun}${number === 1 ? "" : "s"}`;
}

export function severityStyle(severity: Severity, style: Palette): Style {
  return { error: style.red, warning: style.yellow, info: style.blue }[severity];
}

/** `3 errors, 12 warnings, 40 infos in 1,234 files (java 200, ...) · 7 diagnostics · 0.41 s` */
export function* summary(analysis: Analysis, options: ReportOptions, style: Palette): Iterable<string> {
  const { conflicts, diagnostics, stats } = analysis;
  const counts = countBySeverity(conflicts);
  const found = severities
    .filter((severity) => counts[severity] > 0)
    .map((severity) => severityStyle(severity, style)(style.bold(count(counts[severity], severity))));
  const languages = Object.entries(stats.files).filter(([, files]) => files > 0);
  const total = languages.reduce((sum, [, files]) => sum + files, 0);
  const byLanguage = languages.map(([language, files]) => `${language} ${files.toLocaleString("en")}`).join(", ");
  yield [
    `${found.length === 0 ? style.green(style.bold("no conflicts")) : found.join(", ")} in ${count(total, "file")}` +
      (languages.length > 1 ? ` (${byLanguage})` : ""),
    ...(diagnostics.length === 0 ? [] : [count(diagnostics.length, "diagnostic")]),
    `${(stats.milliseconds.total / 1000).toFixed(2)} s`,
  ].join(style.dim(" · "));
  const { ignored } = stats;
  if (ignored > 0) yield style.dim(`${count(ignored, "conflict")} ignored, with a reason.`);
  const { baseline, since } = analysis;
  if (baseline !== undefined) {
    const gone =
      baseline.gone === 0
        ? ""
        : `, and ${count(baseline.gone, "other")} of it ${baseline.gone === 1 ? "is" : "are"} gone: --update-baseline forgets them`;
    yield style.dim(`${count(baseline.silenced, "conflict")} of ${printable(baseline.file)} not shown${gone}.`);
  }
  if (since !== undefined) {
    const [revision, id] = [printable(since.revision), since.commit.slice(0, 12)];
    const gone =
      since.gone === 0 ? "" : `, and ${count(since.gone, "other")} of then ${since.gone === 1 ? "is" : "are"} gone`;
    yield style.dim(
      `${count(since.silenced, "conflict")} not shown: there already where HEAD left ${revision} (${id})${gone}.`,
    );
  }
  const hidden = options.verbose ? 0 : counts.info;
  if (hidden > 0)
    yield style.dim(`${count(hidden, "info")} not shown: --verbose shows ${hidden === 1 ? "it" : "them"}.`);
}

/** What was not fully read: counted by code, and listed when that was asked for. */
export function* diagnosticLines(
  diagnostics: readonly Diagnostic[],
  { verbose }: ReportOptions,
  style: Palette,
): Iterable<string> {
  const [settings, others] = [diagnostics.filter(isOfSettings), diagnostics.filter((each) => !isOfSettings(each))];
  if (settings.length > 0) {
    yield style.bold("Settings to look at:");
    for (const each of settings) yield diagnosticLine(each, style);
  }
  yield* unreadLines(others, { verbose }, style);
}

function isOfSettings({ code }: Diagnostic): boolean {
  return code === "settings";
}

function* unreadLines(
  diagnostics: readonly Diagnostic[],
  { verbose }: Pick<ReportOptions, "verbose">,
  style: Palette,
): Iterable<string> {
  if (diagnostics.length === 0) return;
  const byCode = new Map<string, number>();
  for (const { code } of diagnostics) byCode.set(code, (byCode.get(code) ?? 0) + 1);
  const counted = [...byCode].map(([code, number]) => `${number.toLocaleString("en")} ${code}`).join(", ");
  yield `${style.bold("Not fully read:")} ${counted}${verbose || diagnostics.length <= 3 ? "" : style.dim(" (--verbose lists them)")}`;
  if (!verbose && diagnostics.length > 3) return;
  for (const each of diagnostics) yield diagnosticLine(each, style);
}

function diagnosticLine({ code, file, line, column, message }: Diagnostic, style: Palette): string {
  const place = line > 0 ? `:${line}${column > 0 ? `:${column}` : ""}` : "";
  return `  ${style.cyan(printable(file) + place)}  ${style.dim(code)}  ${printable(message)}`;
}
