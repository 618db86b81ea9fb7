/** The offset after the bracket that closes the one at an offset, whatever stands between; -1 without one. */
export type EndOfGroup = (at: number) => number;

/** What sets one dialect's literals and comments apart from another's. Made anew for each file. */
export interface Lexicon {
  /** Whether a comment may hold a comment. */
  readonly nestedComments: boolean;
  /** Characters that a literal may begin with. */
  readonly literalStarts: string;
  /** The offset after the literal that begins at an offset; the same offset where none does; -1 for one without an end. */
  endOfLiteral(text: string, at: number, endOfGroup: EndOfGroup): number;
}

/** How a string is written. */
export interface Quotes {
  /** What ends it. */
  readonly delimiter: string;
  /** Whether a backslash takes the character after it along. */
  readonly backslash: boolean;
  /** Whether it may go over several lines; one that may not ends with its line at the latest. */
  readonly lines: boolean;
  /** How many dollars make a bracket after them a template: none for a string without templates. */
  readonly dollars: number;
  /** Whether a dollar takes a quote or a dollar after it along. */
  readonly dollarEscapes?: boolean;
  /** Whether further quotes at the end belong to the content: `""""` ends a string of three. */
  readonly trailing?: boolean;
}

const newline = 10;
const backslash = 92;
const dollar = 36;
const brace = 123;

/** The offset after a string whose content begins at `from`; -1 for one without an end. */
export function endOfString(text: string, from: number, quotes: Quotes, endOfGroup: EndOfGroup): number {
  const { delimiter, dollars } = quotes;
  const quote = delimiter.charCodeAt(0);
  for (let at = from; ;) {
    const code = text.charCodeAt(at);
    if (code !== code) return -1;
    if (code === quote && text.startsWith(delimiter, at)) {
      at += delimiter.length;
      while (quotes.trailing === true && text.charCodeAt(at) === quote) at++;
      return at;
    }
    if (code === newline && !quotes.lines) return at;
    if (code === backslash && quotes.backslash) at += 2;
    else if (code === dollar && dollars > 0) {
      const end = endOfDollars(text, at);
      if (text.charCodeAt(end) === brace && end - at >= dollars) {
        at = endOfGroup(end);
        if (at < 0) return -1;
      } else if (quotes.dollarEscapes === true) at += 2;
      else at = end;
    } else at++;
  }
}

function endOfDollars(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) === dollar) at++;
  return at;
}

/** The longest that a character literal can be: `'\u0041'`. */
const longestCharacter = 8;

/** The offset after a character in single quotes; the same offset where it is none. */
export function endOfCharacter(text: string, at: number): number {
  const escaped = text.charCodeAt(at + 1) === backslash;
  if (!escaped) {
    const length = (text.codePointAt(at + 1) ?? 0) > 0xffff ? 2 : 1;
    return text.charCodeAt(at + 1 + length) === 39 && text.charCodeAt(at + 1) !== newline ? at + length + 2 : at;
  }
  const end = text.indexOf("'", at + 3);
  return end < 0 || end - at >= longestCharacter ? at : end + 1;
}

/** The offset after a name in backticks; the same offset where the line has no second one. */
export function endOfBackticks(text: string, at: number): number {
  for (let end = at + 1; ; end++) {
    const code = text.charCodeAt(end);
    if (code === 96) return end + 1;
    if (code === newline || code !== code) return at;
  }
}
