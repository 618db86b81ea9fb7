/** Reads one line of dependency grammar from left to right; the first thing that does not fit ends it. */

/** Why a text is not of the grammar, and at which UTF-16 offset. */
export interface GrammarProblem {
  readonly message: string;
  readonly at: number;
}

/** Thrown inside a reading and caught at its door: never seen outside. */
class GrammarError extends Error {
  override readonly name = "GrammarError";
  readonly at: number;

  constructor(message: string, at: number) {
    super(message);
    this.at = at;
  }
}

export class GrammarCursor {
  readonly text: string;
  at = 0;

  constructor(text: string) {
    this.text = text;
  }

  /** `wsp*`: blanks and tabs. */
  skipBlanks(): void {
    while (this.text[this.at] === " " || this.text[this.at] === "\t") this.at++;
  }

  isAtEnd(): boolean {
    return this.at >= this.text.length;
  }

  /** Moves over a fixed text if it stands here. */
  take(token: string): boolean {
    if (!this.text.startsWith(token, this.at)) return false;
    this.at += token.length;
    return true;
  }

  /** Moves over what a sticky pattern matches here. */
  match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    if (found !== undefined) this.at += found.length;
    return found;
  }

  fail(message: string, at: number = this.at): never {
    throw new GrammarError(message, at);
  }
}

export type Reading<T> = { readonly value: T } | { readonly problem: GrammarProblem };

/** Runs a reading over a whole text and turns its failure into data. */
export function readWhole<T>(text: string, read: (cursor: GrammarCursor) => T, end: string): Reading<T> {
  const cursor = new GrammarCursor(text);
  try {
    const value = read(cursor);
    cursor.skipBlanks();
    if (!cursor.isAtEnd()) cursor.fail(`expected ${end}`);
    return { value };
  } catch (error) {
    if (error instanceof GrammarError) return { problem: { message: error.message, at: error.at } };
    throw error;
  }
}
