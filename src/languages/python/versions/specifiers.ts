/**
 * PEP 440 version specifiers as sets over the order of versions, with the meaning that `packaging` gives them.
 * @see https://packaging.python.org/en/latest/specifications/version-specifiers/#version-specifiers
 *
 * Where an operator means a whole family of versions, its bound is the first version after the family: `<=1.0` takes
 * `1.0+local` in and ends before `1.0.post0.dev0`. So equal sets have equal bounds, and an empty set shows itself.
 */
import { type Interval, VersionSet } from "../../../model/version-set.ts";
import { compareVersions, isPrerelease, next, parseVersion, type PythonVersion, versionPattern } from "./version.ts";

export type SpecifierOperator = "~=" | "==" | "!=" | "<=" | ">=" | "<" | ">" | "===";

export interface Specifier {
  readonly operator: SpecifierOperator;
  /** As written: `1.0`, `1.*`, and any text after `===`. */
  readonly text: string;
  /** Absent when `===` compares text that is no version. */
  readonly version?: PythonVersion;
  /** `==1.*` */
  readonly prefix: boolean;
}

export type VersionRange = VersionSet<PythonVersion>;

const first: PythonVersion = { epoch: 0, release: [0], dev: 0 };
const shape = new RegExp(`^(===|~=|==|!=|<=|>=|<|>)\\s*(.*)$`, "s");
const prefixShape = /^(v?(?:[0-9]+!)?[0-9]+(?:\.[0-9]+)*)\.\*$/i;
const publicVersion = new RegExp(`^${versionPattern}$`, "i");

/** One clause: `>=1.0`. Undefined when it is none. */
export function parseSpecifier(clause: string): Specifier | undefined {
  if (clause.length > 2000) return undefined;
  const [, operator, text] = shape.exec(clause.trim()) ?? [];
  if (!isOperator(operator) || text === undefined) return undefined;
  if (operator === "===") {
    if (text === "" || /[\s;)]/.test(text)) return undefined;
    const version = parseVersion(text);
    return { operator, text, prefix: false, ...(version === undefined ? {} : { version }) };
  }
  const equality = operator === "==" || operator === "!=";
  const prefixed = equality ? prefixShape.exec(text)?.[1] : undefined;
  if (prefixed === undefined && !publicVersion.test(text)) return undefined;
  const version = parseVersion(prefixed ?? text);
  if (version === undefined || (version.local !== undefined && !equality)) return undefined;
  if (operator === "~=" && version.release.length < 2) return undefined;
  return { operator, text, version, prefix: prefixed !== undefined };
}

function isOperator(text: string | undefined): text is SpecifierOperator {
  return text !== undefined;
}

/** Clauses between commas. Undefined when one of them is invalid. An empty text has no clauses and allows everything. */
export function parseSpecifiers(text: string): readonly Specifier[] | undefined {
  const specifiers: Specifier[] = [];
  for (const clause of text.split(",")) {
    if (clause.trim() === "") continue;
    const specifier = parseSpecifier(clause);
    if (specifier === undefined) return undefined;
    specifiers.push(specifier);
  }
  return specifiers;
}

/** The versions that all clauses allow. Undefined when `===` asks for text that is no version. */
export function versionRange(specifiers: readonly Specifier[]): VersionRange | undefined {
  let range: VersionRange = VersionSet.all(compareVersions);
  for (const specifier of specifiers) {
    const one = specifierRange(specifier);
    if (one === undefined) return undefined;
    range = range.intersect(one);
  }
  return range;
}

function specifierRange({ operator, version, prefix }: Specifier): VersionRange | undefined {
  if (version === undefined) return undefined;
  switch (operator) {
    case ">=":
      return between(version, undefined);
    case "<=":
      return between(undefined, afterLocals(version));
    case ">":
      return between(afterPosts(version), undefined);
    case "<":
      return between(undefined, beforePrereleases(version));
    case "~=":
      return between(version, after({ epoch: version.epoch, release: version.release.slice(0, -1) }));
    case "==":
      return equal(version, prefix);
    case "!=":
      return swept(equal(version, prefix).complement());
    case "===":
      return exactly(version);
  }
}

function equal(version: PythonVersion, prefix: boolean): VersionRange {
  if (prefix) return between({ ...version, dev: 0 }, after(version));
  // "If the specified version identifier is a public version identifier, the local version label of candidates is ignored."
  return version.local === undefined ? between(version, afterLocals(version)) : exactly(version);
}

function exactly(version: PythonVersion): VersionRange {
  const bound = { version, inclusive: true };
  return VersionSet.of(compareVersions, [{ lower: bound, upper: bound }]);
}

/** From `lower`, included, up to `upper`, excluded. */
function between(lower: PythonVersion | undefined, upper: PythonVersion | undefined): VersionRange {
  const interval: Interval<PythonVersion> = {
    ...(lower === undefined ? {} : { lower: { version: lower, inclusive: true } }),
    ...(upper === undefined ? {} : { upper: { version: upper, inclusive: false } }),
  };
  return swept(VersionSet.of(compareVersions, [interval]));
}

/** No version is before `0.dev0`: an interval that ends there is empty, one that begins there begins nowhere. */
function swept(range: VersionRange): VersionRange {
  const kept = range.intervals
    .filter(({ upper }) => upper === undefined || upper.inclusive || compareVersions(upper.version, first) > 0)
    .map(({ lower, upper }): Interval<PythonVersion> => {
      const floor = lower === undefined || (lower.inclusive && compareVersions(lower.version, first) <= 0);
      if (upper === undefined) return floor ? {} : { lower };
      return floor ? { upper } : { lower, upper };
    });
  return VersionSet.of(compareVersions, kept);
}

/** The first version after `1.0`, `1.0+x`, ...: a later development release, or the next post release's first one. */
function afterLocals({ epoch, release, pre, post, dev }: PythonVersion): PythonVersion {
  const series = { epoch, release, ...(pre === undefined ? {} : { pre }) };
  if (dev !== undefined) return { ...series, ...(post === undefined ? {} : { post }), dev: next(dev) };
  return { ...series, post: post === undefined ? 0 : next(post), dev: 0 };
}

/** `>1.0` excludes `1.0.post1` and `1.0+local`; `>1.0.post1` allows `1.0.post2`. */
function afterPosts(version: PythonVersion): PythonVersion {
  if (version.dev !== undefined || version.post !== undefined) return afterLocals(version);
  const { epoch, release, pre } = version;
  if (pre === undefined) return { epoch, release, post: Infinity };
  return { epoch, release, pre: { phase: pre.phase, number: next(pre.number) }, dev: 0 };
}

/** `<1.0` excludes the pre-releases of 1.0 itself, unless it is one. */
function beforePrereleases(version: PythonVersion): PythonVersion {
  return isPrerelease(version) ? version : { ...version, dev: 0 };
}

/** The first version after all that begin with this release: `1.3.dev0` for `1.2`. */
function after({ epoch, release }: PythonVersion): PythonVersion {
  const last = release.length - 1;
  return { epoch, release: [...release.slice(0, last), next(release[last] ?? 0)], dev: 0 };
}

/** What to do with pre-releases; by default a single candidate is taken, since nothing better is known to exist. */
export type PrereleasePolicy = "allow" | "deny";

/** Whether a version meets all clauses. Text that is no version only ever meets `===`. */
export function containsVersion(
  specifiers: readonly Specifier[],
  text: string,
  policy: PrereleasePolicy = "allow",
): boolean {
  const version = parseVersion(text);
  if (policy === "deny" && version !== undefined && isPrerelease(version)) return false;
  return specifiers.every((specifier) => {
    if (specifier.operator === "===") return specifier.text.toLowerCase() === text.trim().toLowerCase();
    return version !== undefined && specifierRange(specifier)?.contains(version) === true;
  });
}

/** Whether no version can meet all clauses. `===` compares text, so all of them must name the same. */
export function isUnsatisfiable(specifiers: readonly Specifier[]): boolean {
  const literal = specifiers.find((specifier) => specifier.operator === "===");
  if (literal !== undefined) return !containsVersion(specifiers, literal.text);
  return versionRange(specifiers)?.isEmpty() === true;
}
