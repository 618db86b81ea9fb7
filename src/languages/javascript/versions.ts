/**
 * npm's versions and ranges.
 * @see https://github.com/npm/node-semver
 *
 * A prerelease satisfies a range only where a comparator names a prerelease of the same major.minor.patch: `^1.2.3` does
 * not hold `1.3.0-beta`, though it lies between. In the order of precedence such a set would have a hole at every
 * release. So sets here lie on another line: all prereleases first, then all releases, each by precedence. On it every
 * range is a few intervals, `contains` is exactly `satisfies`, and an empty intersection means that no version fits both.
 */
import type { Comparator, Range, SemVer } from "semver";
import { semverLibrary } from "../../files/late-libraries.ts";
import type { VersionScheme } from "../../model/version-scheme.ts";
import { type Bound, type Interval, VersionSet } from "../../model/version-set.ts";

/** Longer than any real range: npm's own limit for a version is 256. */
const maxRangeLength = 2048;
/** npm reads what is in manifests in its lenient way: `v1.2.3`, `=1.2.3`, `1.2.3beta`. */
const loose = { loose: true } as const;

export const npmVersions: VersionScheme<SemVer> = {
  name: "npm",
  sideBySide: true,
  parse,
  compare: (a, b) => a.compare(b),
  print: (version) => version.version,
  range: (text) => rangeOf(text),
  asking: (version) => `^${version}`,
  exclusive: () => false,
  drawn: (interval) => ((interval.lower?.version.prerelease.length ?? 0) > 0 ? undefined : interval),
};

/** All prereleases before all releases. */
function order(a: SemVer, b: SemVer): number {
  const released = Number(a.prerelease.length === 0) - Number(b.prerelease.length === 0);
  return released === 0 ? a.compare(b) : released;
}

function parse(text: string): SemVer | undefined {
  try {
    return new (semverLibrary().SemVer)(text, loose);
  } catch {
    return undefined;
  }
}

function versionOf(text: string): SemVer {
  return new (semverLibrary().SemVer)(text);
}

function rangeOf(text: string): VersionSet<SemVer> | undefined {
  const inner = innerRange(text.trim());
  if (inner === undefined || inner.length > maxRangeLength) return undefined;
  let range: Range;
  try {
    range = new (semverLibrary().Range)(inner, loose);
  } catch {
    return undefined;
  }
  return VersionSet.of(order, range.set.flatMap(comparatorSet));
}

/**
 * The range within other forms of a requirement; undefined when it names no versions (a tag, a URL, a path).
 * @see https://docs.npmjs.com/cli/v11/using-npm/package-spec
 * @see https://pnpm.io/workspaces#workspace-protocol-workspace
 */
function innerRange(text: string): string | undefined {
  if (text.startsWith("workspace:")) {
    const range = text.slice("workspace:".length);
    if (range === "" || range === "*" || range === "^" || range === "~") return "*";
    if (range.startsWith(".") || range.startsWith("/")) return undefined;
    const alias = range.lastIndexOf("@");
    return alias > 0 ? innerRange(`workspace:${range.slice(alias + 1)}`) : range;
  }
  if (text.startsWith("npm:")) {
    const at = text.indexOf("@", "npm:".length + 1);
    return at < 0 ? "*" : text.slice(at + 1);
  }
  // `jsr:^1.0.0`, `jsr:@std/path@^1.0.0`
  if (text.startsWith("jsr:")) {
    const rest = text.slice("jsr:".length);
    const at = rest.indexOf("@", 1);
    if (!rest.startsWith("@")) return rest;
    return at < 0 ? "*" : rest.slice(at + 1);
  }
  return text.includes(":") || text.includes("/") ? undefined : text;
}

/** Ranges by comparators that must all hold. */
function comparatorSet(comparators: readonly Comparator[]): readonly Interval<SemVer>[] {
  const named = comparators.filter((comparator) => comparator.semver instanceof semverLibrary().SemVer);
  // `<0.0.0-0` is how the library writes a set that nothing satisfies; the bounds below make it empty by themselves.
  const intervals = [releases(named)];
  const tuples = new Map<string, SemVer>();
  for (const { semver: version } of named)
    if (version.prerelease.length > 0) tuples.set(`${version.major}.${version.minor}.${version.patch}`, version);
  for (const version of tuples.values()) intervals.push(prereleases(version, named));
  return intervals;
}

/** The releases that fit: a bound at a prerelease is a bound just below its release. */
function releases(comparators: readonly Comparator[]): Interval<SemVer> {
  const leastRelease = versionOf("0.0.0");
  let interval: { lower: Bound<SemVer>; upper?: Bound<SemVer> } = { lower: { version: leastRelease, inclusive: true } };
  for (const { operator, semver: version } of comparators) {
    const isRelease = version.prerelease.length === 0;
    const release = isRelease ? version : versionOf(`${version.major}.${version.minor}.${version.patch}`);
    if (!isRelease && operator === "") return empty(leastRelease);
    if (operator === ">" || operator === ">=" || operator === "")
      interval = narrowLower(interval, { version: release, inclusive: !isRelease || operator !== ">" });
    if (operator === "<" || operator === "<=" || operator === "")
      interval = narrowUpper(interval, { version: release, inclusive: isRelease && operator !== "<" });
  }
  return interval;
}

/** The prereleases of one release that fit. */
function prereleases(of: SemVer, comparators: readonly Comparator[]): Interval<SemVer> {
  const { major, minor, patch } = of;
  // `-0` comes first among the prereleases of a release, and those of the next patch come after all of them.
  const first = versionOf(`${major}.${minor}.${patch}-0`);
  if (patch >= Number.MAX_SAFE_INTEGER) return empty(first);
  const next = versionOf(`${major}.${minor}.${patch + 1}-0`);
  let interval: { lower: Bound<SemVer>; upper: Bound<SemVer> } = {
    lower: { version: first, inclusive: true },
    upper: { version: next, inclusive: false },
  };
  for (const { operator, semver: version } of comparators) {
    // A release bounds the prereleases of its own and of lower releases from above, and those of higher ones from below.
    const bound = version.prerelease.length > 0 ? version : undefined;
    const sign = bound === undefined ? first.compare(version) : first.compareMain(version);
    const below = operator === "<" || operator === "<=";
    const above = operator === ">" || operator === ">=";
    if (bound === undefined || sign !== 0) {
      if (operator === "" || (below ? sign > 0 : sign < 0)) return empty(first);
      continue;
    }
    if (!below) {
      const lower = narrowLower(interval, { version: bound, inclusive: operator !== ">" });
      interval = { ...lower, upper: interval.upper };
    }
    if (!above) interval = { ...interval, ...narrowUpper(interval, { version: bound, inclusive: operator !== "<" }) };
  }
  return interval;
}

function empty(version: SemVer): { lower: Bound<SemVer>; upper: Bound<SemVer> } {
  return { lower: { version, inclusive: true }, upper: { version, inclusive: false } };
}

function narrowLower<I extends { lower: Bound<SemVer>; upper?: Bound<SemVer> }>(interval: I, bound: Bound<SemVer>): I {
  const sign = order(bound.version, interval.lower.version);
  return sign > 0 || (sign === 0 && !bound.inclusive) ? { ...interval, lower: bound } : interval;
}

function narrowUpper<I extends { lower: Bound<SemVer>; upper?: Bound<SemVer> }>(
  interval: I,
  bound: Bound<SemVer>,
): I & { upper: Bound<SemVer> } {
  const { upper } = interval;
  const sign = upper === undefined ? -1 : order(bound.version, upper.version);
  return { ...interval, upper: upper === undefined || sign < 0 || (sign === 0 && !bound.inclusive) ? bound : upper };
}
