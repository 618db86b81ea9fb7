import { explain, knownCodes } from "../checks/explain.ts";
import { checks } from "../checks/index.ts";
import { isNamed } from "../checks/selection.ts";
import { nearest } from "../model/nearest.ts";
import type { Rule } from "../reports/report.ts";
import { UsageError } from "./usage-error.ts";

/** The page of a kind of conflict; without a code, a line for each kind. Throws `UsageError` for an unknown code. */
export function explanation(code: string | undefined): string {
  if (code === undefined) return codeList();
  const page = explain(code);
  if (page === undefined) throw new UsageError(unknownCode(code));
  return page;
}

function codeList(): string {
  const width = Math.max(...knownCodes.map((code) => code.length));
  const lines = checks.map(({ code, severity, summary }) => `${code.padEnd(width)}  ${severity.padEnd(7)}  ${summary}`);
  return `${lines.join("\n")}\n\ndepbraid explain CODE tells more.\n`;
}

/** `--only import/undeclard` must not be silently clean. Throws `UsageError`. */
export function checkCodes(codes: readonly string[], rules: readonly { readonly name: string }[] = []): void {
  const all = [...knownCodes, ...rules.map(({ name }) => `rule/${name}`)];
  const unknown = codes.find((code) => !all.some((known) => isNamed(known, [code])));
  if (unknown !== undefined) throw new UsageError(unknownCode(unknown));
}

function unknownCode(code: string): string {
  const close = nearest(code, knownCodes);
  const hint = close === undefined ? `known codes: ${knownCodes.join(", ")}` : `did you mean ${close}?`;
  return `there is no conflict called "${code}"; ${hint}`;
}

/** Every kind of conflict with its page, for reports that carry them. */
export function allRules(): readonly Rule[] {
  return checks.map(({ code, severity, summary }) => ({ code, severity, summary, page: explain(code) ?? summary }));
}
