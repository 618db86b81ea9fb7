/** The blocks that a statement stands in, by indentation, and what they say about its imports. */
import {
  catchesImportFailure,
  type Chain,
  enterBranch,
  enterElse,
  guard,
  readCondition,
  suppressesImportFailure,
} from "../facts/guards.ts";
import type { ImportRecord } from "../facts/import-record.ts";
import type { Leading } from "./words.ts";

/** What the last statement of a block was, as far as a branch may follow it. */
type Open = "nothing" | "if" | "loop" | "try" | "handled" | "handled-else";

export interface Level {
  /** Columns of its indentation with tabs to multiples of eight, and with tabs as one: Python asks both to agree. */
  readonly indent: number;
  readonly narrow: number;
  readonly flags: number;
  /** How many functions are around. */
  readonly functions: number;
  open: Open;
  chain: Chain;
  /** The imports in the body of the last `try`, as a range of numbers. */
  tryFrom: number;
  tryTo: number;
}

export function newLevel(indent: number, narrow: number, flags: number, functions: number): Level {
  return {
    indent,
    narrow,
    flags,
    functions,
    open: "nothing",
    chain: { typeOnly: false, conditional: false },
    tryFrom: 0,
    tryTo: 0,
  };
}

/** Whether a statement that is no branch may come now: a `try` must have had a handler first. */
export function closeStatement(level: Level): boolean {
  if (level.open === "try") return false;
  level.open = "nothing";
  return true;
}

/**
 * Begins a compound statement or one of its branches in this block: the guards that its body has from the branches
 * before it, or from what it is; undefined when a branch belongs to nothing. `records` counts the imports so far.
 */
export function openBranch(level: Level, word: Leading, records: number): number | undefined {
  switch (word) {
    case "elif":
      return level.open === "if" ? 0 : undefined;
    case "else":
      return openElse(level);
    case "except":
      if (level.open === "try") level.tryTo = records;
      else if (level.open !== "handled") return undefined;
      level.open = "handled";
      return 0;
    case "finally":
      if (level.open !== "try" && level.open !== "handled" && level.open !== "handled-else") return undefined;
      level.open = "nothing";
      return 0;
    default:
      return closeStatement(level) ? openStatement(level, word, records) : undefined;
  }
}

function openElse(level: Level): number | undefined {
  const { open, chain } = level;
  level.open = open === "handled" ? "handled-else" : "nothing";
  if (open === "if") return enterElse(chain);
  return open === "loop" || open === "handled" ? 0 : undefined;
}

function openStatement(level: Level, word: Leading, records: number): number {
  if (word === "if") {
    level.open = "if";
    level.chain = { typeOnly: false, conditional: false };
  } else if (word === "try") {
    level.open = "try";
    level.tryFrom = records;
  } else if (word === "for" || word === "while") {
    level.open = "loop";
  }
  return word === "class" ? guard.inner : 0;
}

/** The body of this level's `try` is caught: marks its imports, but for those in functions defined there. */
export function markCaught(level: Level, records: readonly ImportRecord[], functions: readonly number[]): void {
  for (let at = level.tryFrom; at < level.tryTo; at++) {
    const record = records[at];
    if (record !== undefined && functions[at] === level.functions) record.flags |= guard.caught;
  }
}

/** The guards that a header's own text adds, from its word to its colon. */
export function headerGuards(level: Level, word: Leading, header: string): number {
  switch (word) {
    case "if":
    case "elif":
      return enterBranch(level.chain, readCondition(header, 0, header.length));
    case "with":
      return suppressesImportFailure(header, 0, header.length) ? guard.caught : 0;
    case "except":
      return catchesImportFailure(header, 0, header.length) ? guard.conditional : 0;
    default:
      return 0;
  }
}
