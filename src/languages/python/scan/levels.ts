/** The blocks that a statement stands in, by indentation, and what they say about its imports. */
import { type Branch, elseBranch } from "../facts/branches.ts";
import { catchesImportFailure, guard, suppressesImportFailure } from "../facts/guards.ts";
import type { ImportRecord } from "../facts/import-record.ts";
import type { KnownNames } from "../facts/known-names.ts";
import type { Leading } from "./words.ts";

/** What the last statement of a block was, as far as a branch may follow it. */
export type Open = "nothing" | "if" | "loop" | "try" | "handled" | "handled-else";

/** What a block has from the header that it belongs to. */
export interface Body {
  readonly flags: number;
  readonly branch: Branch | undefined;
  readonly functions: number;
}

export interface Level {
  /** Columns of its indentation with tabs to multiples of eight, and with tabs as one: Python asks both to agree. */
  readonly indent: number;
  readonly narrow: number;
  readonly flags: number;
  /** The branch of an `if` that it is the body of, or stands in. */
  readonly branch: Branch | undefined;
  /** How many functions are around. */
  readonly functions: number;
  open: Open;
  /** The last branch of the `if` that is open. */
  chain: Branch | undefined;
  /** The imports in the body of the last `try`, as a range of numbers. */
  tryFrom: number;
  tryTo: number;
}

export function newLevel(indent: number, narrow: number, { flags, branch, functions }: Body): Level {
  return {
    indent,
    narrow,
    flags,
    branch,
    functions,
    open: "nothing",
    chain: undefined,
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
 * Begins a compound statement or one of its branches in this block: the guards that its body has from what it is; undefined when a branch belongs to nothing. `records` counts the imports so far.
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
  const { open } = level;
  level.open = open === "handled" ? "handled-else" : "nothing";
  return open === "if" || open === "loop" || open === "handled" ? 0 : undefined;
}

function openStatement(level: Level, word: Leading, records: number): number {
  if (word === "if") {
    level.open = "if";
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

/** The guards that a header's own text adds, between these offsets. */
export function headerGuards(text: string, word: Leading, start: number, end: number, names: KnownNames): number {
  if (word === "with") return suppressesImportFailure(text, start, end, names) ? guard.caught : 0;
  if (word === "except") return catchesImportFailure(text, start, end) ? guard.conditional : 0;
  return 0;
}

/**
 * The branch that a header's body stands in; `start` and `end` are the offsets of what it tests. Ask with `wasOpen` as the
 * level was before the header: a loop and a `try` have an `else` too.
 */
export function branchOf(level: Level, word: Leading, wasOpen: Open, start: number, end: number): Branch | undefined {
  if (word === "else" && wasOpen === "if") return elseBranch(level.chain, level.branch);
  if (word !== "if" && word !== "elif") return level.branch;
  level.chain = { start, end, before: word === "if" ? undefined : level.chain, outer: level.branch };
  return level.chain;
}
