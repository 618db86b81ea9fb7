/**
 * One line of a `plugins` block: `id "x"`, `id("x") version "1"`, `kotlin("jvm") version "2"`, `alias(libs.plugins.x)`.
 * @see https://docs.gradle.org/current/userguide/plugins.html#sec:plugins_block
 */
import type { GradlePlugin } from "./gradle-model.ts";
import { textOf } from "./gradle-parts.ts";
import type { Token } from "./gradle-tokens.ts";

/** Undefined for what is no request with an id or alias: the name of a core plug-in. */
export function readPlugin(tokens: readonly Token[], at: number): GradlePlugin | undefined {
  const call = tokens[at];
  if (call?.kind !== "word") return undefined;
  const opened = tokens[at + 1]?.text === "(" && tokens[at + 1]?.kind === "sign";
  const argument = tokens[opened ? at + 2 : at + 1];
  const { line, column } = call;
  if (call.text === "alias" && argument?.kind === "word") {
    const accessor = chainFrom(tokens, opened ? at + 2 : at + 1);
    return { id: "", accessor, line, column, ...versionAfter(tokens, at) };
  }
  if (argument?.kind !== "string" || (call.text !== "id" && call.text !== "kotlin")) return undefined;
  const id = call.text === "kotlin" ? `org.jetbrains.kotlin.${argument.text}` : argument.text;
  return { id, line, column, ...versionAfter(tokens, at) };
}

/** `id`, brackets, an accessor of many parts, `version`: no request is longer. */
const mostWords = 40;

/** `version "1"` in the same line. */
function versionAfter(tokens: readonly Token[], from: number): Pick<GradlePlugin, "version"> {
  for (let at = from + 1; at < from + mostWords; at++) {
    const token = tokens[at];
    if (token === undefined || token.kind === "newline" || token.kind === "end" || token.text === ";") return {};
    if (token.kind !== "word" || token.text !== "version") continue;
    const opened = tokens[at + 1]?.text === "(" && tokens[at + 1]?.kind === "sign";
    const value = tokens[opened ? at + 2 : at + 1];
    if (value?.kind === "string") return { version: textOf(value) };
    if (value?.kind !== "word") return {};
    const name = chainFrom(tokens, opened ? at + 2 : at + 1);
    return { version: { value: `\${${name}}`, template: true, line: value.line, column: value.column } };
  }
  return {};
}

function chainFrom(tokens: readonly Token[], from: number): string {
  let name = tokens[from]?.text ?? "";
  for (let at = from + 1; tokens[at]?.text === "." && tokens[at + 1]?.kind === "word"; at += 2) {
    name += `.${tokens[at + 1]?.text ?? ""}`;
  }
  return name;
}
