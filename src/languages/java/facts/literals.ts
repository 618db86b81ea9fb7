/**
 * Where literals and words end, over the bytes of `bytesOf`. After a text are zeros, which may also stand within it.
 * @see https://docs.oracle.com/javase/specs/jls/se25/html/jls-3.html#jls-3.10
 */
import { other } from "../../../files/source-bytes.ts";
import { characterBits, identifierLength, identifierPart } from "./names.ts";

/** What a literal's end is when it has none, or when it embeds an expression (`"\{shop}"`, Java 21 and 22 preview). */
const endless = -1;
export const interpolated = -2;

/** The offset after a string or a text block that begins at `start`, or `endless`, or `interpolated`. */
export function endOfString(text: string, bytes: Uint8Array, start: number): number {
  if (bytes[start + 1] === 34 && bytes[start + 2] === 34) return endOfTextBlock(text, bytes, start);
  return endOfQuoted(text, bytes, start, 34);
}

/** 1 for the characters that a literal on one line cannot be read past at once. */
const quotedStops = new Uint8Array(128);
for (const character of "\"'\\\n\r\0") quotedStops[character.charCodeAt(0)] = 1;

/** The offset after a literal between two quotes on one line. */
export function endOfQuoted(text: string, bytes: Uint8Array, start: number, quote: number): number {
  for (let at = start + 1; ; at++) {
    const code = bytes[at] ?? 0;
    if (quotedStops[code] === 0) continue;
    if (code === quote) return at + 1;
    if (code === 92) {
      at++;
      const escaped = bytes[at];
      if (escaped === 123) return interpolated;
      if (escaped === 10 || escaped === 13 || at >= text.length) return endless;
    } else if (code === 10 || code === 13 || (code === 0 && at >= text.length)) return endless;
  }
}

/** JLS 3.10.6: the opening delimiter is followed by blanks and a line terminator. */
function endOfTextBlock(text: string, bytes: Uint8Array, start: number): number {
  let at = start + 3;
  for (let code = bytes[at]; code === 32 || code === 9 || code === 12; code = bytes[++at]);
  const first = bytes[at];
  if (first !== 10 && first !== 13) return endless;
  for (; ; at++) {
    const code = bytes[at];
    if (code === 34) {
      if (bytes[at + 1] === 34 && bytes[at + 2] === 34) return at + 3;
    } else if (code === 92) {
      at++;
      if (bytes[at] === 123) return interpolated;
    } else if (code === 0 && at >= text.length) return endless;
  }
}

/** The offset after a number: digits, letters, dots, and the sign of an exponent. */
export function endOfNumber(bytes: Uint8Array, start: number): number {
  const second = (bytes[start + 1] ?? 0) | 32;
  const hexadecimal = bytes[start] === 48 && second === 120;
  const exponent = hexadecimal ? 112 : 101;
  for (let at = start + 1; ; at++) {
    const code = bytes[at] ?? 0;
    if (code === 43 || code === 45) {
      if (((bytes[at - 1] ?? 0) | 32) !== exponent) return at;
    } else if (code !== 46 && ((characterBits[code] ?? 0) & identifierPart) === 0) return at;
  }
}

/** The offset after the identifier that begins at `start`. */
export function endOfWord(text: string, bytes: Uint8Array, start: number): number {
  for (let at = start; ;) {
    while (((characterBits[bytes[at] ?? 0] ?? 0) & identifierPart) !== 0) at++;
    const length = bytes[at] === other ? identifierLength(text, at, "part") : 0;
    if (length === 0) return at;
    at += length;
  }
}
