import type { Doubt } from "./doubt.ts";
import type { Nesting } from "./nesting.ts";
import type { Stop } from "./tokens.ts";

/** What the lexer knows while it reads, for all its parts; `lexer.ts` says what each is. */
export interface Reading {
  readonly text: string;
  readonly bytes: Uint8Array;
  readonly table: Uint16Array;
  readonly nesting: Nesting;
  readonly watched: number[];
  at: number;
  state: number;
  stop: Stop;
  augmentedAt: number;
  walrus: boolean;
  hasLambda: boolean;
  fail(doubt: Doubt, at: number): "doubt";
}
