/** A place among Python's tokens. */
import { type Kind, kinds, type Tokens } from "./tokens.ts";

export class Cursor {
  readonly tokens: Tokens;
  at: number;
  end: number;

  /** Reads tokens from `at`, and none from `end` on. */
  constructor(tokens: Tokens, at: number, end: number) {
    this.tokens = tokens;
    this.at = at;
    this.end = end;
  }

  get isDone(): boolean {
    return this.at >= this.end;
  }

  kind(): Kind | undefined {
    return this.isDone ? undefined : this.tokens.kinds[this.at];
  }

  /** The text of the token here, or of one further on; empty where there is none. */
  word(ahead = 0): string {
    const at = this.at + ahead;
    return at >= this.end ? "" : this.tokens.text.slice(this.tokens.starts[at], this.tokens.ends[at]);
  }

  /** UTF-16 offset of the token here. */
  start(): number {
    return this.tokens.starts[this.at] ?? this.tokens.text.length;
  }

  /** UTF-16 offset of the end of the token before. */
  endBefore(): number {
    return this.tokens.ends[this.at - 1] ?? 0;
  }

  /** Takes the token here if it is this one. Strings are never one: their quotes are part of them. */
  take(word: string): boolean {
    if (this.word() !== word) return false;
    this.at++;
    return true;
  }

  /** Takes a name; not a keyword of the kind that ends an expression. */
  name(): string | undefined {
    if (this.kind() !== kinds.name) return undefined;
    const name = this.word();
    this.at++;
    return name;
  }

  /** Goes to the comma or the closing bracket behind this item of a list. */
  skipItem(): void {
    while (!this.isDone && !")]},".includes(this.word())) {
      this.at++;
      if ("([{".includes(this.word(-1))) this.leave();
    }
  }

  /** Goes to behind the bracket that closes the one that is open here. */
  leave(): void {
    let depth = 1;
    for (; !this.isDone && depth > 0; this.at++) {
      if (this.kind() !== kinds.operator) continue;
      const code = this.tokens.text.charCodeAt(this.start());
      if (code === 40 || code === 91 || code === 123) depth++;
      else if (code === 41 || code === 93 || code === 125) depth--;
    }
  }
}
