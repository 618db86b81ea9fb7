/**
 * Properties whose keys and values are classes, several with commas between them: `spring.factories`.
 * @see https://docs.oracle.com/en/java/javase/25/docs/api/java.base/java/util/Properties.html#load(java.io.Reader)
 */
import { binaryName } from "../facts/binary-name.ts";
import type { FoundName } from "./found-name.ts";

export function readClassProperties(text: string): readonly FoundName[] {
  const found: FoundName[] = [];
  for (let start = 0; start < text.length;) {
    let first = start;
    while (isBlank(text.charCodeAt(first))) first++;
    const sign = text.charCodeAt(first);
    // A comment does not go on after a backslash.
    const isComment = sign === 35 || sign === 33;
    const end = isComment ? endOfLine(text, first) : endOfLogicalLine(text, first);
    if (!isComment) readWords(text, first, end, found);
    start = end + 1;
  }
  return found;
}

/** Names between blanks, commas, the key's end and the backslashes at the ends of lines. */
function readWords(text: string, start: number, end: number, found: FoundName[]): void {
  for (let at = start; at < end;) {
    let next = at;
    while (next < end && !isBetween(text, next)) next++;
    const name = text.slice(at, next);
    if (binaryName.test(name)) found.push({ kind: "dotted-path", name, start: at });
    at = next + 1;
  }
}

/** An escaped colon is a part of a word: `http\://`. */
function isBetween(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code === 58 || code === 61) return text.charCodeAt(at - 1) !== 92;
  if (code === 92) return text.charCodeAt(at + 1) === 10 || text.charCodeAt(at + 1) === 13;
  return code <= 32 || code === 44;
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9 || code === 12;
}

function endOfLine(text: string, start: number): number {
  const newline = text.indexOf("\n", start);
  return newline < 0 ? text.length : newline;
}

/** A line that ends with a backslash goes on. */
function endOfLogicalLine(text: string, start: number): number {
  for (let end = endOfLine(text, start); ; end = endOfLine(text, end + 1)) {
    const last = text.charCodeAt(end - 1) === 13 ? end - 2 : end - 1;
    if (end >= text.length || text.charCodeAt(last) !== 92) return end;
  }
}
