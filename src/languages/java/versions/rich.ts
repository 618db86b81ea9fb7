/**
 * Gradle's rich versions, in the form in which Gradle prints them: `{strictly [1.7, 1.8[; prefer 1.7.25; reject 1.7.3 & 1.7.4}`.
 * @see https://docs.gradle.org/current/userguide/dependency_versions.html#sec:rich-version-constraints
 */
import { type VersionSet } from "../../../model/version-set.ts";
import type { GenericVersion } from "./generic.ts";
import { parseRange } from "./range.ts";

export interface RichVersion {
  readonly strictly?: string | undefined;
  readonly require?: string | undefined;
  readonly prefer?: string | undefined;
  readonly reject?: readonly string[] | undefined;
}

/** What is only required is written as ever; `*` when nothing is said. */
export function printRich({ strictly, require, prefer, reject = [] }: RichVersion): string {
  if (strictly === undefined && prefer === undefined && reject.length === 0) return require || "*";
  const parts = [
    ...(strictly === undefined ? [] : [`strictly ${strictly}`]),
    // Strictly is required as well.
    ...(require === undefined || strictly !== undefined ? [] : [`require ${require}`]),
    ...(prefer === undefined ? [] : [`prefer ${prefer}`]),
    ...(reject.length === 0 ? [] : [`reject ${reject.join(" & ")}`]),
  ];
  return `{${parts.join("; ")}}`;
}

/** `1.0!!` is strictly 1.0; `[1.7, 1.8[!!1.7.25` prefers one of a range. Anything else is required. */
export function readShorthand(text: string): RichVersion {
  const at = text.indexOf("!!");
  if (at < 0) return { require: text };
  const prefer = text.slice(at + 2);
  return { strictly: text.slice(0, at), ...(prefer === "" ? {} : { prefer }) };
}

/** What is required may be upgraded, what is preferred binds nothing: strictly and reject are what decides. */
export function parseRich(text: string): VersionSet<GenericVersion> | undefined {
  const body = /^\{(.*)\}$/s.exec(text.trim())?.[1];
  if (body === undefined || text.length > 1000) return undefined;
  let versions = parseRange("(,)");
  for (const part of body.split(";")) {
    const [, kind, value = ""] = /^\s*(strictly|require|prefer|reject)\s+(.*?)\s*$/s.exec(part) ?? [];
    if (kind === undefined) return undefined;
    if (kind === "prefer") continue;
    for (const each of kind === "reject" ? value.split("&") : [value]) {
      const set = kind === "require" ? parseRange(each) : parseExactly(each.trim());
      if (set === undefined) return undefined;
      versions = versions?.intersect(kind === "reject" ? set.complement() : set);
    }
  }
  return versions;
}

/** A version alone is that version. */
function parseExactly(text: string): VersionSet<GenericVersion> | undefined {
  return /[[\](),+]/.test(text) ? parseRange(text) : parseRange(`[${text}]`);
}
