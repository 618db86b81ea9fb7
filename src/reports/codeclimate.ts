/**
 * The part of Code Climate's format that GitLab reads as a code quality report. It has no place for what was not fully
 * read: that is in the other formats.
 * @see https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
 */
import type { Analysis } from "../model/analysis.ts";
import type { Conflict, Severity } from "../model/conflict.ts";
import { gather } from "./lines.ts";
import { hostPath } from "./place.ts";
import type { Output, Report } from "./report.ts";

export const codeclimateReport: Report = {
  check: (analysis) => gather(issues(analysis)),
};

/** GitLab knows info, minor, major, critical and blocker. */
const severityNames: Readonly<Record<Severity, string>> = { error: "major", warning: "minor", info: "info" };

function* issues(analysis: Analysis): Output {
  const { conflicts } = analysis;
  if (conflicts.length === 0) {
    yield "[]";
    return;
  }
  yield "[";
  for (const [at, conflict] of conflicts.entries()) {
    yield `  ${JSON.stringify(issue(conflict, analysis))}${at === conflicts.length - 1 ? "" : ","}`;
  }
  yield "]";
}

function issue({ code, severity, id, message, file, line, fix }: Conflict, analysis: Analysis): object {
  return {
    type: "issue",
    check_name: code,
    description:
      fix === undefined ? message : `${message}; fix${fix.verified === true ? " (checked)" : ""}: ${fix.message}`,
    severity: severityNames[severity],
    fingerprint: id,
    // There is no line 0: what concerns the whole file is shown at its first line.
    location: { path: hostPath(analysis, file), lines: { begin: Math.max(1, line) } },
  };
}
