/**
 * The scanner's one pass over the text of a file.
 *
 * It keeps the last token and the open brackets, reads every dotted chain in one go, and knows a chain's role by its
 * neighbours. What it cannot tell by them it doubts, and reads on: the facts of a doubted file are those of a lexer, and
 * stand where the grammar fails too.
 */
import type { DoubtReason, Reading } from "../facts/doubts.ts";
import {
  characterBits,
  identifierLength,
  identifierStart,
  isCapital,
  isWordStart,
  skipBlanksAndComments,
} from "../facts/names.ts";
import { bracket } from "./brackets.ts";
import { Context } from "./context.ts";
import { Headers } from "./header.ts";
import { endOfNumber, endOfQuoted, endOfString, endOfWord, interpolated } from "../facts/literals.ts";
import { NameTable } from "./names.ts";
import {
  afterArrow,
  afterCase,
  afterEllipsis,
  afterInstanceof,
  afterJump,
  afterLiteral,
  afterNew,
  afterStep,
  afterTwoColons,
  afterWord,
  dot,
  isOperator,
} from "./tokens.ts";
import { isBeforeUse, isRecordHeader, type Word, word, wordAt } from "./words.ts";

export function readText(text: string): Reading {
  return new TextReader(text).read();
}

class TextReader {
  readonly #text: string;
  readonly #names: NameTable;
  readonly #headers: Headers;
  readonly #context: Context;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
    this.#context = new Context(text);
    this.#names = new NameTable(text);
    this.#headers = new Headers(text);
  }

  read(): Reading {
    const context = this.#context;
    const text = this.#text;
    for (;;) {
      const at = this.#skip(this.#at);
      this.#at = at;
      const code = text.charCodeAt(at);
      if (code !== code) break;
      const bits = code < 128 ? (characterBits[code] ?? 0) : identifierLength(text, at, "start");
      if ((bits & identifierStart) !== 0 || (code >= 128 && bits > 0)) this.#word(at);
      else if (code >= 48 && code <= 57) this.#literal(endOfNumber(text, at), "statement");
      else this.#mark(code, at);
    }
    if (context.brackets.depth > 0) context.doubtAt("unbalanced", context.brackets.offset);
    return {
      package: this.#headers.package ?? "",
      imports: this.#headers.imports,
      references: this.#names.references,
      types: context.types.table,
      doubt: context.doubt,
    };
  }

  /** The next character that is neither blank nor in a comment; the end of the text if a comment has none. */
  #skip(from: number): number {
    const at = skipBlanksAndComments(this.#text, from);
    if (at >= 0) return at;
    this.#context.doubtAt("comment", this.#text.indexOf("/*", from));
    return this.#text.length;
  }

  #mark(code: number, at: number): void {
    const context = this.#context;
    const text = this.#text;
    const next = text.charCodeAt(at + 1);
    if (context.last === dot && code !== 34 && code !== 60 && code !== 64) context.doubtAt("statement", at);
    switch (code) {
      case 34:
        return this.#literal(endOfString(text, at), "string");
      case 39:
        return this.#literal(endOfQuoted(text, at, 39), "string");
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
        if (next === dot && text.charCodeAt(at + 2) === dot) return this.#step(3, afterEllipsis);
        if (next >= 48 && next <= 57) return this.#literal(endOfNumber(text, at), "statement");
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
      const afterName = context.last === afterWord && !isBeforeUse(this.#text, context.wordStart, context.wordEnd);
      if (afterName || context.last === afterLiteral) context.doubtAt("statement", start);
      this.#at = end;
    }
    context.last = afterLiteral;
  }

  #word(start: number): void {
    const text = this.#text;
    const end = endOfWord(text, start);
    const special = wordAt(text, start, end);
    // Nothing else may follow a literal.
    if (this.#context.last === afterLiteral && special !== word.instanceof) this.#context.doubtAt("statement", start);
    if (special !== word.name && this.#special(special, start, end)) return;
    this.#chain(start, end);
  }

  /** Whether a word was read by what it means; else it is a name. */
  #special(special: Word, start: number, end: number): boolean {
    const context = this.#context;
    const text = this.#text;
    const member = context.last === dot || context.last === afterTwoColons;
    this.#at = end;
    switch (special) {
      case word.new:
        context.patterns.inInstanceof = false;
        context.brackets.create(end);
        context.last = afterNew;
        return true;
      case word.case:
        context.patterns.inCaseLabel = true;
        context.last = afterCase;
        return true;
      case word.jump:
        context.last = afterJump;
        return true;
      case word.instanceof:
        context.patterns.inInstanceof = true;
        context.last = afterInstanceof;
        return true;
      case word.access:
        context.types.modify(text.charCodeAt(start + 1) === 114 && end - start === 7 ? "private" : "open");
        context.endWord(start, end);
        return true;
      case word.self:
        context.endWord(start, end);
        return true;
      case word.class:
      case word.interface:
      case word.enum:
        if (member) context.endWord(start, end);
        else this.#declare(special, this.#skip(end));
        return true;
      case word.record:
        return !member && isRecordHeader(text, end) && this.#declare(special, this.#skip(end));
      case word.import:
      case word.package:
        if (context.brackets.depth > 0) context.doubtAt("unbalanced", start);
        this.#header(special === word.package ? "package" : "import", start);
        return true;
      case word.when:
        // Guard: it follows a pattern, outside of its parentheses. Anywhere else it is a name.
        if (!context.patterns.endsBefore(context.last, context.brackets.top)) return false;
        context.patterns.inCaseLabel = false;
        context.last = 61;
        return true;
      default:
        return false;
    }
  }

  #declare(special: Word, nameStart: number): true {
    const nameEnd = this.#context.declare(special, nameStart);
    if (nameEnd >= 0) this.#at = nameEnd;
    return true;
  }

  #header(keyword: "package" | "import", start: number): void {
    const context = this.#context;
    const { next, whole } = this.#headers.read(this.#at, keyword);
    if (!whole) context.doubtAt(keyword, start);
    this.#at = next;
    context.last = whole ? 59 : afterWord;
    context.wordStart = -1;
  }

  /** A dotted chain from its first word on. */
  #chain(start: number, firstEnd: number): void {
    const context = this.#context;
    const text = this.#text;
    let lone = true;
    let end = firstEnd;
    // The chain without its last part, for when that is a method.
    let headEnd = start;
    let headCapital = false;
    let headSpaced = false;
    let spaced = false;
    let capital = isCapital(text, start, firstEnd);
    let next = this.#skip(firstEnd);
    while (text.charCodeAt(next) === dot) {
      const part = this.#skip(next + 1);
      if (!isWordStart(text, part)) break;
      const partEnd = endOfWord(text, part);
      const special = wordAt(text, part, partEnd);
      if (special === word.self || special === word.new || special === word.class) break;
      lone = false;
      headEnd = end;
      headSpaced = spaced;
      spaced ||= next !== end || part !== next + 1;
      headCapital = capital;
      end = partEnd;
      capital ||= isCapital(text, part, partEnd);
      next = this.#skip(partEnd);
    }
    const last = context.last;
    const called = text.charCodeAt(next) === 40;
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
