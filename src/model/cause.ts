/** Explanations as data: trees of causes. Checks make them, reports draw them. */
import type { Evidence } from "./location.ts";

/** Of each kind of cause (requirers, paths) as many are written out; the rest is counted. */
export const mostCauses = 5;

/** One reason of a conflict: a statement, where it is written, how it comes about, and what it rests on. */
export interface Cause extends Evidence {
  /** How it comes about, step after step from a root of the repository. */
  readonly path?: readonly Evidence[];
  /** What it rests on in turn. */
  readonly because?: readonly Cause[];
  /** How many like those in `because` are not written out. */
  readonly more?: number;
}

/** The causes that are written out, and how many are not. */
export interface BoundedCauses {
  readonly because: readonly Cause[];
  readonly more?: number;
}

/** The first of several like causes; the rest is counted. */
function bounded(causes: readonly Cause[], counted: number = causes.length): BoundedCauses {
  const because = causes.slice(0, mostCauses);
  const more = counted - because.length;
  return more > 0 ? { because, more } : { because };
}

/** What supports a statement, ready to be spread into it; nothing where there is nothing. */
export function resting(causes: readonly Cause[], counted: number = causes.length): Partial<BoundedCauses> {
  return causes.length === 0 ? {} : bounded(causes, counted);
}

/** The end of a path, and the steps to it from a root of the repository. */
export function byPath(end: Evidence, before: readonly Evidence[]): Cause {
  return before.length === 0 ? end : { ...end, path: before };
}

/** What a finding says by its causes: the trees, and their places. */
export interface Explained {
  readonly evidence: readonly Evidence[];
  readonly causes: readonly Cause[];
}

export function explainedBy(causes: readonly Cause[]): Explained {
  return { evidence: placesOf(causes), causes };
}

/**
 * The places of some trees once, a way before what it leads to: the evidence that a reader can go through. Of what a cause
 * rests on the first is enough; the tree has the others.
 */
function placesOf(causes: readonly Cause[]): readonly Evidence[] {
  const places = new Map<string, Evidence>();
  const add = ({ file, line, column, message }: Evidence): void => {
    const key = JSON.stringify([file, line, column, message]);
    if (!places.has(key)) places.set(key, { file, line, ...(column === undefined ? {} : { column }), message });
  };
  const walk = (cause: Cause): void => {
    cause.path?.forEach(add);
    add(cause);
    cause.because?.slice(0, 1).forEach(walk);
  };
  causes.forEach(walk);
  return [...places.values()];
}
