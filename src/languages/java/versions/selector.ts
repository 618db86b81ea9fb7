/**
 * Gradle's version selectors: a version alone, a range, a prefix, `latest.release`.
 * @see https://docs.gradle.org/current/userguide/dependency_versions.html#sec:single-version-declarations
 */
import { type Bound, type Interval, VersionSet } from "../../../model/version-set.ts";
import {
  boundsOf,
  compareGradleVersions,
  type GradleVersion,
  isNumber,
  parseGradleVersion,
  type Part,
  partsOf,
  wordsFrom,
} from "./gradle.ts";

/** Longer texts are no version of anything. */
const longest = 1000;
/** Of the largest number that Gradle reads. */
const maxDigits = 19;

const finite = /^([[\](])\s*([^\s,[\]()]+)\s*,\s*([^\s,[\]()]+)\s*([\][)])$/;
const openBelow = /^\(\s*,\s*([^\s,[\]()]+)\s*([\][)])$/;
const openAbove = /^([[\](])\s*([^\s,[\]()]+)\s*,\s*\)$/;
const single = /^\[\s*([^\s,[\]()]+)\]$/;

/** The versions that a selector accepts; undefined where it is none. A version alone accepts itself. */
export function parseSelector(text: string): VersionSet<GradleVersion> | undefined {
  if (text === "" || text.length > longest || text.includes("${")) return undefined;
  const range = parseRange(text);
  if (range !== undefined) return VersionSet.of(compareGradleVersions, [range]);
  if (/[\s,[\]()]/.test(text)) return undefined;
  if (text.endsWith("+")) return parsePrefix(text.slice(0, -1));
  if (text.startsWith("latest.")) return VersionSet.all(compareGradleVersions);
  return VersionSet.of(compareGradleVersions, [exactly(text)]);
}

function exactly(text: string): Interval<GradleVersion> {
  const bound = { version: parseGradleVersion(text), inclusive: true };
  return { lower: bound, upper: bound };
}

function parseRange(text: string): Interval<GradleVersion> | undefined {
  const [, open, low = "", high = "", close] = finite.exec(text) ?? [];
  if (open !== undefined) return { lower: lowerBound(low, open === "["), upper: upperBound(high, close === "]") };
  const [, top, end] = openBelow.exec(text) ?? [];
  if (top !== undefined) return { upper: upperBound(top, end === "]") };
  const [, start, bottom] = openAbove.exec(text) ?? [];
  if (bottom !== undefined) return { lower: lowerBound(bottom, start === "[") };
  const only = single.exec(text)?.[1];
  return only === undefined ? undefined : exactly(only);
}

function lowerBound(text: string, inclusive: boolean): Bound<GradleVersion> {
  return { version: parseGradleVersion(text), inclusive };
}

/** "An upper bound exclude acts as a prefix exclude": `[1.0, 2.0[` is without `2.0-dev1`, too. */
function upperBound(text: string, inclusive: boolean): Bound<GradleVersion> {
  if (inclusive) return { version: parseGradleVersion(text), inclusive };
  return { version: boundsOf(partsOf(text))[0], inclusive };
}

/** `1.+` is every version that begins with `1.`; `1.2+` is `1.2`, `1.2.3` and `1.25`. */
function parsePrefix(prefix: string): VersionSet<GradleVersion> {
  if (prefix === "") return VersionSet.all(compareGradleVersions);
  const parts = partsOf(prefix);
  if (/[.\-_+]$/.test(prefix)) return below(parts).intersect(exactlyParts(parts).complement());
  const last = parts.at(-1);
  const before = parts.slice(0, -1);
  if (last === undefined) return VersionSet.all(compareGradleVersions);
  if (!isNumber(last)) {
    const alike = wordsFrom(last.text).map(([from, to]) => interval([...before, from], [...before, to]));
    return VersionSet.of(compareGradleVersions, alike);
  }
  const lengths = last.text === "0" ? 0 : maxDigits - last.text.length;
  const numbers = Array.from({ length: lengths + 1 }, (_, more) =>
    interval([...before, grown(last, "0".repeat(more))], [...before, grown(last, "9".repeat(more))]),
  );
  return VersionSet.of(compareGradleVersions, numbers);
}

function grown({ rank, text }: Part, digits: string): Part {
  return { rank, text: text + digits };
}

function below(parts: readonly Part[]): VersionSet<GradleVersion> {
  return VersionSet.of(compareGradleVersions, [interval(parts, parts)]);
}

function interval(from: readonly Part[], to: readonly Part[]): Interval<GradleVersion> {
  const [lowest, highest] = boundsOf(from, to);
  return { lower: { version: lowest, inclusive: true }, upper: { version: highest, inclusive: true } };
}

function exactlyParts(parts: readonly Part[]): VersionSet<GradleVersion> {
  const bound = { version: { text: "", parts }, inclusive: true };
  return VersionSet.of(compareGradleVersions, [{ lower: bound, upper: bound }]);
}
