import { bytesOf } from "../../../files/source-bytes.ts";
import type { Doubt, DoubtReason } from "../facts/doubts.ts";
import { endOfWord } from "../facts/literals.ts";
import { type FoundLoad, mayLoad } from "../facts/loads.ts";
import { isWordStart, skipBlanksAndComments } from "../facts/names.ts";
import { TypeTable } from "../facts/type-table.ts";
import { bracket, Brackets } from "./brackets.ts";
import { Patterns } from "./patterns.ts";
import {
  afterAnnotationName,
  afterArrow,
  afterEllipsis,
  afterJump,
  afterNew,
  afterWord,
  atStart,
  dot,
  isUnfinished,
} from "./tokens.ts";
import { DeclaredTypes } from "./types.ts";
import { isBeforeUse, type Word, word } from "./words.ts";

/** What the scanner knows at one place of the text: the last token, the open brackets, the first doubt. */
export class Context {
  readonly #text: string;
  readonly #bytes: Uint8Array;
  readonly brackets: Brackets = new Brackets();
  readonly types: DeclaredTypes;
  readonly patterns: Patterns = new Patterns();
  readonly loads: FoundLoad[] = [];
  doubt: Doubt | undefined;
  last: number = atStart;
  /** Where the last token stands if it is a lone word; -1 for a longer chain. */
  wordStart = -1;
  wordEnd = -1;
  /** Past annotations a type follows that `new` or a dot was for: at this depth of brackets, or -1. */
  #typeFollows = -1;

  constructor(text: string) {
    this.#text = text;
    this.#bytes = bytesOf(text);
    this.types = new DeclaredTypes(this.brackets, new TypeTable(text));
  }

  doubtAt(reason: DoubtReason, at: number): void {
    this.doubt ??= { reason, at };
  }

  /** The next character that is neither blank nor in a comment; the end of the text if a comment has none. */
  skip(from: number): number {
    const at = skipBlanksAndComments(this.#text, this.#bytes, from);
    if (at >= 0) return at;
    this.doubtAt("comment", this.#text.indexOf("/*", from));
    return this.#text.length;
  }

  /** After `class`, `interface`, `enum` or `record`, at the name: the offset after it, or -1 without one. */
  declare(special: Word, nameStart: number): number {
    if (!isWordStart(this.#text, nameStart)) {
      this.doubtAt("declaration", nameStart);
      this.last = afterWord;
      return -1;
    }
    const nameEnd = endOfWord(this.#text, this.#bytes, nameStart);
    const body = special === word.enum ? bracket.enumConstants : bracket.typeBody;
    const isInterface = special === word.interface;
    this.types.declare(this.#text.slice(nameStart, nameEnd), nameEnd, { body, isInterface });
    this.endWord(-1, -1);
    return nameEnd;
  }

  openParenthesis(at: number): void {
    const isPattern = this.patterns.beginsAtParenthesis(this.last, this.brackets.top);
    const use = this.last === afterAnnotationName ? "annotation" : "arguments";
    this.brackets.openParenthesis(isPattern ? bracket.pattern : bracket.parenthesis, at, use);
  }

  /** At a string. */
  readArgument(start: number): void {
    if (this.last !== 40) return;
    const parenthesis = this.brackets.offset;
    if (mayLoad(this.#text, parenthesis)) this.loads.push({ parenthesis, start });
  }

  /** At what may part a type from the `new` or the dot before it. */
  splitType(code: number, at: number): void {
    // TypeAnnotation: `new @Fresh Shop()`, `Outer.@Fresh Inner`.
    if (code === 64) {
      if (this.last !== afterNew && this.last !== dot) return;
      // Within the arguments of such an annotation, the next one would be forgotten.
      if (this.#typeFollows >= 0) this.doubtAt("annotation", at);
      this.#typeFollows = this.brackets.depth;
    }
    // ClassInstanceCreationExpression with type arguments of the constructor: `new <T>Shop()`.
    else if (this.last === afterNew) this.doubtAt("statement", at);
  }

  openBrace(at: number): void {
    const brackets = this.brackets;
    if (this.types.open(at)) return;
    const last = this.last;
    if (last === 41 && brackets.creation > 0) this.types.table.readCreation(brackets.creation, at);
    const nested = last === 123 && brackets.top !== bracket.values;
    const statement = last === 41 || last === afterArrow || last === 59 || last === 125 || last === 58 || nested;
    brackets.open(statement ? bracket.block : bracket.values, at);
  }

  close(code: number, at: number): void {
    const brackets = this.brackets;
    const { top } = brackets;
    const last = this.last;
    this.patterns.inInstanceof = false;
    if (code === 125) {
      const ended = last === 59 || last === 123 || last === 125;
      const open = top === bracket.block ? !ended && last !== 58 : top === bracket.typeBody && !ended;
      if (open) this.doubtAt("statement", at);
    } else if (isUnfinished(last) || last === 44) this.doubtAt("statement", at);
    if (this.types.giveUp()) this.doubtAt("declaration", at);
    if (brackets.close(code)) return;
    this.doubtAt("unbalanced", at);
    if (code === 125) brackets.closeUpToBrace();
  }

  semicolon(at: number): void {
    const { top } = this.brackets;
    if (top === bracket.enumConstants) this.brackets.endConstants();
    else if (isUnfinished(this.last) || this.last === 44) this.doubtAt("statement", at);
    this.patterns.inInstanceof = false;
    if (this.types.giveUp()) this.doubtAt("declaration", at);
  }

  endWord(start: number, end: number): void {
    this.last = this.last === 64 ? afterAnnotationName : afterWord;
    this.wordStart = start;
    this.wordEnd = end;
  }

  /** Whether the type that an annotation after `new` or a dot belongs to begins here. */
  isAnnotatedType(): boolean {
    if (this.#typeFollows !== this.brackets.depth) return false;
    if (this.last !== afterAnnotationName && this.last !== 41) return false;
    this.#typeFollows = -1;
    return true;
  }

  /** Whether a name before a parenthesis, here, is a type and no method. */
  isType(): boolean {
    const last = this.last;
    if (last === 64 || last === afterNew) return true;
    return this.patterns.beginsAtName(last, this.brackets.top);
  }

  /** Whether a lone name is not used here but declared, or names no type: by what stands beside it. */
  isNoUse(start: number, next: number): boolean {
    const bytes = this.#bytes;
    const last = this.last;
    if (this.brackets.top === bracket.enumConstants && last !== 64) return true;
    if (last === afterJump || last === afterEllipsis || last === 93) return true;
    const follows = last === afterWord;
    if (bytes[next] === 58 && bytes[next + 1] !== 58) {
      // LabeledStatement, or the middle of a choice: `fits ? (Size) LARGE : SMALL`.
      if (last === 59 || last === 123 || last === 125) return true;
      if (last === 41 || last === 58) this.doubtAt("label", start);
      if (follows && this.#isWord("else", "do")) return true;
    }
    return follows && !isBeforeUse(bytes, this.wordStart, this.wordEnd);
  }

  #isWord(...words: readonly string[]): boolean {
    const last = this.#text.slice(Math.max(this.wordStart, 0), Math.max(this.wordEnd, 0));
    return words.includes(last);
  }
}
