/** Chance that comes out the same for the same seed. */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** From 0 on, below this. Mulberry32: https://gist.github.com/tommyettinger/46a874533244883189143505d203312c */
  below(limit: number): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  }

  chance(percent: number): boolean {
    return this.below(100) < percent;
  }

  pick<T>(first: T, ...others: readonly T[]): T {
    const at = this.below(others.length + 1);
    return at === 0 ? first : (others[at - 1] ?? first);
  }

  /** From `least` to `most` of them, one after another. */
  some<T>(least: number, most: number, make: () => T): readonly T[] {
    return Array.from({ length: least + this.below(most - least + 1) }, make);
  }

  /** Small numbers meet each other, large ones and zeros in front are where parsers differ. */
  number(): string {
    return this.chance(90) ? String(this.below(4)) : this.pick("10", "00", "01", "20240131", "9007199254740993", "99");
  }
}
