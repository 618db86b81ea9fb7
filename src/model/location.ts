/** A place in a file of the repository. */
export interface Location {
  /** Path from the root, `/` between its parts. */
  readonly file: string;
  /** 1-based; 0 when the place is the whole file. */
  readonly line: number;
  /** 1-based, in UTF-16 code units; 0 when unknown. */
  readonly column: number;
}

/** A place within a file that is known. */
export type Position = Pick<Location, "line" | "column">;

/** One reason or place that a reader can check. */
export interface Evidence {
  readonly file: string;
  readonly line: number;
  readonly column?: number;
  readonly message: string;
}

/** Less than any offset: to be searched at the next question. */
const unsearched = -2;

/**
 * Turns offsets of one text into lines and columns. Cheapest when asked in ascending order: it counts on from the last
 * answer, so a whole file costs one pass however many positions are asked for. `\n`, `\r\n` and a lone `\r` end a line.
 */
export class LineCounter {
  readonly #text: string;
  #line = 1;
  #lineStart = 0;
  /** Where the next `\n` and `\r` from the current line's start are; -1 when there is none. */
  #newline = unsearched;
  #return = unsearched;

  constructor(text: string) {
    this.#text = text;
  }

  /** The 1-based line and column of a UTF-16 offset. */
  at(offset: number): { readonly line: number; readonly column: number } {
    if (offset < this.#lineStart) {
      this.#line = 1;
      this.#lineStart = 0;
      this.#newline = unsearched;
      this.#return = unsearched;
    }
    for (;;) {
      const next = this.#nextLineStart();
      if (next < 0 || next > offset) break;
      this.#line++;
      this.#lineStart = next;
    }
    return { line: this.#line, column: offset - this.#lineStart + 1 };
  }

  /** Where the line after the current one begins, or -1 at the end. */
  #nextLineStart(): number {
    const from = this.#lineStart;
    if (this.#newline !== -1 && this.#newline < from) this.#newline = this.#text.indexOf("\n", from);
    if (this.#return !== -1 && this.#return < from) this.#return = this.#text.indexOf("\r", from);
    const newline = this.#newline;
    const carriage = this.#return;
    if (carriage >= 0 && (newline < 0 || carriage < newline))
      return carriage + 1 === newline ? newline + 1 : carriage + 1;
    return newline < 0 ? -1 : newline + 1;
  }
}
