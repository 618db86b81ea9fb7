/**
 * SARIF 2.1.0: one run, a rule for each kind of conflict with its page as help, one result a line.
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/sarif-v2.1.0-errata01-os-complete.html
 */
import type { Analysis } from "../model/analysis.ts";
import type { Cause } from "../model/cause.ts";
import type { Conflict, Severity } from "../model/conflict.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Evidence } from "../model/location.ts";
import { gather } from "./lines.ts";
import type { Output, Report, ReportOptions, Rule } from "./report.ts";

export const sarifReport: Report = {
  check: (analysis, options) => gather(log(analysis, options)),
};

const schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
const sourceRoot = "%SRCROOT%";
const levels: Readonly<Record<Severity, "error" | "warning" | "note">> = {
  error: "error",
  warning: "warning",
  info: "note",
};

function* log(analysis: Analysis, { tool, rules }: ReportOptions): Output {
  const listed = allRules(rules(), analysis.conflicts);
  const indexes = new Map(listed.map(({ code }, at) => [code, at]));
  yield "{";
  yield `  "$schema": ${JSON.stringify(schema)},`;
  yield '  "version": "2.1.0",';
  yield '  "runs": [{';
  yield '    "tool": { "driver": {';
  yield `      "name": ${JSON.stringify(tool.name)},`;
  yield `      "version": ${JSON.stringify(tool.version)},`;
  yield* list('      "rules"', listed.map(descriptor), "");
  yield "    } },";
  yield `    "columnKind": "utf16CodeUnits",`;
  yield `    "originalUriBaseIds": ${JSON.stringify({ [sourceRoot]: { description: { text: "The directory that was analysed." } } })},`;
  yield '    "invocations": [{';
  yield '      "executionSuccessful": true,';
  yield* list('      "toolExecutionNotifications"', analysis.diagnostics.map(notification), "");
  yield "    }],";
  yield* list('    "results"', results(analysis.conflicts, indexes), "");
  yield "  }]";
  yield "}";
}

/** `"name": [...]`, one object a line. */
function* list(name: string, objects: Iterable<object>, after: string): Output {
  let previous: string | undefined;
  for (const object of objects) {
    yield previous === undefined ? `${name}: [` : `${previous},`;
    previous = JSON.stringify(object);
  }
  if (previous === undefined) {
    yield `${name}: []${after}`;
    return;
  }
  yield previous;
  yield `]${after}`;
}

/** The known rules, and those that only the findings name: a user's own. */
function allRules(known: readonly Rule[], conflicts: readonly Conflict[]): readonly Rule[] {
  const rules = new Map(known.map((rule) => [rule.code, rule]));
  for (const { code, severity, help } of conflicts) {
    if (!rules.has(code)) rules.set(code, { code, severity, summary: code, page: help });
  }
  return [...rules.values()];
}

function descriptor({ code, severity, summary, page }: Rule): object {
  return {
    id: code,
    shortDescription: messageOf(summary),
    help: { text: prose(page), markdown: prose(page) },
    defaultConfiguration: { level: levels[severity] },
  };
}

/** The page without its examples: a viewer that does not know of doubled braces would spoil their code. */
function prose(page: string): string {
  return braced(
    page
      .replaceAll(/^```[\s\S]*?^```\n?/gm, "")
      .replaceAll(/\n{3,}/g, "\n\n")
      .trim(),
  );
}

function* results(conflicts: readonly Conflict[], indexes: ReadonlyMap<string, number>): Iterable<object> {
  for (const conflict of conflicts) {
    const { code, severity, id, message, fix, evidence, causes = [], subject, project } = conflict;
    const related = evidence.map((each, at) => said(each, { id: at + 1 }));
    const flows = pathsOf(causes).map(codeFlow);
    yield {
      ruleId: code,
      ruleIndex: indexes.get(code) ?? -1,
      level: levels[severity],
      message: messageOf(
        fix === undefined ? message : `${message}\n\nFix${fix.verified === true ? " (checked)" : ""}: ${fix.message}`,
      ),
      locations: [location(conflict)],
      ...(related.length === 0 ? {} : { relatedLocations: related }),
      ...(flows.length === 0 ? {} : { codeFlows: flows }),
      partialFingerprints: { "depbraid/v1": id },
      properties: { subject, ...(project === undefined ? {} : { project }) },
    };
  }
}

/** A place with what is to be said of it. */
function said(each: Evidence, more: object = {}): object {
  return { ...more, ...location(each), message: messageOf(each.message) };
}

/** A path and what it leads to, for viewers that walk through code. */
function codeFlow({ path = [], ...end }: Cause): object {
  const last = path.at(-1);
  const isThere = last?.file === end.file && last.line === end.line && last.column === end.column;
  const locations = [...path, ...(isThere ? [] : [end])].map((each) => ({ location: said(each) }));
  return { message: messageOf(end.message), threadFlows: [{ locations }] };
}

/** Every cause that is come to by a path, wherever it stands in the trees. */
function pathsOf(causes: readonly Cause[]): readonly Cause[] {
  return causes.flatMap((cause) => [
    ...(cause.path === undefined || cause.path.length === 0 ? [] : [cause]),
    ...pathsOf(cause.because ?? []),
  ]);
}

function notification({ code, file, line, column, message }: Diagnostic): object {
  return {
    descriptor: { id: code },
    level: code === "internal" ? "error" : "warning",
    message: messageOf(message),
    locations: [location({ file, line, column })],
  };
}

interface Place {
  readonly file: string;
  readonly line: number;
  readonly column?: number;
}

/** A region has no line 0: without one the whole file is meant. */
function location({ file, line, column = 0 }: Place): object {
  const region = line > 0 ? { region: { startLine: line, ...(column > 0 ? { startColumn: column } : {}) } } : {};
  return { physicalLocation: { artifactLocation: { uri: uriOf(file), uriBaseId: sourceRoot }, ...region } };
}

/** A relative reference (RFC 3986, 4.2): a colon in its first segment would make it a scheme. */
function uriOf(file: string): string {
  return file
    .replaceAll(/\p{Cs}/gu, "\uFFFD")
    .split("/")
    .map(encodeURIComponent)
    .join("/");
}

function messageOf(text: string): { readonly text: string } {
  return { text: braced(text) };
}

/** Braces stand for arguments, unless they are doubled (section 3.11.5). */
function braced(text: string): string {
  return text.replaceAll(/[{}]/g, "$&$&");
}
