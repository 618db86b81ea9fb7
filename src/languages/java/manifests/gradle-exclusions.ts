/**
 * What the block of a dependency says is not to come with it: `exclude group: "a", module: "b"`, in Kotlin
 * `exclude(group = "a", module = "b")`.
 * @see https://docs.gradle.org/current/userguide/how_to_exclude_transitive_dependencies.html
 */
import type { Token } from "./gradle-tokens.ts";

/** `group:module`, `*` for what is not given. @param at of the block's opening brace */
export function readExclusions(tokens: readonly Token[], at: number): readonly string[] {
  const found: string[] = [];
  let depth = 0;
  for (let index = at; index < tokens.length; index++) {
    const { kind, text } = tokens[index] ?? {};
    if (kind === "sign" && text === "{") depth++;
    else if (kind === "sign" && text === "}" && --depth <= 0) break;
    else if (kind === "word" && text === "exclude") found.push(...exclusion(tokens, index + 1));
  }
  return found;
}

/** One whose texts are computed is not known: it excludes nothing here. */
function exclusion(tokens: readonly Token[], from: number): readonly string[] {
  const parts = new Map<string, string>();
  for (let index = from; index < tokens.length; index++) {
    const { kind, text } = tokens[index] ?? {};
    if (kind === "newline" || (kind === "sign" && (text === "}" || text === ")"))) break;
    const value = tokens[index + 2];
    if (kind !== "word" || (text !== "group" && text !== "module")) continue;
    if (value?.kind !== "string" || (value.template && value.text.includes("$"))) return [];
    parts.set(text, value.text);
  }
  return parts.size === 0 ? [] : [`${parts.get("group") ?? "*"}:${parts.get("module") ?? "*"}`];
}
