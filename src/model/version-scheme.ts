import type { Interval, VersionSet } from "./version-set.ts";

/** An ecosystem's versions: how they are read, ordered and asked for. */
export interface VersionScheme<V = unknown> {
  /** As in `vers:`: `npm`, `pypi`, `maven`. */
  readonly name: string;
  /** Undefined when the native tool would reject it. */
  parse(text: string): V | undefined;
  compare(a: V, b: V): number;
  print(version: V): string;
  /**
   * The versions a range allows. Undefined when the text is no range of versions: invalid, a URL, a tag, a path.
   * A recommendation that the native tool may override (Maven's `1.0`) allows everything.
   */
  range(text: string): VersionSet<V> | undefined;
  /** The range that people write for a version and what goes on from it: `^1.2.3`, `>=1.2.3`. */
  asking(version: string): string;
  /** Whether one installation can hold two versions of a package side by side (npm's nested trees). */
  readonly sideBySide: boolean;
  /** Present where of several versions that come by several ways the nearest is taken, not the highest. */
  readonly nearestWins?: true;
  /** Whether two conditions can never hold together. May answer false when it cannot tell. */
  exclusive(a: string | undefined, b: string | undefined): boolean;
  /**
   * An interval of a range as people think of it, where ranges are drawn: PyPI's `1.0` with its local builds is one version.
   * Undefined for what is a side matter: npm's prereleases.
   */
  drawn?(interval: Interval<V>): Interval<V> | undefined;
}
