/**
 * What is skipped in one go, over the bytes of `bytesOf`: all functions take an offset and return one. After a text are
 * zeros, which may also stand within it.
 */
import { other } from "../../../files/source-bytes.ts";

const letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
/** 1 for the characters that a string, or a comment, cannot be read past at once. */
const stringStops: Uint8Array = marked("\"'\\\n\r\0");
const commentStops: Uint8Array = marked("\n\r\0");
const blanks: Uint8Array = marked(" \t\f");
/** 1 for what goes on a word: a letter, a digit, or what is not ASCII. */
const wordParts: Uint8Array = marked(`0123456789_${letters}${String.fromCharCode(other)}`);

function marked(characters: string): Uint8Array {
  const marks = new Uint8Array(256);
  for (const character of characters) marks[character.charCodeAt(0)] = 1;
  return marks;
}

/** After the line end at `at`: `\n`, `\r\n` or a lone `\r`. */
export function newlineEnd(bytes: Uint8Array, at: number): number {
  return bytes[at] === 13 && bytes[at + 1] === 10 ? at + 2 : at + 1;
}

/** The end of the comment at `at`: its line end, or a zero, which no program may have. */
export function commentEnd(bytes: Uint8Array, from: number): number {
  let at = from + 1;
  while (commentStops[bytes[at] ?? 0] === 0) at++;
  return at;
}

export function isWordPart(byte: number): boolean {
  return wordParts[byte] === 1;
}

const identifierPart = /^\p{XID_Continue}$/u;

/** The length of the character at `at`, which is not ASCII, if it may be a part of a name; else 0. */
export function wordPartAt(text: string, at: number): number {
  const point = text.codePointAt(at);
  if (point === undefined || !identifierPart.test(String.fromCodePoint(point))) return 0;
  return point > 0xffff ? 2 : 1;
}

/**
 * The end of the name, keyword or number at `at`. Stops before a character that no name may hold: `“`.
 * @see https://docs.python.org/3/reference/lexical_analysis.html#identifiers
 */
export function wordEnd(text: string, bytes: Uint8Array, from: number): number {
  for (let at = from; ;) {
    while (wordParts[bytes[at] ?? 0] === 1 && bytes[at] !== other) at++;
    const width = bytes[at] === other ? wordPartAt(text, at) : 0;
    if (width === 0) return at;
    at += width;
  }
}

/** The end of the name at `at`; `at` itself where there is none. */
export function nameEnd(text: string, bytes: Uint8Array, at: number): number {
  const code = bytes[at] ?? 0;
  return code >= 48 && code <= 57 ? at : wordEnd(text, bytes, at);
}

/** Past spaces and joined lines. */
export function blanksEnd(bytes: Uint8Array, from: number): number {
  for (let at = from; ;) {
    while (blanks[bytes[at] ?? 0] === 1) at++;
    if (bytes[at] !== 92) return at;
    const next = bytes[at + 1];
    if (next !== 10 && next !== 13) return at;
    at = newlineEnd(bytes, at + 1);
  }
}

/** Past spaces, line ends and comments, as between brackets. */
export function blanksAndLinesEnd(bytes: Uint8Array, from: number): number {
  for (let at = from; ;) {
    at = blanksEnd(bytes, at);
    const code = bytes[at];
    if (code === 35) at = commentEnd(bytes, at);
    else if (code === 10 || code === 13) at++;
    else return at;
  }
}

/**
 * The end of the string without replacement fields whose first quote is at `at`, or -1 when it is not closed. A
 * backslash keeps the next character from closing it, in raw strings too.
 * @see https://docs.python.org/3/reference/lexical_analysis.html#string-and-bytes-literals
 */
export function stringEnd(text: string, bytes: Uint8Array, at: number): number {
  const quote = bytes[at];
  if (bytes[at + 1] === quote) return bytes[at + 2] === quote ? longStringEnd(text, at) : at + 2;
  for (let next = at + 1; ; next++) {
    while (stringStops[bytes[next] ?? 0] === 0) next++;
    const code = bytes[next];
    if (code === quote) return next + 1;
    if (code === 92) next = newlineEnd(bytes, next + 1) - 1;
    else if (code === 10 || code === 13 || (code === 0 && next >= text.length)) return -1;
  }
}

function longStringEnd(text: string, at: number): number {
  const closing = text.slice(at, at + 3) === '"""' ? '"""' : "'''";
  const start = at + 3;
  for (let from = start; ;) {
    const found = text.indexOf(closing, from);
    if (found < 0) return -1;
    let slashes = 0;
    while (found - slashes > start && text.charCodeAt(found - slashes - 1) === 92) slashes++;
    if ((slashes & 1) === 0) return found + 3;
    from = found + 1;
  }
}
