/**
 * JUnit's XML, for servers that show test results: a suite for each code, a case for each conflict. An error is a failure;
 * what is milder passes and says so in its output. What was not fully read was skipped.
 */
import type { Analysis } from "../model/analysis.ts";
import type { Conflict } from "../model/conflict.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { causeLines } from "./cause-text.ts";
import { gather } from "./lines.ts";
import { placeText } from "./place.ts";
import type { Output, Report } from "./report.ts";
import { xmlAttribute, xmlText } from "./xml.ts";

export const junitReport: Report = {
  check: (analysis) => gather(suites(analysis)),
};

function* suites({ conflicts, diagnostics }: Analysis): Output {
  const byCode = new Map<string, Conflict[]>();
  for (const conflict of conflicts) {
    const known = byCode.get(conflict.code);
    if (known === undefined) byCode.set(conflict.code, [conflict]);
    else known.push(conflict);
  }
  const failures = conflicts.filter(isFailure).length;
  // Servers take a report without any case for a run that broke.
  const tests = Math.max(1, conflicts.length) + diagnostics.length;
  yield '<?xml version="1.0" encoding="UTF-8"?>';
  yield `<testsuites name="depbraid" ${counts(tests, failures, diagnostics.length)}>`;
  if (conflicts.length === 0) {
    yield `  <testsuite name="depbraid" ${counts(1, 0, 0)}>`;
    yield '    <testcase name="no conflicts" classname="depbraid"/>';
    yield "  </testsuite>";
  }
  for (const [code, own] of [...byCode].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    yield `  <testsuite name="${xmlAttribute(code)}" ${counts(own.length, own.filter(isFailure).length, 0)}>`;
    for (const conflict of own) yield* conflictCase(conflict);
    yield "  </testsuite>";
  }
  if (diagnostics.length > 0) {
    yield `  <testsuite name="not fully read" ${counts(diagnostics.length, 0, diagnostics.length)}>`;
    for (const diagnostic of diagnostics) yield* diagnosticCase(diagnostic);
    yield "  </testsuite>";
  }
  yield "</testsuites>";
}

function isFailure({ severity }: Conflict): boolean {
  return severity === "error";
}

function counts(tests: number, failures: number, skipped: number): string {
  return `tests="${tests}" failures="${failures}" errors="0" skipped="${skipped}"`;
}

function* conflictCase(conflict: Conflict): Output {
  const { code, severity, file, line, column, message, subject } = conflict;
  const place = placeText(file, line, column);
  yield openCase(`${place} ${subject}`, code, { file, line });
  if (isFailure(conflict)) {
    yield `      <failure type="${xmlAttribute(code)}" message="${xmlAttribute(message)}">${xmlText(details(conflict))}</failure>`;
  } else {
    yield `      <system-out>${xmlText(`${severity}: ${message}\n${details(conflict)}`)}</system-out>`;
  }
  yield "    </testcase>";
}

function* diagnosticCase({ code, file, line, column, message }: Diagnostic): Output {
  yield openCase(`${placeText(file, line, column)} ${code}`, "not fully read", { file, line });
  yield `      <skipped message="${xmlAttribute(message)}"/>`;
  yield "    </testcase>";
}

function openCase(name: string, className: string, { file, line }: { file: string; line: number }): string {
  const at = `file="${xmlAttribute(file)}"${line > 0 ? ` line="${line}"` : ""}`;
  return `    <testcase name="${xmlAttribute(name)}" classname="${xmlAttribute(className)}" ${at}>`;
}

/** The place, the causes or the evidence, and the way out, a line each. */
function details(conflict: Conflict): string {
  const { file, line, column, evidence, causes, fix } = conflict;
  const reasons =
    causes === undefined
      ? evidence.map((each) => `${placeText(each.file, each.line, each.column)} ${each.message}`)
      : [...causeLines(causes, conflict)].map(({ depth, place, text }) => `${"  ".repeat(depth)}${place} ${text}`);
  return [
    placeText(file, line, column),
    ...reasons,
    ...(fix === undefined ? [] : [`fix${fix.verified === true ? " (checked)" : ""}: ${fix.message}`]),
  ].join("\n");
}
