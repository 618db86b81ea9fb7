/**
 * Which parts of a text may fail to load what they name: the blocks of `try` statements that catch it and go on. As the
 * language makes people catch what `Class.forName` throws, a catch that throws again guards nothing.
 *
 * A small lexer of its own, for the few files that load anything by name, so that both tiers have one answer.
 * @see https://docs.oracle.com/javase/specs/jls/se25/html/jls-14.html#jls-14.20
 */
import { bytesOf } from "../../../files/source-bytes.ts";
import { endOfQuoted, endOfString, endOfWord } from "./literals.ts";
import { isWordStart, skipBlanksAndComments } from "./names.ts";

/** Offsets of an opening and a closing brace. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** What is thrown when a class or a library is not there, and what it is a kind of. */
const absence: ReadonlySet<string> = new Set([
  "ClassNotFoundException",
  "ReflectiveOperationException",
  "Exception",
  "NoClassDefFoundError",
  "UnsatisfiedLinkError",
  "LinkageError",
  "Error",
  "Throwable",
]);

/** A name after one of these begins a type, whose body is the next block at the same depth of parentheses. */
const beforeType: ReadonlySet<string> = new Set(["class", "interface", "enum", "record", "new"]);

interface Block {
  /** `later` is the body of a lambda or of a type: what is thrown there is not thrown where it stands. */
  readonly kind: "try" | "catch" | "later" | "other";
  readonly start: number;
  /** The nearest block around it that is of another kind than `other`. */
  readonly around: Block | undefined;
  /** Of a catch: the block before it, and whether it catches an absence that is thrown there. */
  readonly tried?: Stretch | undefined;
  readonly catches?: boolean;
  throws: boolean;
}

/** In order, and apart from each other: what lies within another guarded block is not told by itself. */
export function guardedStretches(text: string): readonly Stretch[] {
  const outer: Stretch[] = [];
  for (const stretch of [...new GuardReader(text).read()].sort((a, b) => a.start - b.start)) {
    if (stretch.start > (outer.at(-1)?.end ?? -1)) outer.push(stretch);
  }
  return outer;
}

class GuardReader {
  readonly #text: string;
  readonly #found: Stretch[] = [];
  readonly #open: Block[] = [];
  #parentheses = 0;
  /** The depth of parentheses at which the block of a `try` is still to begin, or -1. */
  #tryAt = -1;
  /** The same of a `catch`, and whether it names an absence. */
  #catchAt = -1;
  #catches = false;
  /** The same of a type that is declared or made, and of the arrow of a `case`. */
  #typeAt = -1;
  #caseAt = -1;
  /** The word or the arrow right before, but for the arrow of a `case`. */
  #previous = "";
  /** The block of the last `try`, as long as nothing but its catches followed. */
  #tried: Stretch | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  read(): readonly Stretch[] {
    const text = this.#text;
    const bytes = bytesOf(text);
    const skip = (from: number): number => skipBlanksAndComments(text, bytes, from);
    for (let at = skip(0); at >= 0 && at < text.length; at = skip(at)) {
      const code = bytes[at];
      if (isWordStart(text, at)) {
        const end = endOfWord(text, bytes, at);
        const word = text.slice(at, end);
        this.#word(word);
        this.#previous = word;
        at = end;
      } else if (code === 34 || code === 39) {
        const end = code === 34 ? endOfString(text, bytes, at) : endOfQuoted(text, bytes, at, 39);
        if (end < 0) break;
        this.#previous = "";
        at = end;
      } else if (code === 45 && bytes[at + 1] === 62) {
        this.#arrow();
        at += 2;
      } else {
        if (code === 40) this.#parentheses++;
        else if (code === 41) this.#parentheses--;
        else if (code === 123) this.#begin(at);
        else if (code === 125) this.#end(at);
        else if (code === 59) this.#typeAt = -1;
        else if (code === 58 && this.#caseAt === this.#parentheses) this.#caseAt = -1;
        this.#previous = "";
        at++;
      }
    }
    return this.#found;
  }

  #word(word: string): void {
    if (beforeType.has(this.#previous)) this.#typeAt = this.#parentheses;
    if (word === "try") this.#tryAt = this.#parentheses;
    else if (word === "catch") {
      this.#catchAt = this.#parentheses;
      this.#catches = false;
    } else if (word === "throw") {
      const block = nearestTo(this.#open.at(-1));
      if (block !== undefined) block.throws = true;
    } else if (word === "case" || word === "default") this.#caseAt = this.#parentheses;
    else if (this.#catchAt >= 0) this.#catches ||= absence.has(word);
  }

  #arrow(): void {
    const isOfCase = this.#caseAt >= 0 && this.#caseAt === this.#parentheses;
    if (isOfCase) this.#caseAt = -1;
    this.#previous = isOfCase ? "" : "->";
  }

  #begin(at: number): void {
    const kind = this.#kindOfNext();
    const around = nearestTo(this.#open.at(-1));
    const ofCatch = kind === "catch" ? { tried: this.#tried, catches: this.#catches } : {};
    this.#open.push({ kind, start: at, around, throws: false, ...ofCatch });
  }

  /** What the block that begins here is of. */
  #kindOfNext(): Block["kind"] {
    const begins = (depth: number): boolean => depth >= 0 && depth === this.#parentheses;
    if (begins(this.#catchAt)) {
      this.#catchAt = -1;
      return "catch";
    }
    if (begins(this.#tryAt)) {
      this.#tryAt = -1;
      return "try";
    }
    if (!begins(this.#typeAt)) return this.#previous === "->" ? "later" : "other";
    this.#typeAt = -1;
    return "later";
  }

  #end(at: number): void {
    const block = this.#open.pop();
    if (block === undefined) return;
    if (block.kind === "try") this.#tried = { start: block.start, end: at };
    else if (block.kind === "catch") {
      if (block.catches === true && !block.throws && block.tried !== undefined) this.#found.push(block.tried);
      this.#tried = block.tried;
    }
  }
}

/** The innermost block that is of another kind than `other`: it is kept, since a hostile text opens thousands around each word. */
function nearestTo(block: Block | undefined): Block | undefined {
  return block?.kind === "other" ? block.around : block;
}
