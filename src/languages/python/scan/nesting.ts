/** What is open around a token: brackets, f-strings and their replacement fields, lambdas. Any depth, no recursion. */

/** Marks among the codes of `(`, `[` and `{`: a replacement field, and one that has come to its format. */
export const field = 1;
export const format = 2;

export class Nesting {
  /** Codes of the open brackets, or marks, and where each was opened. */
  readonly open: number[] = [];
  readonly openAt: number[] = [];
  /** Lambdas that wait for their colon, in the innermost bracket and in each around it. */
  lambdas = 0;
  readonly #lambdasAround: number[] = [];
  /** Of each f-string that is being read: its quote's length (1 or 3) and character. */
  readonly #quotes: number[] = [];
  /** Whether `readTemplate` came to the end of the string, not to a field in it. */
  closed = false;

  push(mark: number, at: number): void {
    this.open.push(mark);
    this.openAt.push(at);
    this.#lambdasAround.push(this.lambdas);
    this.lambdas = 0;
  }

  /** The mark of what is closed; undefined when nothing is open. */
  pop(): number | undefined {
    this.openAt.pop();
    this.lambdas = this.#lambdasAround.pop() ?? 0;
    return this.open.pop();
  }

  /** Begins the f-string whose first quote is at `at`: the offset after its quotes. */
  beginTemplate(text: string, at: number): number {
    const quote = text.charCodeAt(at);
    const long = text.charCodeAt(at + 1) === quote && text.charCodeAt(at + 2) === quote;
    this.#quotes.push(long ? 3 : 1, quote);
    return long ? at + 3 : at + 1;
  }

  /**
   * Reads the literal part of the innermost f-string: past its end (then `closed`), or past the `{` of a replacement
   * field, which is then open. Where it is not as it should be, the offset of that, negative less one.
   * @see https://peps.python.org/pep-0701/#specification
   */
  readTemplate(text: string, from: number): number {
    const quote = this.#quotes[this.#quotes.length - 1] ?? 0;
    const long = this.#quotes[this.#quotes.length - 2] === 3;
    let inFormat = this.open[this.open.length - 1] === format;
    for (let at = from; ;) {
      const code = text.charCodeAt(at);
      if (code === 92) {
        at = afterBackslash(text, at);
      } else if (code === quote) {
        if (long && (text.charCodeAt(at + 1) !== quote || text.charCodeAt(at + 2) !== quote)) {
          at++;
          continue;
        }
        if (inFormat) return -at - 1;
        this.#quotes.length -= 2;
        this.closed = true;
        return long ? at + 3 : at + 1;
      } else if (code === 123) {
        if (!inFormat && text.charCodeAt(at + 1) === 123) {
          at += 2;
          continue;
        }
        this.push(field, at);
        this.closed = false;
        return at + 1;
      } else if (code === 125) {
        if (inFormat) {
          this.pop();
          // The field may have stood in the format of another one.
          inFormat = this.open[this.open.length - 1] === format;
          at++;
        } else if (text.charCodeAt(at + 1) === 125) {
          at += 2;
        } else {
          return -at - 1;
        }
      } else if (code !== code || (!long && (code === 10 || code === 13))) {
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
