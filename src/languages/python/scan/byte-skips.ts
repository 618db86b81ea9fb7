/**
 * What the scanner skips in one go, over the bytes of `bytesOf`: all functions take an offset and return one. A text ends
 * in zeros, which may also stand within it.
 */

/** 1 for the characters that a string, or a comment, cannot be read past at once. */
const stringStops: Uint8Array = stopsAt("\"'\\\n\r\0");
const commentStops: Uint8Array = stopsAt("\n\r\0");
const blanks: Uint8Array = stopsAt(" \t\f");

function stopsAt(characters: string): Uint8Array {
  const stops = new Uint8Array(256);
  for (const character of characters) stops[character.charCodeAt(0)] = 1;
  return stops;
}

/** After the line end at `at`: `\n`, `\r\n` or a lone `\r`. */
export function newlineEnd(bytes: Uint8Array, at: number): number {
  return bytes[at] === 13 && bytes[at + 1] === 10 ? at + 2 : at + 1;
}

/** The end of the comment at `at`: its line end, or that of the text. */
export function commentEnd(bytes: Uint8Array, at: number, length: number): number {
  for (let next = at + 1; ; next++) {
    while (commentStops[bytes[next] ?? 0] === 0) next++;
    if (bytes[next] !== 0 || next >= length) return next;
  }
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
