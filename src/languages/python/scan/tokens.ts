/** The lexer's own words: how it stops, and what it remembers from one token to the next. */

/** Where `skim` stopped; `at` is then the place of that sign, past which the caller goes on. */
export type Stop = "newline" | "semicolon" | "colon" | "end" | "doubt";

/** Whether a colon outside brackets ends the header of a compound statement. */
export type Line = "header" | "simple";

/** What the last token was: what may come next depends on it. From `word` to `string` an operand is there. */
export const before = {
  /** Nothing yet, or an operator: an operand must follow. */
  operator: 0,
  /** A name or a keyword: either may follow. */
  word: 1,
  /** A number or a closing bracket. */
  operand: 2,
  string: 3,
  /** An opening bracket: an operand may follow, or its end. */
  opening: 4,
  /** `*` or `/` where an operand could be: a marker among parameters, if the list goes on or ends. */
  star: 5,
  comma: 6,
  /** Of a slice, an annotation, a dictionary or a lambda. */
  colon: 7,
} as const;
