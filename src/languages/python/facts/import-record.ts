import type { ImportFact, ImportKind } from "../../../model/facts.ts";
import { LineCounter } from "../../../model/location.ts";
import { type Branch, BranchReader } from "./branches.ts";
import { type Implied, markerOf } from "./conditions/implied.ts";
import { guard } from "./guards.ts";
import type { KnownNames } from "./known-names.ts";

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
  /** The innermost branch of an `if` that it stands in. */
  readonly branch: Branch | undefined;
}

/** What surrounds a statement: bits of `guard`, and the branch of an `if`. */
export interface Surroundings {
  readonly flags: number;
  readonly branch: Branch | undefined;
}

/** In order of `start`. */
export function importFacts(text: string, records: readonly ImportRecord[], known: KnownNames): readonly ImportFact[] {
  const lines = new LineCounter(text);
  let branches: BranchReader | undefined;
  const facts: ImportFact[] = [];
  for (const record of ordered(records)) {
    const { kind, start, flags, branch } = record;
    const { line, column } = lines.at(start);
    const fact: ImportFact = {
      kind,
      specifier: record.specifier,
      names: record.names,
      start,
      end: record.end,
      line,
      column,
      typeOnly: false,
      dynamic: kind !== "import" && kind !== "from",
      optional: (flags & (guard.conditional | guard.caught)) !== 0,
      local: (flags & guard.local) !== 0,
    };
    if (branch === undefined) facts.push(fact);
    else facts.push(inBranch(fact, (branches ??= new BranchReader(text, known)).implied(branch)));
  }
  return facts;
}

/** Few imports stand in a branch: the others are spared a copy. */
function inBranch(fact: ImportFact, implied: Implied): ImportFact {
  const { typeOnly, vague } = implied;
  const marker = markerOf(implied);
  const optional = fact.optional || vague;
  return marker === undefined ? { ...fact, typeOnly, optional } : { ...fact, typeOnly, optional, marker };
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
