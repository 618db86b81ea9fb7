/** What the scanner knows at a point of the text: the token before, the brackets around, the facts so far. */
import type { Dialect } from "../facts/dialect.ts";
import type { AmbientModule, FoundImport } from "../facts/found-import.ts";

// The token before. The first group ends an operand.
export const operand = 1;
export const contextToken = 2;
export const paren = 3;
export const bracket = 4;
export const valueBrace = 5;
/** Of a function or a class, whether declared or an expression. */
export const bodyBrace = 6;
// From here on an operand, a statement or a name follows.
export const start = 10; // of a statement
export const operator = 11;
export const open = 12;
export const comma = 13;
export const colon = 14;
export const arrow = 15;
export const prefixToken = 16;
export const assign = 17;
export const question = 18;
export const blockWord = 19;
export const controlParen = 20;
export const greater = 21;
export const typeofToken = 22;
export const newToken = 23;
// And these say themselves what follows.
export const dot = 30;
export const controlToken = 31;
export const tryToken = 32;
export const functionToken = 33;
export const classToken = 34;
export const declareToken = 35;
export const awaitToken = 36;
export const infixToken = 37;

// The kinds of bracket.
export const blockLevel = 0; // a block, a module, the file itself
export const functionLevel = 1;
export const tryLevel = 2;
export const classLevel = 3;
export const objectLevel = 4; // a literal, a pattern, a type
export const parenLevel = 5;
export const bracketLevel = 6;
export const templateLevel = 7;
export const jsxExpressionLevel = 8;
export const jsxTagLevel = 9;
export const jsxChildrenLevel = 10;

// What is under way at a level.
export const arrowPending = 1; // in the expression that is an arrow's body
export const arrowUnsure = 2; // or perhaps past it
export const arrowNested = 4;
export const functionPending = 8; // a function's head was seen, its body not yet
export const classPending = 16;
export const casePending = 32;

/** Whether what stands here runs later than the file loads. */
const notLocal = 0;
export const local = 1;
export const perhapsLocal = 2;

/** Whether its failure is caught shows only after its `try`. */
export interface ScannedImport extends FoundImport {
  optional: boolean;
}

/** Deeper, Babel may run out of stack: its answer would depend on the machine. */
const maxDepth = 200;
const maxChain = 500;

export class State {
  readonly text: string;
  readonly dialect: Dialect;
  readonly imports: ScannedImport[] = [];
  readonly ambient: AmbientModule[] = [];
  doubt: string | undefined;

  previous: number = start;
  /** Whether a line ended since the token before. */
  newline = true;
  /** The offset of the token at hand. */
  at = 0;
  /** What the `:` before belonged to, when the token before is one. */
  colonOfCase = false;
  colonOfConditional = false;

  level: number = blockLevel;
  /** The token before the bracket that opened this level. */
  head: number = start;
  pending = 0;
  /** `?` of conditionals that still wait for their `:`; those since the arrow. */
  questions = 0;
  arrowQuestions = 0;
  local: number = notLocal;
  /** Of a `try`: how many imports were found before it. Of a JSX tag: the offset of its name. */
  mark = 0;

  /** The file binds `require`, or may. */
  bindsRequire = false;
  /** Something is asked for by the name `require`. */
  readsRequire = false;
  /** It has an import or an export at its top. */
  isModule = false;
  decorated = false;
  /** Operators since the last statement, bracket or comma; heads of statements since the last end of one; `else`s. */
  chain = 0;
  heads = 0;
  elses = 0;

  readonly #stack: number[] = [];
  /** The offset of the next `import`, as far as that was asked for. */
  #nextImport = -1;
  depth = 0;

  constructor(text: string, dialect: Dialect) {
    this.text = text;
    this.dialect = dialect;
  }

  /** Gives up; as an offset, the end of the text. */
  fail(reason: string): number {
    this.doubt ??= reason;
    return this.text.length;
  }

  /** Whether the word `import` stands between two offsets; those asked for never go back. */
  hasImportWithin(from: number, end: number): boolean {
    if (this.#nextImport < from) {
      const next = this.text.indexOf("import", from);
      this.#nextImport = next < 0 ? this.text.length : next;
    }
    return this.#nextImport < end;
  }

  /** Counts what Babel recurses over though no bracket shows it: one operator more. */
  link(): void {
    if (++this.chain > maxChain) this.fail("depth");
  }

  /** The same for the head of a statement within a statement. */
  nest(): void {
    if (++this.heads > maxChain) this.fail("depth");
  }

  /** Enters a bracket of this kind. */
  enter(level: number, mark: number): void {
    this.#stack.push(
      this.level,
      this.head,
      this.pending | (this.local << 8),
      this.questions,
      this.arrowQuestions,
      this.mark,
    );
    if (++this.depth > maxDepth) this.fail("depth");
    if (level === functionLevel || level === classLevel) this.local = local;
    else this.local = this.localHere();
    this.level = level;
    this.head = this.previous;
    this.pending = 0;
    this.questions = 0;
    this.arrowQuestions = 0;
    this.mark = mark;
    this.chain = 0;
    if (level === functionLevel) this.elses = 0;
  }

  leave(): void {
    const stack = this.#stack;
    this.mark = stack.pop() ?? 0;
    this.arrowQuestions = stack.pop() ?? 0;
    this.questions = stack.pop() ?? 0;
    const flags = stack.pop() ?? 0;
    this.pending = flags & 255;
    this.local = flags >> 8;
    this.head = stack.pop() ?? start;
    this.level = stack.pop() ?? blockLevel;
    this.depth--;
  }

  localHere(): number {
    if (this.local === local || (this.pending & arrowPending) === 0) return this.local;
    return (this.pending & arrowUnsure) === 0 ? local : perhapsLocal;
  }

  /** Whether statements stand directly in this bracket. */
  holdsStatements(): boolean {
    return this.level <= tryLevel;
  }

  endStatement(): void {
    this.pending = 0;
    this.questions = 0;
    this.chain = 0;
  }
}
