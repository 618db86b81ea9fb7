/**
 * Conda's order of versions.
 * @see https://docs.conda.io/projects/conda/en/stable/user-guide/concepts/pkg-specs.html#version-ordering
 */

/** What a part counts at its place, from low to high. The lowest and the highest are in no version: they bound prefixes. */
const rank = { lowest: 0, dev: 1, word: 2, number: 3, post: 4, highest: 5 } as const;

interface Part {
  readonly rank: number;
  /** A word, or a number's digits without zeros in front. */
  readonly text: string;
}

/** Between dots: numbers and words in turn, a number first. */
type Segment = readonly Part[];

export interface CondaVersion {
  readonly text: string;
  /** The epoch first. */
  readonly segments: readonly Segment[];
  /** After `+`. */
  readonly local: readonly Segment[];
}

const zero: Part = { rank: rank.number, text: "0" };
const longest = 1000;

/** Undefined for what conda rejects. */
export function parseCondaVersion(text: string): CondaVersion | undefined {
  let written = text.trim().toLowerCase();
  if (written.length > longest) return undefined;
  // A dash may stand where no underscore does.
  if (!written.includes("_")) written = written.replaceAll("-", "_");
  const [, epoch = "0", release = "", local] = /^(?:(\d+)!)?([*.0-9_a-z]+)(?:\+([*.0-9_a-z]+))?$/.exec(written) ?? [];
  // As of OpenSSL: `1.0.1_` is below `1.0.1a`, and one part.
  const ends = /^(.*[^_])(_+)$/.exec(release);
  const body = (ends?.[1] ?? release).replaceAll("_", ".").split(".");
  if (ends !== null) body[body.length - 1] += "_";
  const segments = [epoch, ...body].map(segmentOf);
  const locals = local === undefined ? [] : local.replaceAll("_", ".").split(".").map(segmentOf);
  const all = [...segments, ...locals];
  if (release === "" || all.some((segment) => segment.length === 0)) return undefined;
  return { text, segments, local: locals };
}

function segmentOf(text: string): Segment {
  const parts = (text.match(/\d+|\*+|[^\d*]+/g) ?? []).map(partOf);
  return parts.length === 0 || /^\d/.test(text) ? parts : [zero, ...parts];
}

function partOf(text: string): Part {
  if (/^\d/.test(text)) return { rank: rank.number, text: text.replace(/^0+(?=\d)/, "") };
  if (text === "post") return { rank: rank.post, text };
  return { rank: text === "dev" ? rank.dev : rank.word, text };
}

export function compareCondaVersions(a: CondaVersion, b: CondaVersion): number {
  return compareSegments(a.segments, b.segments) || compareSegments(a.local, b.local);
}

/** What is missing at the end counts as 0. */
function compareSegments(a: readonly Segment[], b: readonly Segment[]): number {
  for (let at = 0; at < Math.max(a.length, b.length); at++) {
    const mine = a[at] ?? [];
    const theirs = b[at] ?? [];
    for (let part = 0; part < Math.max(mine.length, theirs.length); part++) {
      const sign = compareParts(mine[part] ?? zero, theirs[part] ?? zero);
      if (sign !== 0) return sign;
    }
  }
  return 0;
}

function compareParts(a: Part, b: Part): number {
  if (a.rank !== b.rank) return a.rank - b.rank;
  if (a.rank === rank.number && a.text.length !== b.text.length) return a.text.length - b.text.length;
  return a.text < b.text ? -1 : a.text > b.text ? 1 : 0;
}

/** Below and above all versions that begin so: `1.2`, `1.2.3`, `1.2a1`, and where it ends with a word, `1.2rc` and `1.2rc1`. */
export function startingWith({ text, segments }: CondaVersion): readonly [CondaVersion, CondaVersion] {
  const last = segments.at(-1) ?? [];
  const before = segments.slice(0, -1);
  const end = last.at(-1);
  const grown = end?.rank === rank.word ? [...last.slice(0, -1), { rank: rank.word, text: `${end.text}\uffff` }] : last;
  const bound = (segment: Segment, part: number): CondaVersion => {
    return { text, segments: [...before, [...segment, { rank: part, text: "" }]], local: [] };
  };
  return [bound(last, rank.lowest), bound(grown, rank.highest)];
}
