/**
 * Gradle's order of versions. It looks at the parts only, not at what stands between them: `1.0-rc.1` is `1-0-rc1`.
 * @see https://docs.gradle.org/current/userguide/dependency_versions.html#sec:version-ordering
 */
import { compareText } from "../../../model/compare-text.ts";

/**
 * What a part counts at its place, from low to high. That a version ends there counts as well: `1.0-zeta` is below `1.0`,
 * `1.0.0` above it. The lowest and the highest are written in no version: they bound all that begin alike.
 */
const rank = {
  lowest: 0,
  dev: 1,
  word: 2,
  rc: 3,
  snapshot: 4,
  final: 5,
  ga: 6,
  release: 7,
  sp: 8,
  end: 9,
  number: 10,
  highest: 11,
} as const;

export interface Part {
  readonly rank: number;
  /** A word as written, or a number's digits without zeros in front. */
  readonly text: string;
}

export interface GradleVersion {
  readonly text: string;
  readonly parts: readonly Part[];
}

const special: ReadonlyMap<string, number> = new Map(
  (["dev", "rc", "snapshot", "final", "ga", "release", "sp"] as const).map((word) => [word, rank[word]]),
);

const end: Part = { rank: rank.end, text: "" };
const lowest: Part = { rank: rank.lowest, text: "" };
const highest: Part = { rank: rank.highest, text: "" };

/** Larger numbers are words to Gradle. */
const largest = "9223372036854775807";

export function parseGradleVersion(text: string): GradleVersion {
  return { text, parts: partsOf(text) };
}

/** Parts end at `.`, `-`, `_` and `+`, and between digits and letters; between two separators there is an empty word. */
export function partsOf(text: string): Part[] {
  const parts: Part[] = [];
  let start = 0;
  let inDigits = false;
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    const isDigit = character >= "0" && character <= "9";
    if (".-_+".includes(character)) {
      parts.push(partOf(text.slice(start, at)));
      start = at + 1;
    } else if (at > start && isDigit !== inDigits) {
      parts.push(partOf(text.slice(start, at)));
      start = at;
    }
    inDigits = isDigit;
  }
  if (start < text.length) parts.push(partOf(text.slice(start)));
  return parts;
}

function partOf(text: string): Part {
  if (!/^\d+$/.test(text)) return { rank: special.get(text.toLowerCase()) ?? rank.word, text };
  const digits = text.replace(/^0+(?=\d)/, "");
  const isNumber = digits.length < largest.length || (digits.length === largest.length && digits <= largest);
  return isNumber ? { rank: rank.number, text: digits } : { rank: rank.word, text };
}

export function compareGradleVersions(a: GradleVersion, b: GradleVersion): number {
  const length = Math.max(a.parts.length, b.parts.length);
  for (let at = 0; at < length; at++) {
    const sign = compareParts(a.parts[at] ?? end, b.parts[at] ?? end);
    if (sign !== 0) return sign;
  }
  return 0;
}

function compareParts(a: Part, b: Part): number {
  if (a.rank !== b.rank) return a.rank - b.rank;
  if (a.rank === rank.number) return a.text.length - b.text.length || compareText(a.text, b.text);
  return a.rank === rank.word ? compareText(a.text, b.text) : 0;
}

/** Below and above all versions that begin with these parts. */
export function boundsOf(
  first: readonly Part[],
  last: readonly Part[] = first,
): readonly [GradleVersion, GradleVersion] {
  return [bound([...first, lowest]), bound([...last, highest])];
}

/** For people: the text of such a bound is what it begins with. */
function bound(parts: readonly Part[]): GradleVersion {
  return {
    text: parts
      .map(({ text }) => text)
      .filter((text) => text !== "")
      .join("."),
    parts,
  };
}

export function isNumber(part: Part): boolean {
  return part.rank === rank.number;
}

/** The parts that a word of which only the beginning is known may be: words, and those that have a rank of their own. */
export function wordsFrom(beginning: string): readonly (readonly [Part, Part])[] {
  const ranked = [...special].flatMap(([word, place]) => {
    const part = { rank: place, text: word };
    return word.startsWith(beginning.toLowerCase()) ? [[part, part] as const] : [];
  });
  const words = [
    { rank: rank.word, text: beginning },
    { rank: rank.word, text: `${beginning}\uffff` },
  ] as const;
  return [words, ...ranked];
}
