/**
 * Maven's `${...}`: nested, bounded, and never guessed.
 * @see https://maven.apache.org/ref/current/maven-model-builder/#model-interpolation
 */
import type { Evidence } from "../../../model/location.ts";

export interface Interpolated {
  readonly value: string;
  /** The first expression that has no value here; then `value` still holds it as written. */
  readonly missing: string | undefined;
  /** Where the values came from. */
  readonly origin: readonly Evidence[];
}

export interface PropertyValue {
  readonly value: string;
  /** Absent for values that Maven itself gives. */
  readonly evidence?: Evidence;
}

/** Enough for any real project; a chain that doubles at each step ends here. */
const mostSteps = 200;
const longestValue = 10_000;

export function interpolate(text: string, property: (name: string) => PropertyValue | undefined): Interpolated {
  let value = text;
  let missing: string | undefined;
  const origin: Evidence[] = [];
  let from = 0;
  for (let steps = 0; ; steps++) {
    const start = value.indexOf("${", from);
    if (start < 0) return { value, missing, origin };
    const end = value.indexOf("}", start);
    if (end < 0) return { value, missing: missing ?? value.slice(start), origin };
    const expression = value.slice(start, end + 1);
    const found = property(value.slice(start + 2, end));
    if (found === undefined || steps >= mostSteps || value.length > longestValue) {
      missing ??= expression;
      from = end + 1;
      continue;
    }
    if (found.evidence !== undefined) origin.push(found.evidence);
    // The value may hold expressions of its own: it is read again from its first character.
    value = value.slice(0, start) + found.value + value.slice(end + 1);
    from = start;
  }
}
