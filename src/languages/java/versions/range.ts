/**
 * Version ranges of Maven, and the dynamic versions of Gradle and Ivy.
 * @see https://maven.apache.org/pom.html#dependency-version-requirement-specification
 * @see https://docs.gradle.org/current/userguide/dependency_versions.html
 */
import { type Interval, VersionSet } from "../../../model/version-set.ts";
import { compareGenericVersions, type GenericVersion, parseGenericVersion, wildcardBounds } from "./generic.ts";

/** Longer texts are no version of anything. */
const longest = 1000;

/** The versions a requirement allows; undefined when Maven would reject its text. */
export function parseRange(text: string): VersionSet<GenericVersion> | undefined {
  const trimmed = text.trim();
  if (trimmed.length > longest || trimmed.includes("${")) return undefined;
  if (!"[(]".includes(trimmed.charAt(0)) || trimmed === "") return parseSingle(trimmed);
  const intervals: Interval<GenericVersion>[] = [];
  for (let rest = trimmed; rest !== "";) {
    if (!"[(]".includes(rest.charAt(0))) return undefined;
    const end = rest.slice(1).search(/[\])[]/) + 1;
    if (end === 0) return undefined;
    const interval = parseInterval(rest.charAt(0), rest.slice(1, end), rest.charAt(end));
    if (interval === undefined) return undefined;
    intervals.push(interval);
    rest = rest.slice(end + 1).trim();
    if (rest.startsWith(",")) {
      rest = rest.slice(1).trim();
      if (rest === "") return undefined;
    }
  }
  return VersionSet.of(compareGenericVersions, intervals);
}

/** A version alone is a recommendation: the nearest wins, whatever it says. */
function parseSingle(text: string): VersionSet<GenericVersion> | undefined {
  if (text.endsWith("+") && text.length > 1)
    return VersionSet.of(compareGenericVersions, [wildcard(text.slice(0, -1))]);
  if (/[\s,[\]()]/.test(text)) return undefined;
  return VersionSet.all(compareGenericVersions);
}

function parseInterval(open: string, body: string, close: string): Interval<GenericVersion> | undefined {
  const bounds = body.split(",").map((bound) => bound.trim());
  const [low, high] = bounds;
  if (low === undefined || bounds.length > 2) return undefined;
  const lowInclusive = open === "[";
  const highInclusive = close === "]";
  if (high === undefined) {
    if (!lowInclusive || !highInclusive) return undefined;
    if (low.endsWith(".*")) return wildcard(low.slice(0, -1));
    const version = parseGenericVersion(low);
    return { lower: { version, inclusive: true }, upper: { version, inclusive: true } };
  }
  const lower = low === "" ? undefined : { version: parseGenericVersion(low), inclusive: lowInclusive };
  const upper = high === "" ? undefined : { version: parseGenericVersion(high), inclusive: highInclusive };
  if (lower !== undefined && upper !== undefined && compareGenericVersions(lower.version, upper.version) > 0) {
    return undefined;
  }
  return { ...(lower === undefined ? {} : { lower }), ...(upper === undefined ? {} : { upper }) };
}

function wildcard(prefix: string): Interval<GenericVersion> {
  const [low, high] = wildcardBounds(/[.\-_]$/.test(prefix) || prefix === "" ? prefix : `${prefix}.`);
  return { lower: { version: low, inclusive: true }, upper: { version: high, inclusive: true } };
}
