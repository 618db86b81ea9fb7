/** Reads a text by its characters, wherever that is not often: the scanner's loops have `byte-skips.ts`. */

const identifierPart = /^\p{XID_Continue}$/u;

/**
 * The end of the name, keyword or number at `at`. Stops before a character that no name may hold: `“`.
 * @see https://docs.python.org/3/reference/lexical_analysis.html#identifiers
 */
export function wordEnd(text: string, from: number): number {
  let at = from;
  for (;;) {
    const width = isWordPart(text.charCodeAt(at)) ? 1 : wordPartAt(text, at);
    if (width === 0) return at;
    at += width;
  }
}

/** Whether an ASCII character continues a name or a number. */
export function isWordPart(code: number): boolean {
  const lower = code | 32;
  return (lower >= 97 && lower <= 122) || (code >= 48 && code <= 57) || code === 95;
}

/** The length of the character at `at`, which is not ASCII, if it may be a part of a name; else 0. */
export function wordPartAt(text: string, at: number): number {
  const point = text.codePointAt(at);
  if (point === undefined || point < 128 || !identifierPart.test(String.fromCodePoint(point))) return 0;
  return point > 0xffff ? 2 : 1;
}

/** After the line end at `at`: `\n`, `\r\n` or a lone `\r`. */
export function afterNewline(text: string, at: number): number {
  return text.charCodeAt(at) === 13 && text.charCodeAt(at + 1) === 10 ? at + 2 : at + 1;
}

/** The end of the comment at `at`: its line end, or that of the text. */
export function commentEnd(text: string, from: number): number {
  let at = from + 1;
  for (;;) {
    const code = text.charCodeAt(at);
    if (code === 10 || code === 13 || code !== code) return at;
    at++;
  }
}

/**
 * The end of the string without replacement fields whose first quote is at `at`, or -1 when it is not closed. A
 * backslash keeps the next character from closing it, in raw strings too.
 * @see https://docs.python.org/3/reference/lexical_analysis.html#string-and-bytes-literals
 */
export function stringEnd(text: string, at: number): number {
  const quote = text.charCodeAt(at);
  if (text.charCodeAt(at + 1) === quote) {
    if (text.charCodeAt(at + 2) !== quote) return at + 2;
    return longStringEnd(text, at + 3, quote);
  }
  for (let next = at + 1; ; next++) {
    const code = text.charCodeAt(next);
    if (code === quote) return next + 1;
    if (code === 92) {
      next++;
      // A backslash before `\r\n` continues the line over both.
      if (text.charCodeAt(next) === 13 && text.charCodeAt(next + 1) === 10) next++;
    } else if (code === 10 || code === 13 || code !== code) {
      return -1;
    }
  }
}

function longStringEnd(text: string, start: number, quote: number): number {
  const closing = quote === 34 ? '"""' : "'''";
  for (let from = start; ;) {
    const found = text.indexOf(closing, from);
    if (found < 0) return -1;
    let slashes = 0;
    while (found - slashes > start && text.charCodeAt(found - slashes - 1) === 92) slashes++;
    if ((slashes & 1) === 0) return found + 3;
    from = found + 1;
  }
}
