import type { ImportFact, ImportKind } from "../../../model/facts.ts";
import { LineCounter } from "../../../model/location.ts";
import { guard } from "./guards.ts";

/** An import as a tier meets it, before its place is counted. */
export interface ImportRecord {
  readonly kind: ImportKind;
  readonly specifier: string;
  readonly names: readonly string[];
  /** UTF-16 offsets of the specifier as written. */
  readonly start: number;
  readonly end: number;
  /** Bits of `guard`. A `try` that turns out to catch its failure sets one later. */
  flags: number;
}

/** In order of `start`. */
export function importFacts(text: string, records: readonly ImportRecord[]): readonly ImportFact[] {
  const lines = new LineCounter(text);
  const facts: ImportFact[] = [];
  for (const { kind, specifier, names, start, end, flags } of ordered(records)) {
    const { line, column } = lines.at(start);
    facts.push({
      kind,
      specifier,
      names,
      start,
      end,
      line,
      column,
      typeOnly: (flags & guard.typeOnly) !== 0,
      dynamic: kind === "dynamic",
      optional: (flags & (guard.conditional | guard.caught)) !== 0,
      local: (flags & guard.local) !== 0,
    });
  }
  return facts;
}

function ordered(records: readonly ImportRecord[]): readonly ImportRecord[] {
  const inOrder = records.every((record, at) => at === 0 || (records[at - 1]?.start ?? 0) <= record.start);
  return inOrder ? records : records.toSorted((a, b) => a.start - b.start);
}

/** A dotted name as one word: `a . \⏎ b` is `a.b`. */
export function squeeze(dotted: string): string {
  return /[\s\\]/.test(dotted) ? dotted.replaceAll(/[\s\\]+/g, "") : dotted;
}

/** The name that `import a.b` binds: its first part. */
export function firstPart(dotted: string): string {
  const dot = dotted.indexOf(".");
  return dot < 0 ? dotted : dotted.slice(0, dot);
}
