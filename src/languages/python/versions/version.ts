/**
 * One PEP 440 version: epoch, release, pre-, post- and development release, local label.
 * @see https://packaging.python.org/en/latest/specifications/version-specifiers/
 */

/** A number of any length: a bigint only where a double would lose digits. Both compare with `<`. */
export type Segment = number | bigint;

export interface PythonVersion {
  readonly epoch: Segment;
  /** As written, trailing zeros included: `1.0` prints as `1.0` and equals `1`. */
  readonly release: readonly Segment[];
  readonly pre?: { readonly phase: "a" | "b" | "rc"; readonly number: Segment };
  /** Infinity stands for the point after all post releases: a bound that no version has. */
  readonly post?: Segment;
  readonly dev?: Segment;
  readonly local?: readonly (Segment | string)[];
}

/** The grammar of the specification's appendix B, with its names. Case is ignored in ASCII only: no `u` flag. */
export const versionPattern: string = [
  /v?(?:(?<epoch>[0-9]+)!)?(?<release>[0-9]+(?:\.[0-9]+)*)/,
  /(?:[-_.]?(?<pre_l>alpha|beta|preview|pre|a|b|c|rc)[-_.]?(?<pre_n>[0-9]*))?/,
  /(?<post>-(?<post_n1>[0-9]+)|[-_.]?(?:post|rev|r)[-_.]?(?<post_n2>[0-9]*))?/,
  /(?<dev>[-_.]?dev[-_.]?(?<dev_n>[0-9]*))?/,
  /(?:\+(?<local>[a-z0-9]+(?:[-_.][a-z0-9]+)*))?/,
]
  .map((part) => part.source)
  .join("");

const wholeVersion = new RegExp(`^${versionPattern}$`, "i");
/** Longer than any version in the world; keeps hostile input from costing time. */
const maxLength = 1000;

/** Undefined when it is no version of PEP 440. Whitespace around it is allowed, all other forms are normalised. */
export function parseVersion(text: string): PythonVersion | undefined {
  if (text.length > maxLength) return undefined;
  const groups = wholeVersion.exec(text.trim())?.groups;
  if (groups === undefined) return undefined;
  const { epoch, release, pre_l, pre_n, post, post_n1, post_n2, dev, dev_n, local } = groups;
  return {
    epoch: segment(epoch),
    release: (release ?? "").split(".").map(segment),
    ...(pre_l === undefined ? {} : { pre: { phase: phase(pre_l), number: segment(pre_n) } }),
    ...(post === undefined ? {} : { post: segment(post_n1 ?? post_n2) }),
    ...(dev === undefined ? {} : { dev: segment(dev_n) }),
    ...(local === undefined ? {} : { local: local.toLowerCase().split(/[-_.]/).map(localSegment) }),
  };
}

function segment(digits: string | undefined): Segment {
  if (digits === undefined || digits === "") return 0;
  return digits.length > 15 ? narrow(BigInt(digits)) : Number(digits);
}

function narrow(value: bigint): Segment {
  return value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : value;
}

/** The next whole number. */
export function next(value: Segment): Segment {
  return typeof value === "bigint" || value >= Number.MAX_SAFE_INTEGER ? BigInt(value) + 1n : value + 1;
}

function localSegment(part: string): Segment | string {
  return /^[0-9]+$/.test(part) ? segment(part) : part;
}

function phase(letter: string): "a" | "b" | "rc" {
  const first = letter.toLowerCase();
  if (first === "a" || first === "alpha") return "a";
  return first === "b" || first === "beta" ? "b" : "rc";
}

/** Development and pre-releases both. */
export function isPrerelease(version: PythonVersion): boolean {
  return version.pre !== undefined || version.dev !== undefined;
}

/** The normal form: `1.0RC1` is `1.0rc1`. The point after all post releases prints as the version it follows. */
export function printVersion({ epoch, release, pre, post, dev, local }: PythonVersion): string {
  return [
    epoch > 0 ? `${epoch}!` : "",
    release.join("."),
    pre === undefined ? "" : pre.phase + String(pre.number),
    post === undefined || post === Infinity ? "" : `.post${post}`,
    dev === undefined ? "" : `.dev${dev}`,
    local === undefined ? "" : `+${local.join(".")}`,
  ].join("");
}

/** Negative when `a` is earlier. Trailing zeros of the release do not count. */
export function compareVersions(a: PythonVersion, b: PythonVersion): number {
  return (
    compareSegments(a.epoch, b.epoch) ||
    compareReleases(a.release, b.release) ||
    preRank(a) - preRank(b) ||
    compareSegments(a.pre?.number ?? 0, b.pre?.number ?? 0) ||
    compareSegments(a.post ?? -1, b.post ?? -1) ||
    compareSegments(a.dev ?? Infinity, b.dev ?? Infinity) ||
    compareLocals(a.local, b.local)
  );
}

function compareSegments(a: Segment, b: Segment): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function compareReleases(a: readonly Segment[], b: readonly Segment[]): number {
  for (let at = 0; at < Math.max(a.length, b.length); at++) {
    const sign = compareSegments(a[at] ?? 0, b[at] ?? 0);
    if (sign !== 0) return sign;
  }
  return 0;
}

const phaseRanks: Readonly<Record<"a" | "b" | "rc", number>> = { a: 0, b: 1, rc: 2 };

/** `1.0.dev1` comes before `1.0a1`, `1.0` after `1.0rc1`. */
function preRank({ pre, post, dev }: PythonVersion): number {
  if (pre !== undefined) return phaseRanks[pre.phase];
  return post === undefined && dev !== undefined ? -1 : 3;
}

/** No label first; numbers after words; the longer label after its own beginning. */
function compareLocals(a: PythonVersion["local"], b: PythonVersion["local"]): number {
  if (a === undefined || b === undefined) return a === b ? 0 : a === undefined ? -1 : 1;
  for (let at = 0; at < Math.min(a.length, b.length); at++) {
    const left = a[at] ?? 0;
    const right = b[at] ?? 0;
    const rank = Number(typeof left !== "string") - Number(typeof right !== "string");
    if (rank !== 0) return rank;
    if (left !== right) return left < right ? -1 : 1;
  }
  return a.length - b.length;
}
