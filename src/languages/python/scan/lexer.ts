/**
 * The lexer under the scanner: skips to the end of a statement, sure of its brackets, strings and lines, and of no two
 * operands or operators side by side. A hot loop, so plain and long.
 * @see https://docs.python.org/3/reference/lexical_analysis.html
 */
import { asDynamicWord, dynamicWords } from "../facts/dynamic-calls.ts";
import {
  afterNewline,
  commentEnd,
  isAugmented,
  kind,
  kinds,
  numberEnd,
  operatorEnd,
  stringEnd,
  wordEnd,
} from "./characters.ts";
import { field, format, Nesting } from "./nesting.ts";
import type { Doubt } from "./doubt.ts";
import { before, type Line, type Stop } from "./tokens.ts";
import { isKeyword, isStringPrefix, mayPrecedeOperand, takesReplacementFields } from "./words.ts";

export class Lexer {
  readonly text: string;
  at = 0;
  doubt: Doubt | undefined;
  doubtAt = 0;

  /** Of the last statement, outside brackets: its last `=` and the first colon that is no lambda's, or -1. */
  lastEquals = -1;
  firstColon = -1;
  /** Where the sign of its augmented assignment is, or -1, and whether it has a `:=` anywhere. */
  augmentedAt = -1;
  walrus = false;
  readonly #nesting = new Nesting();

  /** Where the last statement has words that may import by a call, and whether it has a lambda around one. */
  readonly dynamic: number[] = [];
  hasLambda = false;
  readonly #dynamic: boolean;

  constructor(text: string) {
    this.text = text;
    this.#dynamic = dynamicWords.some((word) => text.includes(word));
  }

  fail(doubt: Doubt, at: number): "doubt" {
    this.doubt = doubt;
    this.doubtAt = at;
    return "doubt";
  }

  /** Skips from `at`, within a statement that begins at `start`, to where it ends. */
  skim(start: number, line: Line): Stop {
    const { text } = this;
    let at = this.at;
    let previous: number = before.operator;
    let wordStart = 0;
    let wordStop = 0;
    this.lastEquals = -1;
    this.firstColon = -1;
    this.walrus = false;
    this.augmentedAt = -1;
    this.hasLambda = false;
    if (this.dynamic.length > 0) this.dynamic.length = 0;
    const nesting = this.#nesting;
    const { open } = nesting;
    for (;;) {
      const code = text.charCodeAt(at);
      switch (code < 128 ? kinds[code] : kind.word) {
        case kind.space:
          at++;
          continue;
        case kind.word: {
          const end = wordEnd(text, at);
          if (end === at) return this.#noToken(at, start, previous);
          const next = text.charCodeAt(end);
          if ((next === 34 || next === 39) && isStringPrefix(text, at, end)) {
            if (previous === before.operand) return this.fail("operand", at);
            if (previous === before.word && !mayPrecedeOperand(text, wordStart, wordStop, start))
              return this.fail("operand", at);
            if (takesReplacementFields(text, at, end)) {
              at = this.#template(nesting.beginTemplate(text, end));
              if (at < 0) return "doubt";
              previous = nesting.closed ? before.string : before.opening;
            } else {
              const stop = stringEnd(text, end);
              if (stop < 0) return this.fail("string", end);
              at = stop;
              previous = before.string;
            }
            continue;
          }
          if (previous === before.word) {
            if (!isKeyword(text, at, end) && !mayPrecedeOperand(text, wordStart, wordStop, start))
              return this.fail("operand", at);
          } else if (previous === before.operand || previous === before.string) {
            if (!isKeyword(text, at, end)) return this.fail("operand", at);
          }
          if (code === 108 && end - at === 6 && text.startsWith("lambda", at)) {
            nesting.lambdas++;
            this.hasLambda = true;
            // Parameters may follow as after a bracket: `lambda *, price: price`.
            previous = before.opening;
            at = end;
            continue;
          }
          if (this.#dynamic && end - at >= 10 && asDynamicWord(text.slice(at, end)) !== undefined)
            this.dynamic.push(at);
          previous = before.word;
          wordStart = at;
          wordStop = end;
          at = end;
          continue;
        }
        case kind.digit: {
          if (previous === before.operand || previous === before.string) return this.fail("operand", at);
          if (previous === before.word && !mayPrecedeOperand(text, wordStart, wordStop, start))
            return this.fail("operand", at);
          at = numberEnd(text, at);
          previous = before.operand;
          continue;
        }
        case kind.quote: {
          if (previous === before.operand) return this.fail("operand", at);
          if (previous === before.word && !mayPrecedeOperand(text, wordStart, wordStop, start))
            return this.fail("operand", at);
          const stop = stringEnd(text, at);
          if (stop < 0) return this.fail("string", at);
          at = stop;
          previous = before.string;
          continue;
        }
        case kind.open:
          if (code === 123 && (previous === before.operand || previous === before.string))
            return this.fail("operand", at);
          nesting.push(code, at);
          previous = before.opening;
          at++;
          continue;
        case kind.close: {
          const openedAt = nesting.openAt.at(-1) ?? at;
          const opened = nesting.pop();
          if (opened === field && code === 125) {
            if (previous === before.operator) return this.fail("operand", at);
            at = this.#template(at + 1);
            if (at < 0) return "doubt";
            previous = nesting.closed ? before.string : before.opening;
            continue;
          }
          // `(` and `)` are neighbours in ASCII, the others have one sign between.
          if (opened === undefined || (opened === 40 ? code !== 41 : code !== opened + 2)) {
            return this.fail("bracket", openedAt);
          }
          if (previous === before.operator) return this.fail("operand", at);
          previous = before.operand;
          at++;
          continue;
        }
        case kind.operator: {
          const next = text.charCodeAt(at + 1);
          if (code === 61 && next !== 61) {
            // `price, = prices` takes the one element.
            if ((previous < before.word || previous > before.string) && previous !== before.comma) {
              return this.fail("operand", at);
            }
            // `{price=}` in an f-string ends on the sign; nothing else may.
            if (open.length === 0 && nesting.lambdas === 0) this.lastEquals = at;
            const inField = open.length > 0 && open[open.length - 1] === field;
            previous = inField ? before.opening : before.operator;
            at++;
            continue;
          }
          const missing = previous < before.word || previous > before.string;
          const end = operatorEnd(text, at);
          if (missing && text.charCodeAt(end - 1) === 61) return this.fail("operand", at);
          if (open.length === 0 && isAugmented(text, at, end)) this.augmentedAt = at;
          if (!missing) previous = before.operator;
          else if (code === 42 || (code === 47 && (open.length > 0 || nesting.lambdas > 0))) previous = before.star;
          else if (code === 43 || code === 45 || code === 126) previous = before.operator;
          else return this.fail("operand", at);
          at = end;
          continue;
        }
        case kind.dot: {
          const next = text.charCodeAt(at + 1);
          const missing = previous < before.word || previous > before.string;
          if (next >= 48 && next <= 57 && (missing || previous === before.word)) {
            at = numberEnd(text, at + 1);
            previous = before.operand;
          } else if (next === 46 && text.charCodeAt(at + 2) === 46) {
            if (!missing && previous !== before.word) return this.fail("operand", at);
            at += 3;
            previous = before.operand;
          } else {
            if (missing) return this.fail("operand", at);
            previous = before.operator;
            at++;
          }
          continue;
        }
        case kind.comma:
          // Only a slice leaves something out before a comma: `table[:, 1]`.
          if (previous === before.operator || previous === before.opening || previous === before.comma) {
            return this.fail("operand", at);
          }
          previous = before.comma;
          at++;
          continue;
        case kind.colon: {
          if (previous === before.operator) return this.fail("operand", at);
          const next = text.charCodeAt(at + 1);
          const depth = open.length;
          const inField = depth > 0 && open[depth - 1] === field;
          if (next === 61 && !inField) {
            this.walrus = true;
            previous = before.operator;
            at += 2;
            continue;
          }
          if (nesting.lambdas > 0) {
            nesting.lambdas--;
          } else if (inField) {
            open[depth - 1] = format;
            at = this.#template(at + 1);
            if (at < 0) return "doubt";
            previous = nesting.closed ? before.string : before.opening;
            continue;
          } else if (depth === 0) {
            if (line === "header") {
              this.at = at;
              return "colon";
            }
            if (this.firstColon < 0) this.firstColon = at;
          }
          previous = before.colon;
          at++;
          continue;
        }
        case kind.semicolon:
          if (open.length > 0) return this.fail("bracket", this.#nesting.openAt.at(-1) ?? at);
          if (previous === before.operator || previous === before.colon) return this.fail("operand", at);
          this.at = at;
          return "semicolon";
        case kind.newline:
          if (open.length > 0) {
            at++;
            continue;
          }
          if (previous === before.operator || previous === before.colon) return this.fail("operand", at);
          this.at = at;
          return "newline";
        case kind.hash:
          at = commentEnd(text, at);
          continue;
        case kind.backslash:
          if (kinds[text.charCodeAt(at + 1)] !== kind.newline) return this.fail("character", at);
          at = afterNewline(text, at + 1);
          continue;
        case kind.bang:
          if (text.charCodeAt(at + 1) === 61) {
            if (previous < before.word || previous > before.string) return this.fail("operand", at);
            previous = before.operator;
            at += 2;
            continue;
          }
          // `{price!r}`
          if (open.length === 0 || open[open.length - 1] !== field) return this.fail("character", at);
          previous = before.operator;
          at++;
          continue;
        case kind.backtick:
          // Python 2's `repr`: to the next one on the line.
          if (stringEnd(text, at) < 0) return this.fail("character", at);
          at = stringEnd(text, at);
          previous = before.operand;
          continue;
        default:
          return this.#noToken(at, start, previous);
      }
    }
  }

  #noToken(at: number, start: number, previous: number): Stop {
    if (at < this.text.length) return this.fail("character", at);
    if (this.#nesting.open.length > 0) return this.fail("bracket", this.#nesting.openAt.at(-1) ?? start);
    if (previous === before.operator || previous === before.colon) return this.fail("operand", at);
    this.at = at;
    return "end";
  }

  /** Goes on in an f-string's literal part; -1 on a doubt. */
  #template(from: number): number {
    const at = this.#nesting.readTemplate(this.text, from);
    if (at >= 0) return at;
    this.fail("string", -at - 1);
    return -1;
  }
}
