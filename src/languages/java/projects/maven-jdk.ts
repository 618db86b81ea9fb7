/**
 * `<jdk>` of a profile's activation: a beginning of the version, with `!` none of it, or a range over its first three numbers.
 * @see https://maven.apache.org/guides/introduction/introduction-to-profiles.html#jdk
 */
export function isJdk(condition: string, version: string): boolean | undefined {
  if (condition.startsWith("!")) return !version.startsWith(condition.slice(1));
  if (!/^[[(]/.test(condition)) return version.startsWith(condition);
  const numbers = threeNumbers(version.replaceAll(/[^\d._-]/g, ""), /[._-]/);
  const [lower, upper = { numbers: undefined, inclusive: false }] = readBounds(condition);
  if (numbers === undefined || lower === undefined) return undefined;
  const above = lower.numbers === undefined ? 1 : compare(numbers, lower.numbers);
  if (above < 0 || (above === 0 && !lower.inclusive)) return false;
  // As Maven has it: what equals the lower bound is not held against the upper one.
  if (above === 0) return true;
  const below = upper.numbers === undefined ? -1 : compare(numbers, upper.numbers);
  return below < 0 || (below === 0 && upper.inclusive);
}

interface Bound {
  /** Undefined where it is open: `[11,)`. */
  readonly numbers: readonly number[] | undefined;
  readonly inclusive: boolean;
}

function readBounds(condition: string): readonly Bound[] {
  return condition.split(",").flatMap((token): readonly Bound[] => {
    const text = token.replaceAll(/[[\]()]/g, "").trim();
    const numbers = text === "" ? undefined : threeNumbers(text, /\./);
    if (text !== "" && numbers === undefined) return [];
    return [{ numbers, inclusive: /[[\]]/.test(token) }];
  });
}

function threeNumbers(text: string, divider: RegExp): readonly number[] | undefined {
  const parts = text.split(divider).slice(0, 3);
  while (parts.length < 3) parts.push("0");
  return parts.every((part) => /^\d{1,9}$/.test(part)) ? parts.map(Number) : undefined;
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (const [index, number] of a.entries()) if (number !== b[index]) return number - (b[index] ?? 0);
  return 0;
}
