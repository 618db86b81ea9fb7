import { bracket } from "./brackets.ts";
import { afterCase, afterInstanceof, afterWord } from "./tokens.ts";

/**
 * Where patterns stand: there, a name before a parenthesis is the type of a record pattern, not a method.
 * @see https://docs.oracle.com/javase/specs/jls/se25/html/jls-14.html#jls-14.30
 */
export class Patterns {
  /** Between `case` and its arrow, colon or guard. */
  inCaseLabel = false;
  /** From `instanceof` on, until what cannot be in a pattern. */
  inInstanceof = false;
  /** The next parenthesis is a record pattern's. */
  #opens = false;

  /** Whether a name before a parenthesis is a type. The parenthesis is then a record pattern's. */
  beginsAtName(last: number, top: number): boolean {
    const nested = top === bracket.pattern && (last === 40 || last === 44);
    const begins = last === afterCase || last === afterInstanceof || (last === 44 && this.inCaseLabel) || nested;
    if (begins) this.#opens = true;
    return begins;
  }

  /** At the word `when`: whether a case label's pattern ends before it. */
  endsBefore(last: number, top: number): boolean {
    return this.inCaseLabel && top !== bracket.pattern && (last === afterWord || last === 41);
  }

  /** At an open parenthesis: whether it is a record pattern's. */
  beginsAtParenthesis(last: number, top: number): boolean {
    const begins = this.#opens || (last === 62 && (this.inCaseLabel || this.inInstanceof || top === bracket.pattern));
    this.#opens = false;
    return begins;
  }
}
