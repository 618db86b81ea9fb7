/**
 * Which conflicts were there before: by identity, which survives shifted lines; where several are alike, and where a file was moved,
 * by what they are about and the text of their line.
 */
import type { Analysis } from "./analysis.ts";
import type { Conflict } from "./conflict.ts";

export type EarlierConflict = Pick<Conflict, "id" | "code" | "file" | "subject">;

/** The text that a conflict stands in, now and before; undefined where it cannot be read. Compared, and shown to nobody. */
export interface ConflictTexts<E> {
  readonly now: (conflict: Conflict) => string | undefined;
  readonly before: (conflict: E) => string | undefined;
}

export interface ConflictComparison<E> {
  /** Those of now that were not there before, in their order. */
  readonly fresh: readonly Conflict[];
  /** Those of before that are there no longer. */
  readonly gone: readonly E[];
}

export function compareConflicts<E extends EarlierConflict>(
  conflicts: readonly Conflict[],
  earlier: readonly E[],
  texts: ConflictTexts<E>,
): ConflictComparison<E> {
  const byIdentity = groupBy(earlier, identityOf);
  const gone = new Set(earlier);
  const fresh = new Set(conflicts);
  const match = (conflict: Conflict, known: E): void => {
    fresh.delete(conflict);
    gone.delete(known);
  };
  for (const [identity, now] of groupBy(conflicts, identityOf)) {
    const before = byIdentity.get(identity) ?? [];
    const pairs = now.length === before.length ? inOrder(now, before) : alike(now, before, texts);
    for (const [conflict, known] of pairs) match(conflict, known);
  }
  // What has moved to another file is compared only with what is gone from its own.
  for (const [conflict, known] of moved([...fresh], [...gone], texts)) match(conflict, known);
  return { fresh: conflicts.filter((conflict) => fresh.has(conflict)), gone: [...gone] };
}

/** What a conflict stands in: its line, or of what is about a whole file all of it. */
export function textOf({ file, line }: Pick<Conflict, "file" | "line">, read: Analysis["line"]): string | undefined {
  if (line > 0) return read(file, line)?.trim();
  const lines: string[] = [];
  for (let at = 1; ; at++) {
    const text = read(file, at);
    if (text === undefined) return at === 1 ? undefined : lines.join("\n");
    lines.push(text);
  }
}

/** Without the number by which conflicts that are equal but for their place are told apart. */
function identityOf({ id }: EarlierConflict): string {
  return id.split("-", 1)[0] ?? id;
}

type Pair<E> = readonly [now: Conflict, before: E];

function inOrder<E>(now: readonly Conflict[], before: readonly E[]): readonly Pair<E>[] {
  return now.flatMap((conflict, at): readonly Pair<E>[] => {
    const known = before[at];
    return known === undefined ? [] : [[conflict, known]];
  });
}

/** Those of the same text first: one that is put before the others must not be taken for the first of them. */
function alike<E>(now: readonly Conflict[], before: readonly E[], texts: ConflictTexts<E>): readonly Pair<E>[] {
  if (before.length === 0) return [];
  const pairs = sameKeys(now, before, { now: texts.now, before: texts.before });
  const [matched, taken] = [new Set(pairs.map(([conflict]) => conflict)), new Set(pairs.map(([, known]) => known))];
  const [others, left] = [now.filter((each) => !matched.has(each)), before.filter((each) => !taken.has(each))];
  return [...pairs, ...inOrder(others, left)];
}

function moved<E extends EarlierConflict>(
  now: readonly Conflict[],
  before: readonly E[],
  texts: ConflictTexts<E>,
): readonly Pair<E>[] {
  if (now.length === 0 || before.length === 0) return [];
  const keyOf = (conflict: EarlierConflict, text: string | undefined): string | undefined =>
    text === undefined ? undefined : [conflict.code, subjectOf(conflict), text].join("\0");
  return sameKeys(now, before, {
    now: (conflict) => keyOf(conflict, texts.now(conflict)),
    before: (known) => keyOf(known, texts.before(known)),
  });
}

/** What is about its own file stays so where that is moved. */
function subjectOf({ subject, file }: EarlierConflict): string {
  return subject === file || subject === `file:${file}` ? "its own file" : subject;
}

/** Pairs of equal keys, each in order. */
function sameKeys<E>(now: readonly Conflict[], before: readonly E[], keys: ConflictTexts<E>): readonly Pair<E>[] {
  const byKey = groupBy(before, keys.before);
  return now.flatMap((conflict): readonly Pair<E>[] => {
    const key = keys.now(conflict);
    const known = key === undefined ? undefined : byKey.get(key)?.shift();
    return known === undefined ? [] : [[conflict, known]];
  });
}

function groupBy<T, K>(values: readonly T[], keyOf: (value: T) => K): ReadonlyMap<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [value]);
    else group.push(value);
  }
  return groups;
}
