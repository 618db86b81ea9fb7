/**
 * The lexer under the scanner: skips to the end of a statement, sure of its brackets, strings and lines, and of no two
 * operands or operators side by side. Most characters are a step through the table. What the table cannot tell is done in
 * the loop if it happens often, else out of its way, so that the loop is compiled early, and seldom again.
 * @see https://docs.python.org/3/reference/lexical_analysis.html
 */
import { commentEnd, isWordPart, newlineEnd, stringEnd, wordPartAt } from "./byte-skips.ts";
import type { Doubt } from "./doubt.ts";
import { field, lambda, Nesting } from "./nesting.ts";
import { bytesOf } from "./source-bytes.ts";
import { isClosedLater } from "./unclosed.ts";
import { table, tableWatching } from "./token-table.ts";
import { action, firstAction, type Line, state, type Stop } from "./tokens.ts";

/** Whatever ends a token leads to the same state as a blank does, which is between tokens. */
const blank = 32;
/** A letter that no known word has. */
const letter = 74;

export class Lexer {
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

  #table = table;
  readonly #nesting = new Nesting();
  /** What `#act` leaves behind: the state, or where the statement stopped. */
  #state: number = state.start;
  #stop: Stop = "end";

  constructor(text: string) {
    this.text = text;
    this.bytes = bytesOf(text);
  }

  /**
   * From here on, `watched` has the places of these words too, beside those of `watchedWords`; of ASCII letters and digits
   * alone.
   */
  watch(words: Iterable<string>): void {
    this.#table = tableWatching(words);
  }

  fail(doubt: Doubt, at: number): "doubt" {
    this.doubt = doubt;
    this.doubtAt = at;
    return "doubt";
  }

  /** Skips from `at`, in the state after what came before, to where the statement ends. */
  skim(from: number, line: Line): Stop {
    const { text, bytes } = this;
    const nesting = this.#nesting;
    const rows = this.#table;
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
          const end = this.#keywordEnd(at, now);
          if (end < 0) return "doubt";
          at = end;
          now = this.#state;
          continue;
        }
        case 0xff07 /* hash */:
          now = rows[(now << 7) + blank] ?? 0;
          at = commentEnd(bytes, at);
          continue;
        default:
          break;
      }
      at = this.#act(next, at, now);
      if (at < 0) return this.#stop;
      now = this.#state;
    }
  }

  /** The end of the keyword at `at`, or of the prefix of a string after another; -1 for all other words. */
  #keywordEnd(at: number, now: number): number {
    const { bytes } = this;
    const rows = this.#table;
    let spelled = rows[(state.operator << 7) + (bytes[at] ?? 0)] ?? 0;
    let end = at + 1;
    for (; spelled < firstAction && isWordPart(bytes[end] ?? 0); end++)
      spelled = rows[(spelled << 7) + (bytes[end] ?? 0)] ?? 0;
    const ended = spelled < firstAction ? rows[(spelled << 7) + blank] : spelled;
    if (ended === state.keyword || ended === state.operator) {
      this.#state = ended;
      return end;
    }
    if (now === state.string && spelled < firstAction) {
      const next = rows[(spelled << 7) + (bytes[end] ?? 0)];
      if (next === action.quote || next === action.template) {
        this.#state = spelled;
        return end;
      }
    }
    return this.#misplaced(at);
  }

  #refuse(doubt: Doubt, at: number): -1 {
    this.#stop = this.fail(doubt, at);
    return -1;
  }

  /** A token is where it may not be; or else a bracket around it is never closed. */
  #misplaced(at: number): -1 {
    const nesting = this.#nesting;
    const inBracket = nesting.top() >= 40;
    return inBracket && !isClosedLater(this.text, this.bytes, at)
      ? this.#refuse("bracket", nesting.openedAt(at))
      : this.#refuse("operand", at);
  }

  #goOn(to: number, at: number): number {
    this.#state = to;
    return at;
  }

  #stopAt(stop: Stop, at: number): -1 {
    this.#stop = stop;
    this.at = at;
    return -1;
  }

  /** Does what is seldom asked for: returns where to go on, in `#state`, or -1 where it ends, as `#stop` says. */
  #act(what: number, at: number, now: number): number {
    const nesting = this.#nesting;
    const { bytes } = this;
    const rows = this.#table;
    const ended = now < firstAction ? (rows[(now << 7) + blank] ?? 0) : now;
    switch (what) {
      case action.template:
        return this.#template(nesting.beginTemplate(bytes, at));
      case action.close:
      case action.closeEarly:
        return this.#close(what, at);
      case action.newline:
        // Within brackets a lambda may go on.
        return nesting.openBracket() < 0 ? this.#misplaced(at) : this.#goOn(ended, at + 1);
      case action.colon:
        return this.#colon(at, ended);
      case action.equals:
        // `{price=}` ends on the sign.
        return now === state.comma ? this.#misplaced(at) : this.#goOn(state.opening, at + 1);
      case action.lambda:
        nesting.push(lambda, at);
        this.hasLambda = true;
        return this.#goOn(state.opening, at);
      case action.watched: {
        let start = at;
        while (start > 0 && isWordPart(bytes[start - 1] ?? 0)) start--;
        this.watched.push(start);
        return this.#goOn(state.name, at);
      }
      case action.augmented: {
        let start = at;
        while ("+-*/%@&|^<>".includes(String.fromCharCode(bytes[start - 1] ?? 0))) start--;
        if (nesting.depth === 0) this.augmentedAt = start;
        return this.#goOn(state.operator, at + 1);
      }
      case action.semicolon:
        return nesting.depth > 0 || ended <= state.star ? this.#unfinished(at) : this.#stopAt("semicolon", at);
      case action.backslash:
        if (bytes[at + 1] !== 10 && bytes[at + 1] !== 13) return this.#refuse("character", at);
        return this.#goOn(ended, newlineEnd(bytes, at + 1));
      case action.bang:
        return this.#bang(at, ended);
      case action.backtick: {
        // Python 2's `repr`: to the next one on the line.
        const end = this.text.slice(at + 1, commentEnd(bytes, at)).indexOf("`");
        return end < 0 ? this.#refuse("character", at) : this.#goOn(state.operand, at + end + 2);
      }
      case action.ellipsis:
        return bytes[at + 1] === 46 ? this.#goOn(state.operand, at + 2) : this.#misplaced(at);
      case action.slash:
        return nesting.depth > 0 ? this.#goOn(state.star, at + 1) : this.#misplaced(at);
      case action.other: {
        const width = wordPartAt(this.text, at);
        if (width === 0) return this.#refuse("character", at);
        const next = rows[(now << 7) + letter] ?? 0;
        return next < firstAction ? this.#goOn(next, at + width) : this.#misplaced(at);
      }
      case action.none:
        if (at < this.text.length) return this.#refuse("character", at);
        if (nesting.depth > 0 || ended <= state.star || ended >= firstAction) return this.#unfinished(at);
        return this.#stopAt("end", at);
      default:
        return this.#misplaced(at);
    }
  }

  #close(what: number, at: number): number {
    const nesting = this.#nesting;
    const code = this.bytes[at] ?? 0;
    const opened = nesting.top();
    if (opened === lambda) return this.#misplaced(at);
    const fits = opened === field ? code === 125 : opened === 40 ? code === 41 : code === opened + 2;
    if (!fits) return this.#refuse("bracket", nesting.openedAt(at));
    if (what === action.closeEarly) return this.#misplaced(at);
    nesting.depth--;
    return this.#template(at + 1);
  }

  #colon(at: number, ended: number): number {
    const nesting = this.#nesting;
    const opened = nesting.top();
    if (opened === field) {
      nesting.beginFormat();
      return this.#template(at + 1);
    }
    if (this.bytes[at + 1] === 61) {
      this.walrus = true;
      return ended < state.name ? this.#misplaced(at) : this.#goOn(state.operator, at + 2);
    }
    nesting.depth--;
    return this.#goOn(state.colon, at + 1);
  }

  #bang(at: number, ended: number): number {
    if (this.bytes[at + 1] === 61) {
      return ended < state.name ? this.#misplaced(at) : this.#goOn(state.operator, at + 2);
    }
    // `{price!r}`
    if (this.#nesting.top() !== field) return this.#refuse("character", at);
    return this.#goOn(state.operator, at + 1);
  }

  /** The statement ends where it cannot: in brackets, or where an operand must come. */
  #unfinished(at: number): number {
    const bracket = this.#nesting.openBracket();
    return bracket < 0 ? this.#refuse("operand", at) : this.#refuse("bracket", bracket);
  }

  /** Goes on in an f-string's literal part. */
  #template(from: number): number {
    const nesting = this.#nesting;
    const at = nesting.readTemplate(this.text, this.bytes, from);
    if (at < 0) return this.#refuse("string", -at - 1);
    return this.#goOn(nesting.closed ? state.string : state.opening, at);
  }
}
