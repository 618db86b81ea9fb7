/** Parts of a file that lie in one another or apart, and which of them is the innermost around an offset. */

/** UTF-16 offsets. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

interface Spanned {
  readonly within: Span;
}

export class NestedSpans<T extends Spanned> {
  /** By their starts, an outer one before those in it. */
  readonly #sorted: readonly T[];
  /** Of each the index of the next one around it. */
  readonly #outer: readonly number[];

  /** @param items of those with the same span the last is the innermost */
  constructor(items: readonly T[]) {
    this.#sorted = items.toSorted(({ within: a }, { within: b }) => a.start - b.start || b.end - a.end);
    const outer: number[] = [];
    for (const [index, { within }] of this.#sorted.entries()) {
      let around = index - 1;
      while (around >= 0 && (this.#sorted[around]?.within.end ?? 0) <= within.start) around = outer[around] ?? -1;
      outer.push(around);
    }
    this.#outer = outer;
  }

  innermost(at: number): T | undefined {
    let low = 0;
    let high = this.#sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#sorted[middle]?.within.start ?? 0) <= at) low = middle + 1;
      else high = middle;
    }
    for (let index = low - 1; index >= 0; index = this.#outer[index] ?? -1) {
      const item = this.#sorted[index];
      if (item !== undefined && at < item.within.end) return item;
    }
    return undefined;
  }
}
