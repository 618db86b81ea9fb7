/**
 * The scanner's one pass over the text of a file.
 *
 * It keeps the last token and the open brackets, reads every dotted chain in one go, and knows a chain's role by its
 * neighbours. What it cannot tell by them it doubts, and reads on: the facts of a doubted file are those of a lexer, and
 * stand where the grammar fails too.
 */
import { bytesOf, other } from "../../../files/source-bytes.ts";
import type { DoubtReason, Reading } from "../facts/doubts.ts";
import { characterBits, identifierLength, identifierStart, isWordStart, startsCapital } from "../facts/names.ts";
import { bracket } from "./brackets.ts";
import { Context } from "./context.ts";
import { Headers } from "./header.ts";
import { Keywords } from "./keywords.ts";
import { endOfNumber, endOfQuoted, endOfString, endOfWord, interpolated } from "../facts/literals.ts";
import { NameTable } from "./names.ts";
import {
  afterArrow,
  afterEllipsis,
  afterLiteral,
  afterStep,
  afterTwoColons,
  afterWord,
  dot,
  isOperator,
} from "./tokens.ts";
import { isBeforeUse, word, wordAt } from "./words.ts";

export function readText(text: string): Reading {
  return new TextReader(text).read();
}

class TextReader {
  readonly #text: string;
  readonly #bytes: Uint8Array;
  readonly #names: NameTable;
  readonly #headers: Headers;
  readonly #context: Context;
  readonly #keywords: Keywords;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
    this.#bytes = bytesOf(text);
    this.#context = new Context(text);
    this.#names = new NameTable(text);
    this.#headers = new Headers(text);
    this.#keywords = new Keywords(text, this.#context, this.#headers);
  }

  read(): Reading {
    const context = this.#context;
    const text = this.#text;
    const bytes = this.#bytes;
    for (;;) {
      const at = context.skip(this.#at);
      this.#at = at;
      const code = bytes[at] ?? 0;
      if (code === 0 && at >= text.length) break;
      if (((characterBits[code] ?? 0) & identifierStart) !== 0) this.#word(at);
      else if (code === other && identifierLength(text, at, "start") > 0) this.#word(at);
      else if (code >= 48 && code <= 57) this.#literal(endOfNumber(bytes, at), "statement");
      else this.#mark(code, at);
    }
    if (context.brackets.depth > 0) context.doubtAt("unbalanced", context.brackets.offset);
    return {
      package: this.#headers.package ?? "",
      imports: this.#headers.imports,
      references: this.#names.references,
      types: context.types.table,
      loads: context.loads,
      doubt: context.doubt,
    };
  }

  #mark(code: number, at: number): void {
    const context = this.#context;
    const text = this.#text;
    const bytes = this.#bytes;
    const next = bytes[at + 1] ?? 0;
    if (context.last === dot && code !== 34 && code !== 60 && code !== 64) context.doubtAt("statement", at);
    switch (code) {
      case 34:
        context.readArgument(at);
        return this.#literal(endOfString(text, bytes, at), "string");
      case 39:
        return this.#literal(endOfQuoted(text, bytes, at, 39), "string");
      case 40:
        context.openParenthesis(at);
        break;
      case 91:
        context.brackets.open(bracket.square, at);
        break;
      case 123:
        context.openBrace(at);
        break;
      case 41:
      case 93:
      case 125:
        context.close(code, at);
        break;
      case 59:
        context.semicolon(at);
        break;
      case 58:
        context.patterns.inCaseLabel = false;
        if (next === 58) return this.#step(2, afterTwoColons);
        break;
      case 45:
        if (next === 62) {
          context.patterns.inCaseLabel = false;
          return this.#step(2, afterArrow);
        }
        if (next === 45) return this.#step(2, afterStep);
        break;
      case 43:
        if (next === 43) return this.#step(2, afterStep);
        break;
      case dot:
        if (next === dot && bytes[at + 2] === dot) return this.#step(3, afterEllipsis);
        if (next >= 48 && next <= 57) return this.#literal(endOfNumber(bytes, at), "statement");
        break;
      case 38:
      case 124:
        context.patterns.inInstanceof = false;
        break;
      case 60:
      case 64:
        // What a merge left: `<<<<<<< HEAD`.
        if (text.startsWith("<<<", at)) context.doubtAt("statement", at);
        context.splitType(code, at);
        break;
      case 92:
        context.doubtAt("escape", at);
        break;
      default:
        // Left are ! % * + , - / : = > ? ^ ~
        if (!isOperator(code)) context.doubtAt("character", at);
    }
    this.#step(1, code);
  }

  #step(length: number, last: number): void {
    this.#at += length;
    this.#context.last = last;
  }

  /** Two literals, or a name and a literal, never stand side by side. */
  #literal(end: number, reason: DoubtReason): void {
    const context = this.#context;
    const start = this.#at;
    if (end < 0) {
      context.doubtAt(end === interpolated ? "interpolation" : reason, start);
      // On with the next line, or after the quotes of a text block: the rest of the file is still read.
      const line = this.#text.indexOf("\n", start + 3);
      this.#at = line < 0 ? this.#text.length : line;
    } else {
      const afterName = context.last === afterWord && !isBeforeUse(this.#bytes, context.wordStart, context.wordEnd);
      if (afterName || context.last === afterLiteral) context.doubtAt("statement", start);
      this.#at = end;
    }
    context.last = afterLiteral;
  }

  #word(start: number): void {
    const end = endOfWord(this.#text, this.#bytes, start);
    const special = wordAt(this.#bytes, start, end);
    // Nothing else may follow a literal.
    if (this.#context.last === afterLiteral && special !== word.instanceof) this.#context.doubtAt("statement", start);
    const next = special === word.name ? -1 : this.#keywords.read(special, start, end);
    if (next < 0) this.#chain(start, end);
    else this.#at = next;
  }

  /** A dotted chain from its first word on. */
  #chain(start: number, firstEnd: number): void {
    const context = this.#context;
    const text = this.#text;
    const bytes = this.#bytes;
    let lone = true;
    let end = firstEnd;
    // The chain without its last part, for when that is a method.
    let headEnd = start;
    let headCapital = false;
    let headSpaced = false;
    let spaced = false;
    let capital = startsCapital(text, bytes, start, firstEnd);
    let next = context.skip(firstEnd);
    while (bytes[next] === dot) {
      const part = context.skip(next + 1);
      if (!isWordStart(text, part)) break;
      const partEnd = endOfWord(text, bytes, part);
      const special = wordAt(bytes, part, partEnd);
      if (special === word.self || special === word.new || special === word.class) break;
      lone = false;
      headEnd = end;
      headSpaced = spaced;
      spaced ||= next !== end || part !== next + 1;
      headCapital = capital;
      end = partEnd;
      capital ||= startsCapital(text, bytes, part, partEnd);
      next = context.skip(partEnd);
    }
    const last = context.last;
    const called = bytes[next] === 40;
    if (!context.isAnnotatedType() && called && !context.isType()) {
      end = headEnd;
      spaced = headSpaced;
      capital = headCapital;
    }
    const counts = capital && last !== dot && last !== afterTwoColons && !(lone && context.isNoUse(start, next));
    this.#at = next;
    context.endWord(lone ? start : -1, firstEnd);
    if (!counts) return;
    if (spaced) this.#names.addSpaced(start, end);
    else this.#names.add(start, end);
  }
}
