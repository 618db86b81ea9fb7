/**
 * Gradle's rich versions, in the form in which Gradle prints them: `{strictly [1.7, 1.8[; prefer 1.7.25; reject 1.7.3 & 1.7.4}`.
 * @see https://docs.gradle.org/current/userguide/dependency_versions.html#sec:rich-version-constraints
 */
import { VersionSet } from "../../../model/version-set.ts";
import { compareGradleVersions, type GradleVersion } from "./gradle.ts";
import { parseSelector } from "./selector.ts";

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

/**
 * The versions that a requirement allows, rich or plain. What is required may be upgraded, even out of its range, but never
 * below it; what is preferred binds nothing.
 */
export function parseRich(text: string): VersionSet<GradleVersion> | undefined {
  if (text.length > longest) return undefined;
  if (text === "*") return anything;
  if (!text.startsWith("{")) return required(text);
  const body = /^\{(.*)\}$/s.exec(text)?.[1];
  if (body === undefined) return undefined;
  let versions = anything;
  for (const part of body.split(";")) {
    const [, kind, value = ""] = /^\s*(strictly|require|prefer|reject)\s+(.*?)\s*$/s.exec(part) ?? [];
    if (kind === undefined) return undefined;
    if (kind === "prefer") continue;
    for (const each of kind === "reject" ? value.split("&") : [value]) {
      const set = kind === "require" ? required(each) : parseSelector(each.trim());
      if (set === undefined) return undefined;
      versions = versions.intersect(kind === "reject" ? set.complement() : set);
    }
  }
  return versions;
}

/** Longer texts are no version of anything. */
const longest = 1000;

const anything = VersionSet.all(compareGradleVersions);

function required(text: string): VersionSet<GradleVersion> | undefined {
  const lowest = parseSelector(text)?.intervals[0];
  if (lowest === undefined) return undefined;
  return VersionSet.of(compareGradleVersions, [lowest.lower === undefined ? {} : { lower: lowest.lower }]);
}
