/**
 * Sets of versions as unions of intervals over one ecosystem's order.
 *
 * Canonical: intervals are sorted, disjoint and never touching, so equal sets are equal interval by interval.
 * Everything but `intersect` and `complement` is derived from those two.
 */

/** One end of an interval. */
export interface Bound<V> {
  readonly version: V;
  readonly inclusive: boolean;
}

/** From `lower` to `upper`; an absent bound is open to infinity. Never empty inside a set. */
export interface Interval<V> {
  readonly lower?: Bound<V>;
  readonly upper?: Bound<V>;
}

/**
 * Negative, zero or positive, as for sorting. Written as a method so that a set of some ecosystem's versions can be held
 * as a set of unknown ones: whoever holds it so can only give back what came out of the same scheme.
 */
export type Order<V> = { compare(a: V, b: V): number }["compare"];

export class VersionSet<V> {
  readonly intervals: readonly Interval<V>[];
  readonly #order: Order<V>;

  private constructor(order: Order<V>, intervals: readonly Interval<V>[]) {
    this.#order = order;
    this.intervals = intervals;
  }

  static none<V>(order: Order<V>): VersionSet<V> {
    return new VersionSet(order, []);
  }

  static all<V>(order: Order<V>): VersionSet<V> {
    return new VersionSet<V>(order, [{}]);
  }

  /** The union of any intervals, in any order, overlapping or empty ones included. */
  static of<V>(order: Order<V>, intervals: readonly Interval<V>[]): VersionSet<V> {
    const sorted = intervals
      .filter((interval) => !isEmpty(order, interval))
      .toSorted((a, b) => compareLower(order, a.lower, b.lower));
    const merged: Interval<V>[] = [];
    for (const next of sorted) {
      const last = merged.at(-1);
      if (last !== undefined && touches(order, last.upper, next.lower)) {
        const further = compareUpper(order, last.upper, next.upper) >= 0 ? last.upper : next.upper;
        merged[merged.length - 1] = makeInterval(last.lower, further);
      } else {
        merged.push(next);
      }
    }
    return new VersionSet(order, merged);
  }

  isEmpty(): boolean {
    return this.intervals.length === 0;
  }

  contains(version: V): boolean {
    return this.intervals.some(
      ({ lower, upper }) =>
        (lower === undefined || allows(this.#order(version, lower.version), lower.inclusive)) &&
        (upper === undefined || allows(this.#order(upper.version, version), upper.inclusive)),
    );
  }

  intersect(other: VersionSet<V>): VersionSet<V> {
    const order = this.#order;
    const out: Interval<V>[] = [];
    let i = 0;
    let j = 0;
    for (;;) {
      const a = this.intervals[i];
      const b = other.intervals[j];
      if (a === undefined || b === undefined) break;
      const lower = compareLower(order, a.lower, b.lower) >= 0 ? a.lower : b.lower;
      const aEndsFirst = compareUpper(order, a.upper, b.upper) <= 0;
      const both = makeInterval(lower, aEndsFirst ? a.upper : b.upper);
      if (!isEmpty(order, both)) out.push(both);
      if (aEndsFirst) i++;
      else j++;
    }
    return new VersionSet(order, out);
  }

  complement(): VersionSet<V> {
    const out: Interval<V>[] = [];
    let lower: Bound<V> | undefined;
    let openBelow = true;
    for (const interval of this.intervals) {
      if (interval.lower !== undefined) out.push(makeInterval(openBelow ? undefined : lower, flip(interval.lower)));
      if (interval.upper === undefined) return new VersionSet(this.#order, out);
      lower = flip(interval.upper);
      openBelow = false;
    }
    out.push(makeInterval(openBelow ? undefined : lower, undefined));
    return new VersionSet(this.#order, out);
  }

  union(other: VersionSet<V>): VersionSet<V> {
    return VersionSet.of(this.#order, [...this.intervals, ...other.intervals]);
  }

  equals(other: VersionSet<V>): boolean {
    return (
      this.intervals.length === other.intervals.length &&
      this.intervals.every((interval, at) => {
        const twin = other.intervals[at] ?? {};
        return (
          compareLower(this.#order, interval.lower, twin.lower) === 0 &&
          compareUpper(this.#order, interval.upper, twin.upper) === 0
        );
      })
    );
  }

  isSubsetOf(other: VersionSet<V>): boolean {
    return this.intersect(other).equals(this);
  }

  /**
   * As a `vers:` range.
   * @see https://github.com/package-url/vers-spec
   */
  print(scheme: string, version: (v: V) => string): string {
    const parts: string[] = [];
    for (const { lower, upper } of this.intervals) {
      if (lower === undefined && upper === undefined) parts.push("*");
      else if (lower !== undefined && upper !== undefined && this.#order(lower.version, upper.version) === 0) {
        parts.push(version(lower.version));
      } else {
        if (lower !== undefined) parts.push(`>${lower.inclusive ? "=" : ""}${version(lower.version)}`);
        if (upper !== undefined) parts.push(`<${upper.inclusive ? "=" : ""}${version(upper.version)}`);
      }
    }
    return `vers:${scheme}/${parts.join("|")}`;
  }
}

function makeInterval<V>(lower: Bound<V> | undefined, upper: Bound<V> | undefined): Interval<V> {
  return { ...(lower === undefined ? {} : { lower }), ...(upper === undefined ? {} : { upper }) };
}

function flip<V>(bound: Bound<V>): Bound<V> {
  return { version: bound.version, inclusive: !bound.inclusive };
}

function allows(sign: number, inclusive: boolean): boolean {
  return sign > 0 || (sign === 0 && inclusive);
}

function isEmpty<V>(order: Order<V>, { lower, upper }: Interval<V>): boolean {
  if (lower === undefined || upper === undefined) return false;
  const sign = order(lower.version, upper.version);
  return sign > 0 || (sign === 0 && !(lower.inclusive && upper.inclusive));
}

/** An absent lower bound is the lowest; at one version the inclusive bound is lower. */
function compareLower<V>(order: Order<V>, a: Bound<V> | undefined, b: Bound<V> | undefined): number {
  if (a === undefined || b === undefined) return a === b ? 0 : a === undefined ? -1 : 1;
  return order(a.version, b.version) || Number(b.inclusive) - Number(a.inclusive);
}

/** An absent upper bound is the highest; at one version the inclusive bound is higher. */
function compareUpper<V>(order: Order<V>, a: Bound<V> | undefined, b: Bound<V> | undefined): number {
  if (a === undefined || b === undefined) return a === b ? 0 : a === undefined ? 1 : -1;
  return order(a.version, b.version) || Number(a.inclusive) - Number(b.inclusive);
}

/** Whether an interval that ends at `upper` leaves no gap before one that begins at `lower`. */
function touches<V>(order: Order<V>, upper: Bound<V> | undefined, lower: Bound<V> | undefined): boolean {
  if (upper === undefined || lower === undefined) return true;
  const sign = order(upper.version, lower.version);
  return sign > 0 || (sign === 0 && (upper.inclusive || lower.inclusive));
}
