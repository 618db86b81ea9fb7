/**
 * Python's tokens, as the places of a text. A command needs few statements of a file, and most of their names mean
 * nothing to it: so the tokens are numbers, and texts are cut out when somebody asks.
 * @see https://docs.python.org/3/reference/lexical_analysis.html
 */

export const kinds = {
  /** The end of a logical line. */
  newline: 0,
  name: 1,
  number: 2,
  /** A whole literal that is no f-string. */
  string: 3,
  operator: 4,
  /** An f-string is a start, then texts and interpolations, then an end (PEP 701). */
  formatStart: 5,
  formatText: 6,
  formatEnd: 7,
} as const;

export type Kind = (typeof kinds)[keyof typeof kinds];

export interface Tokens {
  readonly text: string;
  readonly kinds: readonly Kind[];
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

const blank = /(?:[ \t\f]+|\\(?:\r\n?|\n)|#[^\r\n]*)+/y;
const name = /[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*/y;
const number = /\.?\d(?:[eE][+-]?\d|[\w.])*/y;
const operator = /\*\*=?|\/\/=?|>>=?|<<=?|->|<>|[-+*/%@&|^=!<>:]=?|[~.,;()[\]{}?$`]/y;
/** Words that no expression has: a bracket that is open before one was never closed. */
const statementWord =
  /(?:def|class|import|return|while|with|try|raise|assert|pass|del|global|nonlocal)(?![\w\u0080-\uffff])/y;
const prefix = /^[bfrtu]{1,2}$/i;
const statementStart = /(?:\r\n?|\n)[ \t]*(?=[a-z])/y;

/** An f-string that is open: where its interpolation's brackets began, and how it ends. */
interface Format {
  readonly quote: string;
  readonly isRaw: boolean;
  /** Brackets that were open before the interpolation that is read; -1 in the text of the string. */
  depth: number;
  /** How many interpolations are open whose format is read: `{x:>{width}}`. */
  specs: number;
}

export function readTokens(text: string): Tokens {
  return new Tokenizer(text).read();
}

class Tokenizer {
  readonly #text: string;
  readonly #kinds: Kind[] = [];
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  readonly #formats: Format[] = [];
  #at = 0;
  #depth = 0;

  constructor(text: string) {
    this.#text = text;
  }

  read(): Tokens {
    const text = this.#text;
    while (this.#at < text.length) {
      const format = this.#formats.at(-1);
      if (format?.depth === -1) this.#formatText(format);
      else this.#token(text.charCodeAt(this.#at));
    }
    this.#add(kinds.newline, text.length);
    return { text, kinds: this.#kinds, starts: this.#starts, ends: this.#ends };
  }

  #add(kind: Kind, end: number): void {
    this.#kinds.push(kind);
    this.#starts.push(this.#at);
    this.#ends.push(end);
    this.#at = end;
  }

  /** The end of what stands here; where it is not this, `at`. */
  #match(pattern: RegExp): number {
    pattern.lastIndex = this.#at;
    return pattern.test(this.#text) ? pattern.lastIndex : this.#at;
  }

  #token(code: number): void {
    if (code === 10 || code === 13) {
      this.#newline();
      return;
    }
    if (code === 34 || code === 39) {
      this.#string(this.#at);
      return;
    }
    let end = this.#match(blank);
    if (end > this.#at) {
      this.#at = end;
      return;
    }
    end = this.#match(name);
    if (end > this.#at) {
      const next = this.#text.charCodeAt(end);
      if ((next === 34 || next === 39) && prefix.test(this.#text.slice(this.#at, end))) this.#string(end);
      else this.#add(kinds.name, end);
      return;
    }
    end = this.#match(number);
    if (end > this.#at) {
      this.#add(kinds.number, end);
      return;
    }
    end = this.#match(operator);
    if (end > this.#at) this.#operator(code, end);
    else this.#at++;
  }

  #newline(): void {
    if (this.#depth > 0) {
      const end = this.#match(statementStart);
      statementWord.lastIndex = end;
      if (end > this.#at && statementWord.test(this.#text)) {
        this.#depth = 0;
        this.#formats.length = 0;
      }
    }
    if (this.#depth === 0 && this.#kinds.length > 0 && this.#kinds.at(-1) !== kinds.newline) {
      this.#add(kinds.newline, this.#at + 1);
    } else this.#at++;
  }

  #operator(code: number, end: number): void {
    const format = this.#formats.at(-1);
    const isInside = format !== undefined && format.depth === this.#depth - 1;
    // `(`, `[`, `{`
    if (code === 40 || code === 91 || code === 123) this.#depth++;
    // `)`, `]`, `}`
    else if (code === 41 || code === 93 || code === 125) {
      this.#depth = Math.max(0, this.#depth - 1);
      if (isInside && code === 125) format.depth = -1;
    } else if (isInside && code === 58) {
      // A format: its text goes on as the string's, up to the bracket that closes the interpolation.
      format.specs++;
      format.depth = -1;
      this.#add(kinds.operator, this.#at + 1);
      return;
    }
    this.#add(kinds.operator, end);
  }

  /** @param quoted where the quote stands, behind the prefix */
  #string(quoted: number): void {
    const text = this.#text;
    const mark = text.charAt(quoted);
    const quote = text.startsWith(mark.repeat(3), quoted) ? mark.repeat(3) : mark;
    const letters = text.slice(this.#at, quoted).toLowerCase();
    if (letters.includes("f") || letters.includes("t")) {
      this.#formats.push({ quote, isRaw: letters.includes("r"), depth: -1, specs: 0 });
      this.#add(kinds.formatStart, quoted + quote.length);
      return;
    }
    this.#add(kinds.string, this.#endOfString(quoted + quote.length, quote));
  }

  #endOfString(from: number, quote: string): number {
    const text = this.#text;
    const mark = quote.charCodeAt(0);
    for (let at = from; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === 92) at++;
      else if (code === mark && (quote.length === 1 || text.startsWith(quote, at))) return at + quote.length;
      else if (quote.length === 1 && (code === 10 || code === 13)) return at;
    }
    return text.length;
  }

  /** The text of an f-string, or of a format in it, up to the next interpolation or its end. */
  #formatText(format: Format): void {
    const text = this.#text;
    const { quote } = format;
    const inSpec = format.specs > 0;
    for (let at = this.#at; at < text.length; at++) {
      const code = text.charCodeAt(at);
      const isDouble = !inSpec && (code === 123 || code === 125) && text.charCodeAt(at + 1) === code;
      if (code === 92) at = endOfEscape(text, at, format);
      else if (isDouble) at++;
      else if (code === 123 || (code === 125 && inSpec)) {
        if (at > this.#at) this.#add(kinds.formatText, at);
        if (code === 123) format.depth = this.#depth++;
        else {
          format.specs--;
          this.#depth--;
        }
        this.#add(kinds.operator, at + 1);
        return;
      } else if (text.startsWith(quote, at) || (quote.length === 1 && (code === 10 || code === 13))) {
        if (at > this.#at) this.#add(kinds.formatText, at);
        this.#formats.pop();
        this.#add(kinds.formatEnd, text.startsWith(quote, at) ? at + quote.length : at);
        return;
      }
    }
    this.#add(kinds.formatText, text.length);
  }
}

/** The last character of an escape. A bracket after a backslash is one still, but for a name: `\N{BULLET}`. */
function endOfEscape(text: string, at: number, { isRaw }: Format): number {
  const next = text.charCodeAt(at + 1);
  if (!isRaw && next === 78 && text.charCodeAt(at + 2) === 123) {
    const end = text.indexOf("}", at);
    return end < 0 ? at + 1 : end;
  }
  return next === 123 || next === 125 ? at : at + 1;
}
