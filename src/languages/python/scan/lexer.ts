/**
 * The lexer under the scanner: skips to the end of a statement, sure of its brackets, strings and lines, and of no two
 * operands or operators side by side. Most characters are a step through the table. What the table cannot tell is done in
 * the loop if it happens often, else out of its way, so that the loop is compiled early, and seldom again.
 * @see https://docs.python.org/3/reference/lexical_analysis.html
 */
import { commentEnd, newlineEnd, stringEnd } from "./byte-skips.ts";
import type { Doubt } from "./doubt.ts";
import { field, lambda, Nesting } from "./nesting.ts";
import { act, keywordEnd } from "./rare-tokens.ts";
import type { Reading } from "./reading.ts";
import { bytesOf } from "../../../files/source-bytes.ts";
import { table, tableWatching } from "./token-table.ts";
import { type Line, state, type Stop } from "./tokens.ts";

/** Whatever ends a token leads to the same state as a blank does, which is between tokens. */
const blank = 32;

export class Lexer implements Reading {
  readonly text: string;
  /** The text, a byte at each of its offsets; valid until the next lexer is made. */
  readonly bytes: Uint8Array;
  at = 0;
  doubt: Doubt | undefined;
  doubtAt = 0;

  /** Of the last statement, outside brackets: its last `=` and the first colon that is no lambda's, or -1. */
  lastEquals = -1;
  firstColon = -1;
  /** Where the sign of its augmented assignment is, or -1, and whether it has a `:=` anywhere. */
  augmentedAt = -1;
  walrus = false;
  /** Where the last statement has watched words, and whether it has a lambda. */
  readonly watched: number[] = [];
  hasLambda = false;

  table: Uint16Array = table;
  readonly nesting: Nesting = new Nesting();
  /** What `act` leaves behind: the state, or where the statement stopped. */
  state: number = state.start;
  stop: Stop = "end";

  constructor(text: string) {
    this.text = text;
    this.bytes = bytesOf(text);
  }

  /** From here on, `watched` has the places of these words too; not where one is not ASCII, which the table cannot spell. */
  watch(words: readonly string[]): "watched" | "unspelled" {
    if (!words.every((word) => /^\w+$/.test(word))) return "unspelled";
    this.table = tableWatching(words);
    return "watched";
  }

  fail(doubt: Doubt, at: number): "doubt" {
    this.doubt = doubt;
    this.doubtAt = at;
    return "doubt";
  }

  /** Whether nothing more is on the line; goes past its end. */
  atLineEnd(): boolean {
    const { bytes } = this;
    if (bytes[this.at] === 35) this.at = commentEnd(bytes, this.at);
    const code = bytes[this.at];
    if (code === 10 || code === 13) {
      this.at = newlineEnd(bytes, this.at);
      return true;
    }
    return this.at >= this.text.length;
  }

  /** Skips from `at`, in the state after what came before, to where the statement ends. */
  skim(from: number, line: Line): Stop {
    const { text, bytes } = this;
    const nesting = this.nesting;
    const rows = this.table;
    let { at } = this;
    let now = from;
    this.lastEquals = -1;
    this.firstColon = -1;
    this.walrus = false;
    this.augmentedAt = -1;
    this.hasLambda = false;
    if (this.watched.length > 0) this.watched.length = 0;
    for (;;) {
      // A loop by itself, without a call in it, keeps all that it needs in registers.
      let next = rows[(now << 7) + (bytes[at] ?? 0)] ?? 0;
      while (next < 0xff00) {
        now = next;
        at++;
        next = rows[(now << 7) + (bytes[at] ?? 0)] ?? 0;
      }
      switch (next) {
        case 0xff00 /* quote */: {
          const end = stringEnd(text, bytes, at);
          if (end < 0) return this.fail("string", at);
          at = end;
          now = state.string;
          continue;
        }
        case 0xff01 /* open */:
          nesting.push(bytes[at] ?? 0, at);
          now = state.opening;
          at++;
          continue;
        case 0xff02 /* close */: {
          const opened = nesting.top();
          // `(` and `)` are neighbours in ASCII, the others have one sign between.
          if (opened < 40 || bytes[at] !== (opened === 40 ? 41 : opened + 2)) break;
          nesting.depth--;
          now = state.operand;
          at++;
          continue;
        }
        case 0xff03 /* newline */:
          now = rows[(now << 7) + blank] ?? 0;
          if (nesting.depth === 0) {
            if (now <= state.star) return this.fail("operand", at);
            this.at = at;
            return "newline";
          }
          if (nesting.top() === lambda) break;
          at++;
          continue;
        case 0xff04 /* colon */:
          if (bytes[at + 1] === 61) break;
          if (nesting.depth > 0) {
            if (nesting.top() < 40) break;
          } else if (line === "header") {
            this.at = at;
            return "colon";
          } else if (this.firstColon < 0) {
            this.firstColon = at;
          }
          now = state.colon;
          at++;
          continue;
        case 0xff05 /* equals */:
          if (bytes[at + 1] === 61) {
            if (now === state.comma) break;
            at++;
          } else if (nesting.depth === 0) {
            this.lastEquals = at;
          } else if (nesting.top() === field) {
            break;
          }
          now = state.operator;
          at++;
          continue;
        case 0xff06 /* word */: {
          const end = keywordEnd(this, at, now);
          if (end < 0) return "doubt";
          at = end;
          now = this.state;
          continue;
        }
        case 0xff07 /* hash */:
          now = rows[(now << 7) + blank] ?? 0;
          at = commentEnd(bytes, at);
          continue;
        default:
          break;
      }
      at = act(this, next, at, now);
      if (at < 0) return this.stop;
      now = this.state;
    }
  }
}
