/**
 * `<jdk>` of a profile's activation: a beginning of the version, with `!` none of it, or a range over its first three numbers.
 * @see https://maven.apache.org/guides/introduction/introduction-to-profiles.html#jdk
 */
export function isJdk(condition: string, version: string): boolean {
  if (condition.startsWith("!")) return !version.startsWith(condition.slice(1));
  if (!/^[[(]/.test(condition)) return version.startsWith(condition);
  const numbers = threeNumbers(version.replaceAll(/[^\d._-]/g, "").replace(/[._-]+$/, ""), /[._-]/);
  const [lower, upper = { numbers: undefined, inclusive: false }] = readBounds(condition);
  // What is no number fits nothing, a range of one version among it: Maven says so in a warning.
  if (numbers === undefined || lower === undefined) return false;
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
  const bounds = condition.split(",").map((token): Bound | undefined => {
    const text = token.replaceAll(/^[[(]|[\])]$/g, "").trim();
    const open = /^[[(].*[\])]$/.test(token);
    const numbers = text === "" ? undefined : threeNumbers(text, /\./);
    if (open || (text !== "" && numbers === undefined)) return undefined;
    return { numbers, inclusive: /[[\]]/.test(token) };
  });
  return bounds.every((bound) => bound !== undefined) ? bounds : [];
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
