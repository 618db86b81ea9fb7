/**
 * What both tiers call a name.
 *
 * A **chain** is one or more identifiers with dots between them, as long as it goes: `Helper`, `org.acme.Helper`,
 * `Outer.LIMIT.value`. Blanks and comments within it are no part of its name.
 *
 * A chain is kept as a reference when a part of it is **capital**: its first letter is not a lower-case one. Java types
 * are named so by convention, and locals, fields, methods and packages are not; a type with a lower-case name is given
 * up knowingly, because every `list` and `i` of a file would be a candidate otherwise.
 * @see https://docs.oracle.com/javase/specs/jls/se25/html/jls-6.html#jls-6.1
 */

import { bytesOf } from "../../../files/source-bytes.ts";

/** Bits of a character below 128. */
export const identifierStart = 1;
export const identifierPart = 2;
const lowerLetter = 4;
const upperLetter = 8;
const blank = 16;

/** What each ASCII character can be. */
export const characterBits: Uint8Array = classify();

function classify(): Uint8Array {
  const bits = new Uint8Array(128);
  for (let code = 0; code < 128; code++) {
    const character = String.fromCharCode(code);
    if (/[a-z]/.test(character)) bits[code] = identifierStart | identifierPart | lowerLetter;
    else if (/[A-Z]/.test(character)) bits[code] = identifierStart | identifierPart | upperLetter;
    else if (/[$_]/.test(character)) bits[code] = identifierStart | identifierPart;
    else if (/[0-9]/.test(character)) bits[code] = identifierPart;
    // JLS 3.6: blank, tab, form feed and line terminators.
    else if (/[ \t\f\r\n]/.test(character)) bits[code] = blank;
  }
  return bits;
}

const wideStart = /^\p{XID_Start}/u;
const widePart = /^\p{XID_Continue}/u;

/** The length of the character at an offset if it can be in an identifier (1 or 2 code units), or 0. */
export function identifierLength(text: string, at: number, first: "start" | "part"): 0 | 1 | 2 {
  const code = text.codePointAt(at);
  if (code === undefined) return 0;
  if (code < 128) {
    const bits = characterBits[code] ?? 0;
    return (bits & (first === "start" ? identifierStart : identifierPart)) === 0 ? 0 : 1;
  }
  const pattern = first === "start" ? wideStart : widePart;
  if (!pattern.test(String.fromCodePoint(code))) return 0;
  return code > 0xffff ? 2 : 1;
}

/** Whether an identifier begins at an offset; -1 is nowhere. */
export function isWordStart(text: string, at: number): boolean {
  return at >= 0 && identifierLength(text, at, "start") > 0;
}

/** Whether the first letter of one part of a chain is not a lower-case one: `Shop`, `$Shop`, `_Fields`, not `_shop`. */
export function isCapital(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code >= 128) {
      const letter = String.fromCodePoint(text.codePointAt(at) ?? 0);
      return letter !== letter.toLowerCase() || letter === letter.toUpperCase();
    }
    const bits = characterBits[code] ?? 0;
    if ((bits & upperLetter) !== 0) return true;
    if ((bits & lowerLetter) !== 0) return false;
  }
  return false;
}

/** `isCapital` with the text's bytes at hand: mostly the first one tells. */
export function startsCapital(text: string, bytes: Uint8Array, start: number, end: number): boolean {
  const bits = characterBits[bytes[start] ?? 0] ?? 0;
  if ((bits & (lowerLetter | upperLetter)) !== 0) return (bits & upperLetter) !== 0;
  return isCapital(text, start, end);
}

/** A stretch of the text without its blanks and comments: the name of a chain. */
export function squeeze(text: string, start: number, end: number): string {
  const bytes = bytesOf(text);
  let name = "";
  let from = start;
  for (let at = start; at < end;) {
    const next = skipBlanksAndComments(text, bytes, at);
    if (next === at) {
      at++;
      continue;
    }
    name += text.slice(from, at);
    from = next < 0 ? end : next;
    at = from;
  }
  return from === start ? text.slice(start, end) : name + text.slice(from, end);
}

/**
 * The offset of the next character that is neither blank nor in a comment; -1 when a comment has no end.
 * @param bytes the text's, as `bytesOf` has them
 * @see https://docs.oracle.com/javase/specs/jls/se25/html/jls-3.html#jls-3.7
 */
export function skipBlanksAndComments(text: string, bytes: Uint8Array, from: number): number {
  for (let at = from; ;) {
    const code = bytes[at] ?? 0;
    if (((characterBits[code] ?? 0) & blank) !== 0) {
      at++;
    } else if (code !== 47) {
      return at;
    } else {
      const next = bytes[at + 1];
      if (next === 47) {
        const end = text.indexOf("\n", at + 2);
        if (end < 0) return text.length;
        at = end + 1;
      } else if (next === 42) {
        const end = text.indexOf("*/", at + 2);
        if (end < 0) return -1;
        at = end + 2;
      } else return at;
    }
  }
}
