/**
 * Goes through the top of a file token by token: what stands between brackets is one step, and never looked into but for
 * strings and comments. That is most of a file, and one loop over its characters: measured at the speed of the scanner of
 * Java and above.
 */
import type { DoubtReason } from "../facts/doubts.ts";
import { characterBits, identifierLength, identifierPart, isWordStart } from "../facts/names.ts";
import type { Lexicon } from "./lexicon.ts";

export const token = { end: 0, newline: 1, word: 2, literal: 3, sign: 4 } as const;
export type Token = (typeof token)[keyof typeof token];

/** Strings within templates within strings: more of them are no program's. */
const deepest = 50;

const mark = { plain: 0, open: 1, close: 2, slash: 3, literal: 4 } as const;

/** What could not be told. */
export interface Flaw {
  readonly reason: DoubtReason;
  readonly at: number;
}

export class Cursor {
  readonly text: string;
  kind: Token = token.newline;
  /** Of a sign its character; else 0. */
  code = 0;
  start = 0;
  end = 0;
  /** The first place that the reading cannot be sure from. */
  flaw: Flaw | undefined;
  readonly #lexicon: Lexicon;
  readonly #marks: Uint8Array;
  #nesting = 0;
  readonly #endOfGroup = (at: number): number => this.#groupEnd(at);

  constructor(text: string, lexicon: Lexicon) {
    this.text = text;
    this.#lexicon = lexicon;
    this.#marks = marksOf(lexicon);
    if (text.startsWith("#!")) this.end = Math.max(0, text.indexOf("\n"));
  }

  /** Goes to the next token. */
  next(): Token {
    const { text } = this;
    this.code = 0;
    for (let at = this.end; ;) {
      const code = text.charCodeAt(at);
      this.start = at;
      if (code !== code) return this.#take(token.end, at);
      if (code === 10) return this.#take(token.newline, at + 1);
      if (code <= 32 || code === 160 || code === 65279) {
        at++;
        continue;
      }
      const kind = code < 128 ? (this.#marks[code] ?? mark.plain) : mark.plain;
      if (kind === mark.slash) {
        const after = this.#commentEnd(at);
        if (after > at) {
          at = after;
          continue;
        }
      }
      if (kind === mark.slash || kind === mark.literal) {
        const after = this.#lexicon.endOfLiteral(text, at, this.#endOfGroup);
        if (after > at) return this.#take(code === 96 ? token.word : token.literal, after);
        if (after < 0) return this.#take(token.literal, this.#giveUp("string", at));
      }
      if (isWordStart(text, at)) return this.#take(token.word, endOfWord(text, at));
      this.code = code;
      return this.#take(token.sign, at + 1);
    }
  }

  /** The same past ends of lines. */
  nextOnAnyLine(): Token {
    while (this.next() === token.newline);
    return this.kind;
  }

  /** The word itself, without the backticks around it. */
  word(): string {
    const { text, start, end } = this;
    return text.charCodeAt(start) === 96 ? text.slice(start + 1, end - 1) : text.slice(start, end);
  }

  is(word: string): boolean {
    return this.kind === token.word && this.end - this.start === word.length && this.text.startsWith(word, this.start);
  }

  /** From an opening bracket to the one that closes it; where none does, the bracket alone is passed. */
  skipGroup(): void {
    // A file with a bracket too many is not searched to its end for every one of them.
    if (this.flaw !== undefined) return;
    const after = this.#groupEnd(this.start);
    if (after < 0) this.#doubt("unbalanced", this.start);
    else this.end = after;
  }

  doubt(reason: DoubtReason): void {
    this.#doubt(reason, this.start);
  }

  #take(kind: Token, end: number): Token {
    this.kind = kind;
    this.end = end;
    return kind;
  }

  #doubt(reason: DoubtReason, at: number): void {
    this.flaw ??= { reason, at };
  }

  /** Past what has no end: on with the next line. */
  #giveUp(reason: DoubtReason, at: number): number {
    this.#doubt(reason, at);
    const line = this.text.indexOf("\n", at);
    return line < 0 ? this.text.length : line;
  }

  #groupEnd(from: number): number {
    if (this.#nesting >= deepest) return -1;
    this.#nesting++;
    const end = this.#findGroupEnd(from);
    this.#nesting--;
    return end;
  }

  #findGroupEnd(from: number): number {
    const { text } = this;
    const marks = this.#marks;
    let depth = 0;
    for (let at = from; ;) {
      const code = text.charCodeAt(at);
      if (code !== code) return -1;
      const kind = code < 128 ? marks[code] : mark.plain;
      if (kind === mark.plain) at++;
      else if (kind === mark.open) {
        depth++;
        at++;
      } else if (kind === mark.close) {
        at++;
        if (--depth === 0) return at;
      } else {
        const comment = kind === mark.slash ? this.#commentEnd(at) : at;
        const end = comment > at ? comment : this.#lexicon.endOfLiteral(text, at, this.#endOfGroup);
        if (end < 0) return -1;
        at = end === at ? at + 1 : end;
      }
    }
  }

  /** The offset after a comment; the same offset where there is none. */
  #commentEnd(at: number): number {
    const { text } = this;
    const second = text.charCodeAt(at + 1);
    if (second === 47) {
      const line = text.indexOf("\n", at + 2);
      return line < 0 ? text.length : line;
    }
    if (second !== 42) return at;
    const end = this.#lexicon.nestedComments ? endOfNested(text, at) : endOfPlain(text, at);
    if (end >= 0) return end;
    this.#doubt("comment", at);
    return text.length;
  }
}

function endOfPlain(text: string, from: number): number {
  const close = text.indexOf("*/", from + 2);
  return close < 0 ? -1 : close + 2;
}

/** The offset after a comment that may hold comments; -1 without an end. */
function endOfNested(text: string, from: number): number {
  let depth = 1;
  let open = text.indexOf("/*", from + 2);
  let close = text.indexOf("*/", from + 2);
  while (close >= 0) {
    if (open >= 0 && open < close) {
      depth++;
      // `/*/` opens, and closes nothing.
      if (close < open + 2) close = text.indexOf("*/", open + 2);
      open = text.indexOf("/*", open + 2);
    } else {
      if (--depth === 0) return close + 2;
      // `*/*` closes, and opens nothing.
      if (open >= 0 && open < close + 2) open = text.indexOf("/*", close + 2);
      close = text.indexOf("*/", close + 2);
    }
  }
  return -1;
}

function marksOf({ literalStarts }: Lexicon): Uint8Array {
  const marks = new Uint8Array(128);
  for (const open of "([{") marks[open.charCodeAt(0)] = mark.open;
  for (const close of ")]}") marks[close.charCodeAt(0)] = mark.close;
  marks[47] = mark.slash;
  for (const start of literalStarts) marks[start.charCodeAt(0)] = mark.literal;
  return marks;
}

/** The offset after the word that begins at an offset: few are read, so that the text is not taken apart into bytes for them. */
function endOfWord(text: string, start: number): number {
  for (let at = start; ;) {
    const code = text.charCodeAt(at);
    if (code < 128) {
      if (((characterBits[code] ?? 0) & identifierPart) === 0) return at;
      at++;
      continue;
    }
    const length = code !== code ? 0 : identifierLength(text, at, "part");
    if (length === 0) return at;
    at += length;
  }
}
