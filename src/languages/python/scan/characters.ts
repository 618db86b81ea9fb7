/** What each ASCII character may begin, as a number for the scanner's switch. */
export const kind = {
  bad: 0,
  word: 1,
  digit: 2,
  space: 3,
  newline: 4,
  quote: 5,
  open: 6,
  close: 7,
  operator: 8,
  hash: 9,
  backslash: 10,
  dot: 11,
  comma: 12,
  colon: 13,
  semicolon: 14,
  backtick: 15,
  bang: 16,
} as const;

export const kinds: Uint8Array = table();

function table(): Uint8Array {
  const found = new Uint8Array(128);
  const set = (characters: string, value: number): void => {
    for (const character of characters) found[character.charCodeAt(0)] = value;
  };
  set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_", kind.word);
  set("0123456789", kind.digit);
  set(" \t\f", kind.space);
  set("\n\r", kind.newline);
  set("\"'", kind.quote);
  set("([{", kind.open);
  set(")]}", kind.close);
  set("+-*/%@&|^~<>=", kind.operator);
  set("#", kind.hash);
  set("\\", kind.backslash);
  set(".", kind.dot);
  set(",", kind.comma);
  set(":", kind.colon);
  set(";", kind.semicolon);
  set("`", kind.backtick);
  set("!", kind.bang);
  return found;
}

/** 1 for the ASCII characters that continue a name or a number. */
export const wordParts: Uint8Array = kinds.map((each) => (each === kind.word || each === kind.digit ? 1 : 0));

const identifierPart = /^\p{XID_Continue}$/u;

/**
 * The end of the name, keyword or number at `at`. Stops before a character that no name may hold: `“`.
 * @see https://docs.python.org/3/reference/lexical_analysis.html#identifiers
 */
export function wordEnd(text: string, from: number): number {
  let at = from;
  for (;;) {
    const code = text.charCodeAt(at);
    if (code < 128) {
      if (wordParts[code] === 0) return at;
      at++;
    } else {
      const point = text.codePointAt(at);
      if (point === undefined || !identifierPart.test(String.fromCodePoint(point))) return at;
      at += point > 0xffff ? 2 : 1;
    }
  }
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

/** After a number whose first digit is at `at`: `1_000`, `0xff`, `1.5`, `10L`. A sign in an exponent reads as a minus. */
export function numberEnd(text: string, from: number): number {
  let at = wordEnd(text, from);
  while (text.charCodeAt(at) === 46) at = wordEnd(text, at + 1);
  return at;
}

/** After the operator at `at`: `*`, `**`, `->`, `<>`, `<=`, `//=`. */
export function operatorEnd(text: string, at: number): number {
  const code = text.charCodeAt(at);
  const next = text.charCodeAt(at + 1);
  let end = at + 1;
  if (next === code && (code === 42 || code === 47 || code === 60 || code === 62)) end++;
  else if (next === 62 && (code === 45 || code === 60)) return end + 1;
  return text.charCodeAt(end) === 61 ? end + 1 : end;
}

/** Whether the operator at these offsets assigns: it ends in `=`, and is not `==`, `<=` or `>=`. */
export function isAugmented(text: string, at: number, end: number): boolean {
  if (text.charCodeAt(end - 1) !== 61 || end - at < 2) return false;
  const code = text.charCodeAt(at);
  return end - at > 2 || (code !== 60 && code !== 61 && code !== 62);
}
