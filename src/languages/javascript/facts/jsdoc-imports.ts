/**
 * Imports for types in the comments of JavaScript.
 * @see https://www.typescriptlang.org/docs/handbook/jsdoc-supported-types.html#import-types
 * @see https://devblogs.microsoft.com/typescript/announcing-typescript-5-5/#the-jsdoc-import-tag
 */
import { type FoundImport, typesOf } from "./found-import.ts";

/** A tag and the brace that opens its type. */
const typed = /@\w+\s*\{/g;
const importType = /\bimport\s*\(\s*("[^"\\\n]*"|'[^'\\\n]*')\s*[,)]/g;
const importTag = /@import\b([^"'@]*?)\bfrom[\s*]*("[^"\\\n]*"|'[^'\\\n]*')/g;

/** Of one comment that begins with two stars. In no order. */
export function jsdocImports(text: string, start: number, end: number): readonly FoundImport[] {
  const comment = text.slice(start, end);
  const found: FoundImport[] = [];
  const tags = new RegExp(typed);
  for (let tag = tags.exec(comment); tag !== null; tag = tags.exec(comment)) {
    const from = tags.lastIndex;
    const close = closingBrace(comment, from);
    for (const match of comment.slice(from, close).matchAll(importType)) {
      found.push(quoted(match[1], start + from + literalEnd(match), []));
    }
    tags.lastIndex = close;
  }
  for (const match of comment.matchAll(importTag)) {
    found.push(quoted(match[2], start + match.index + match[0].length, clauseNames(match[1] ?? "")));
  }
  return found;
}

/** The offset after the literal of an import type, within the text that was matched. */
function literalEnd({ index, 0: whole, 1: literal = "" }: RegExpMatchArray): number {
  return (index ?? 0) + whole.lastIndexOf(literal) + literal.length;
}

function quoted(literal: string | undefined, end: number, names: readonly string[]): FoundImport {
  const { length } = literal ?? "";
  return { ...typesOf("jsdoc", (literal ?? "").slice(1, -1), end - length, end), names };
}

/** Types nest: `{{ cart: import("./cart").Cart }}`. */
function closingBrace(comment: string, from: number): number {
  let depth = 1;
  for (let at = from; at < comment.length; at++) {
    const code = comment.charCodeAt(at);
    if (code === 123) depth++;
    else if (code === 125 && --depth === 0) return at;
  }
  return comment.length;
}

/** `Shop, { Cart as C, Till }`, `* as shop`: the names before `as`. Lines may begin with a star. */
function clauseNames(written: string): readonly string[] {
  const clause = written.replace(/\n\s*\*(?!\s*as\b)/g, "\n");
  const names: string[] = [];
  const brace = clause.indexOf("{");
  const before = brace < 0 ? clause : clause.slice(0, brace);
  for (const part of before.split(",")) {
    const name = part.trim();
    if (name !== "") names.push(name.startsWith("*") ? "*" : "default");
  }
  if (brace < 0) return names;
  for (const part of clause
    .slice(brace + 1)
    .replace("}", "")
    .split(",")) {
    const name = part.trim().split(/\s+/)[0];
    if (name !== undefined && name !== "") names.push(name);
  }
  return names;
}
