/** What is open around a token: brackets, lambdas, f-strings and their replacement fields. Any depth, no recursion. */

/** Marks among the codes of `(`, `[` and `{`: a replacement field, one that has come to its format, and a lambda. */
export const field = 1;
const format = 2;
export const lambda = 3;

/** Characters that the literal part of an f-string cannot be read past at once. */
const stops: Uint8Array = new Uint8Array(256);
for (const character of "\"'\\{}\n\r\0") stops[character.charCodeAt(0)] = 1;

// One of each for all files, grown when needed: to make them anew took as long as to lex a hundred lines.
let spareMarks: Uint8Array = new Uint8Array(64);
let sparePlaces: Int32Array = new Int32Array(64);

/** Valid until the next one is made. */
export class Nesting {
  depth = 0;
  /** Codes of the open brackets, or marks, and where each was opened. */
  #marks = spareMarks;
  #places = sparePlaces;
  /** Of each f-string that is being read: its quote's length (1 or 3) and character. */
  readonly #quotes: number[] = [];
  /** Whether `readTemplate` came to the end of the string, not to a field in it. */
  closed = false;

  push(mark: number, at: number): void {
    if (this.depth === this.#marks.length) this.#grow();
    this.#marks[this.depth] = mark;
    this.#places[this.depth] = at;
    this.depth++;
  }

  #grow(): void {
    spareMarks = new Uint8Array(2 * this.depth);
    spareMarks.set(this.#marks);
    this.#marks = spareMarks;
    sparePlaces = new Int32Array(2 * this.depth);
    sparePlaces.set(this.#places);
    this.#places = sparePlaces;
  }

  /** The innermost mark; 0 when nothing is open. */
  top(): number {
    return this.depth === 0 ? 0 : (this.#marks[this.depth - 1] ?? 0);
  }

  /** Where the innermost was opened; `otherwise` when nothing is open. */
  openedAt(otherwise: number): number {
    return this.depth === 0 ? otherwise : (this.#places[this.depth - 1] ?? otherwise);
  }

  /** Where the innermost of all but lambdas was opened, or -1. */
  openBracket(): number {
    for (let at = this.depth - 1; at >= 0; at--) if (this.#marks[at] !== lambda) return this.#places[at] ?? -1;
    return -1;
  }

  /** The innermost field has come to its format. */
  beginFormat(): void {
    this.#marks[this.depth - 1] = format;
  }

  /** Begins the f-string whose first quote is at `at`: the offset after its quotes. */
  beginTemplate(bytes: Uint8Array, at: number): number {
    const quote = bytes[at] ?? 0;
    const long = bytes[at + 1] === quote && bytes[at + 2] === quote;
    this.#quotes.push(long ? 3 : 1, quote);
    return long ? at + 3 : at + 1;
  }

  /**
   * Reads the literal part of the innermost f-string: past its end (then `closed`), or past the `{` of a replacement
   * field, which is then open. Where it is not as it should be, the offset of that, negative less one.
   * @see https://peps.python.org/pep-0701/#specification
   */
  readTemplate(text: string, bytes: Uint8Array, from: number): number {
    const quote = this.#quotes[this.#quotes.length - 1] ?? 0;
    const long = this.#quotes[this.#quotes.length - 2] === 3;
    let inFormat = this.top() === format;
    for (let at = from; ;) {
      while (stops[bytes[at] ?? 0] === 0) at++;
      const code = bytes[at];
      if (code === 92) {
        at = afterBackslash(text, at);
      } else if (code === quote) {
        if (long && (bytes[at + 1] !== quote || bytes[at + 2] !== quote)) {
          at++;
          continue;
        }
        if (inFormat) return -at - 1;
        this.#quotes.length -= 2;
        this.closed = true;
        return long ? at + 3 : at + 1;
      } else if (code === 123) {
        if (!inFormat && bytes[at + 1] === 123) {
          at += 2;
          continue;
        }
        this.push(field, at);
        this.closed = false;
        return at + 1;
      } else if (code === 125) {
        if (inFormat) {
          this.depth--;
          // The field may have stood in the format of another one.
          inFormat = this.top() === format;
          at++;
        } else if (bytes[at + 1] === 125) {
          at += 2;
        } else {
          return -at - 1;
        }
      } else if (code === 0 ? at >= text.length : !long && (code === 10 || code === 13)) {
        return -at - 1;
      } else {
        at++;
      }
    }
  }
}

/** Past the backslash at `at` and what it escapes. It escapes no brace: a field may follow it. */
function afterBackslash(text: string, at: number): number {
  const next = text.charCodeAt(at + 1);
  if (next === 123 || next === 125) return at + 1;
  if (next === 13 && text.charCodeAt(at + 2) === 10) return at + 3;
  if (next === 78 && text.charCodeAt(at + 2) === 123) {
    // `\N{EM DASH}`, whose braces are no field's.
    const end = text.indexOf("}", at + 3);
    if (end > 0 && /^[A-Za-z0-9 -]+$/.test(text.slice(at + 3, Math.min(end, at + 103)))) return end + 1;
  }
  return at + 2;
}
