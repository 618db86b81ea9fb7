/**
 * Classes in XML: the values of attributes and the texts of elements whose names end with `class`, as Spring's beans, web
 * descriptors, persistence units and Hibernate's mappings have them. Most files have no such name, and are searched for
 * the word alone.
 */
import { binaryName } from "../facts/binary-name.ts";
import type { FoundName } from "./found-name.ts";

const word = "lass";
/** Longer than any name of a class. */
const longest = 1024;

export function readClassAttributes(text: string): readonly FoundName[] {
  const found: FoundName[] = [];
  let at = text.indexOf(word);
  if (at < 0) return found;
  // The comment that ends after the place, if there is one still.
  let comment = commentFrom(text, 0);
  while (at >= 0) {
    while (comment.end <= at) comment = commentFrom(text, comment.end);
    if (comment.start < at) {
      at = text.indexOf(word, comment.end);
      continue;
    }
    const name = (text.charCodeAt(at - 1) | 32) === 99 ? nameAfter(text, at + word.length) : undefined;
    if (name !== undefined) found.push(name);
    at = text.indexOf(word, at + word.length);
  }
  return found;
}

/** Without one, at the end of everything. */
function commentFrom(text: string, from: number): { readonly start: number; readonly end: number } {
  const start = text.indexOf("<!--", from);
  if (start < 0) return { start: Infinity, end: Infinity };
  const end = text.indexOf("-->", start);
  return { start, end: end < 0 ? Infinity : end };
}

/** `="org.acme.Shop"` or `>org.acme.Shop</`. */
function nameAfter(text: string, end: number): FoundName | undefined {
  let at = afterBlanks(text, end);
  const sign = text.charCodeAt(at);
  let close = "<";
  if (sign === 61) {
    at = afterBlanks(text, at + 1);
    const quote = text.charCodeAt(at);
    if (quote !== 34 && quote !== 39) return undefined;
    close = String.fromCharCode(quote);
  } else if (sign !== 62) return undefined;
  const start = afterBlanks(text, at + 1);
  const value = text.slice(start, start + longest);
  const stop = value.indexOf(close);
  const name = value.slice(0, Math.max(stop, 0)).trim();
  return binaryName.test(name) ? { kind: "dotted-path", name, start } : undefined;
}

function afterBlanks(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) <= 32) at++;
  return at;
}
