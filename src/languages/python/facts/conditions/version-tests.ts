/**
 * Tests of the Python version as environment markers: `sys.version_info >= (3, 11)` is `python_version >= "3.11"`.
 * @see https://docs.python.org/3/library/sys.html#sys.version_info
 */
import { all, any, type Implied, implies } from "./implied.ts";
import { type Comparison, itemsOf, type Operator } from "./comparison.ts";

/** What a condition implies where it holds, and where it fails. */
export interface Test {
  readonly holds: Implied;
  readonly fails: Implied;
}

/**
 * How much of the version is compared: its first parts, or all five. All five are longer than what people write beside
 * them, so that they are never equal to it.
 */
type Extent = number | "all";

/** @param name words of a side, its first one by its origin */
export function readVersionTest({ left, operator, right }: Comparison, name: string): Test | undefined {
  if (name === "sys.hexversion") {
    const parts = left.length === 1 ? hexParts(right) : undefined;
    return parts === undefined ? undefined : compare("all", operator, parts);
  }
  const extent = extentOf(left, name);
  if (extent === undefined) return undefined;
  const isFirstPart = extent === 1 && !left.includes(":");
  const parts = isFirstPart ? numbers([right]) : numbers(itemsOf(right));
  return parts === undefined ? undefined : compare(extent, operator, parts);
}

/** `sys.version_info`, `sys.version_info[:2]`, `sys.version_info[0]`, `sys.version_info.major`. */
function extentOf(words: readonly string[], name: string): Extent | undefined {
  const index = words.slice(1).join("");
  if (name === "sys.version_info.major") return index === "" ? 1 : undefined;
  if (name !== "sys.version_info") return undefined;
  if (index === "") return "all";
  if (index === "[0]") return 1;
  const length = /^\[0?:([1-3])\]$/.exec(index)?.[1];
  return length === undefined ? undefined : Number(length);
}

/** The leading numbers of what is compared with, at most three; undefined where it is computed. */
function numbers(items: readonly (readonly string[])[] | undefined): readonly number[] | undefined {
  if (items === undefined || items.length === 0) return undefined;
  const found: number[] = [];
  for (const [at, item] of items.entries()) {
    const [word = ""] = item;
    if (item.length !== 1) return undefined;
    if (at < 3 && !/^\d{1,4}$/.test(word)) return undefined;
    if (at < 3) found.push(Number(word));
  }
  return found;
}

/** `0x030800f0` */
function hexParts([word = "", ...rest]: readonly string[]): readonly number[] | undefined {
  const digits =
    rest.length === 0 ? /^0[xX]0?([0-9a-fA-F])([0-9a-fA-F]{2})([0-9a-fA-F]{2})[0-9a-fA-F]{2}$/.exec(word) : null;
  return digits === null ? undefined : digits.slice(1).map((each) => Number.parseInt(each, 16));
}

function compare(extent: Extent, operator: Operator, parts: readonly number[]): Test | undefined {
  const from = implies(atLeast(parts));
  const below = implies(under(parts));
  // Of two sequences with the same beginning the longer one is greater: nothing lies between, and nothing is equal.
  if (extent === "all" || parts.length < extent) {
    if (operator === ">=" || operator === ">") return { holds: from, fails: below };
    return operator === "<" || operator === "<=" ? { holds: below, fails: from } : undefined;
  }
  if (parts.length !== extent) return undefined;
  const after = [...parts.slice(0, -1), (parts.at(-1) ?? 0) + 1];
  const past = implies(atLeast(after));
  const upTo = implies(under(after));
  const same = all([from, upTo]);
  const other = any([below, past]);
  switch (operator) {
    case ">=":
      return { holds: from, fails: below };
    case "<":
      return { holds: below, fails: from };
    case ">":
      return { holds: past, fails: upTo };
    case "<=":
      return { holds: upTo, fails: past };
    case "==":
      return { holds: same, fails: other };
    case "!=":
      return { holds: other, fails: same };
    default:
      return undefined;
  }
}

function atLeast(parts: readonly number[]): string {
  return clause(">=", parts);
}

function under(parts: readonly number[]): string {
  return clause("<", parts);
}

/** `python_version` knows two parts; a third one that is 0 adds nothing to these two operators. */
function clause(operator: string, parts: readonly number[]): string {
  const written = parts.length === 3 && parts[2] === 0 ? parts.slice(0, 2) : parts;
  const variable = written.length === 3 ? "python_full_version" : "python_version";
  return `${variable} ${operator} "${written.join(".")}"`;
}
