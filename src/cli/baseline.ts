/** The file of conflicts that are known, and are not to be reported. */
import { createHash } from "node:crypto";
import { readUserFile } from "../files/user-files.ts";
import type { Analysis } from "../model/analysis.ts";
import type { Conflict } from "../model/conflict.ts";
import { compareConflicts, type EarlierConflict, textOf } from "../model/earlier-conflicts.ts";
import { UsageError } from "./usage-error.ts";

export const baselineSchema = "depbraid/baseline@1";

/** One conflict of a baseline. */
export interface Known extends EarlierConflict {
  /** A hash of the text that it stands in; absent where that could not be read. */
  readonly text?: string;
}

export interface Compared {
  /** Those that the baseline does not know. */
  readonly fresh: readonly Conflict[];
  readonly silenced: number;
  /** Those of the baseline that are there no longer. */
  readonly gone: number;
}

export function compareBaseline({ conflicts, line }: Analysis, baseline: readonly Known[]): Compared {
  const { fresh, gone } = compareConflicts(conflicts, baseline, {
    now: (conflict) => hashOf(conflict, line),
    before: ({ text }) => text,
  });
  return { fresh, silenced: conflicts.length - fresh.length, gone: gone.length };
}

function hashOf(conflict: Conflict, line: Analysis["line"]): string | undefined {
  const text = textOf(conflict, line);
  return text === undefined ? undefined : createHash("sha256").update(text).digest("hex").slice(0, 16);
}

/** In order of their identities, a line each: a change of one is a change of one line. */
export function* baselineText({ conflicts, line }: Analysis): Iterable<string> {
  yield `{\n  "schema": ${JSON.stringify(baselineSchema)},\n  "conflicts": [`;
  const sorted = conflicts.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  for (const [at, conflict] of sorted.entries()) {
    const { id, code, file, subject } = conflict;
    const text = hashOf(conflict, line);
    const known: Known = { id, code, file, subject, ...(text === undefined ? {} : { text }) };
    yield `${at === 0 ? "" : ","}\n    ${JSON.stringify(known)}`;
  }
  yield sorted.length === 0 ? "]\n}\n" : "\n  ]\n}\n";
}

/** Throws `UsageError` for a file that is not there, or is no baseline. */
export function readBaseline(path: string): readonly Known[] {
  let read: unknown;
  try {
    read = JSON.parse(readUserFile(path));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`cannot read the baseline "${path}": ${reason}; --update-baseline writes one`);
  }
  const entries: unknown = isRecord(read) && read["schema"] === baselineSchema ? read["conflicts"] : undefined;
  if (!Array.isArray(entries))
    throw new UsageError(`"${path}" is no baseline: it should hold {"schema": "${baselineSchema}", ...}`);
  return entries.filter(isKnown);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

function isKnown(value: unknown): value is Known {
  if (!isRecord(value) || !(value["text"] === undefined || typeof value["text"] === "string")) return false;
  return ["id", "code", "file", "subject"].every((key) => typeof value[key] === "string");
}
