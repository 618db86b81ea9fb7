/**
 * Where literals end.
 * @see https://docs.oracle.com/javase/specs/jls/se25/html/jls-3.html#jls-3.10
 */
import { characterBits, identifierLength, identifierPart } from "./names.ts";

/** What a literal's end is when it has none, or when it embeds an expression (`"\{shop}"`, Java 21 and 22 preview). */
const endless = -1;
export const interpolated = -2;

/** The offset after a string or a text block that begins at `start`, or `endless`, or `interpolated`. */
export function endOfString(text: string, start: number): number {
  if (text.charCodeAt(start + 1) === 34 && text.charCodeAt(start + 2) === 34) return endOfTextBlock(text, start);
  return endOfQuoted(text, start, 34);
}

/** The offset after a literal between two quotes on one line. */
export function endOfQuoted(text: string, start: number, quote: number): number {
  for (let at = start + 1; ; at++) {
    const code = text.charCodeAt(at);
    if (code === quote) return at + 1;
    if (code === 92) {
      at++;
      const escaped = text.charCodeAt(at);
      if (escaped === 123) return interpolated;
      if (escaped === 10 || escaped === 13) return endless;
    } else if (code === 10 || code === 13 || code !== code) return endless;
  }
}

/** JLS 3.10.6: the opening delimiter is followed by blanks and a line terminator. */
function endOfTextBlock(text: string, start: number): number {
  let at = start + 3;
  for (let code = text.charCodeAt(at); code === 32 || code === 9 || code === 12; code = text.charCodeAt(++at));
  const first = text.charCodeAt(at);
  if (first !== 10 && first !== 13) return endless;
  for (; ; at++) {
    const code = text.charCodeAt(at);
    if (code === 34) {
      if (text.charCodeAt(at + 1) === 34 && text.charCodeAt(at + 2) === 34) return at + 3;
    } else if (code === 92) {
      at++;
      if (text.charCodeAt(at) === 123) return interpolated;
    } else if (code !== code) return endless;
  }
}

/** The offset after a number: digits, letters, dots, and the sign of an exponent. */
export function endOfNumber(text: string, start: number): number {
  const second = text.charCodeAt(start + 1) | 32;
  const hexadecimal = text.charCodeAt(start) === 48 && second === 120;
  const exponent = hexadecimal ? 112 : 101;
  for (let at = start + 1; ; at++) {
    const code = text.charCodeAt(at);
    if (code === 43 || code === 45) {
      if ((text.charCodeAt(at - 1) | 32) !== exponent) return at;
    } else if (code !== 46 && !(code < 128 && ((characterBits[code] ?? 0) & identifierPart) !== 0)) return at;
  }
}

/** The offset after the identifier that begins at `start`. */
export function endOfWord(text: string, start: number): number {
  for (let at = start; ;) {
    const code = text.charCodeAt(at);
    if (code < 128) {
      if (((characterBits[code] ?? 0) & identifierPart) === 0) return at;
      at++;
      continue;
    }
    const length = code !== code ? 0 : identifierLength(text, at, "part");
    if (length === 0) return at;
    at += length;
  }
}
