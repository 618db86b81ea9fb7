/** The lexer's own words: where it stops, what came last, and what it must do itself. */

/** Where `skim` stopped; `at` is then the place of that sign, past which the caller goes on. */
export type Stop = "newline" | "semicolon" | "colon" | "end" | "doubt";

/** Whether a colon outside brackets ends the header of a compound statement. */
export type Line = "header" | "simple";

/**
 * The states between tokens, by what came last, as rows of the table. Up to `star` something must come; from `name` on an
 * operand is there.
 */
export const state = {
  operator: 0,
  /** The beginning of a statement. */
  start: 1,
  /** The dot of an attribute. */
  dot: 2,
  /** That of a slice, an annotation, a dictionary or a lambda. */
  colon: 3,
  /** `*` or `**` where an operand may be, or `/`: a marker among parameters, if the list goes on or ends. */
  star: 4,
  comma: 5,
  /** An opening bracket or `lambda`: an operand may follow, or the end. */
  opening: 6,
  name: 7,
  /** A keyword that an operand may follow, or an operator or nothing. */
  keyword: 8,
  /** A number or a closing bracket. */
  operand: 9,
  string: 10,
} as const;

/**
 * What the lexer does where the table has no next state. Its switch has these as bare numbers: so it is a jump, and no
 * chain of comparisons.
 */
export const action = {
  quote: 0xff00,
  open: 0xff01,
  close: 0xff02,
  newline: 0xff03,
  colon: 0xff04,
  equals: 0xff05,
  /** A word after an operand: it must be a keyword, or after a string the prefix of another one. */
  word: 0xff06,
  hash: 0xff07,
  /** The quote of a string with replacement fields. */
  template: 0xff08,
  /** After the word. */
  lambda: 0xff09,
  /** After a word that the reader of the module wants to see. */
  watched: 0xff0a,
  /** The last sign of an assignment such as `+=`. */
  augmented: 0xff0b,
  semicolon: 0xff0c,
  backslash: 0xff0d,
  bang: 0xff0e,
  backtick: 0xff0f,
  /** The second dot where an operand may come. */
  ellipsis: 0xff10,
  /** A slash after a comma: a marker among parameters, or nothing. */
  slash: 0xff11,
  /** A closing bracket where an operand must come. */
  closeEarly: 0xff12,
  /** A character that is not ASCII. */
  other: 0xff13,
  /** A token that may not come here. */
  misplaced: 0xff14,
  /** A character of no token, or the end of the text. */
  none: 0xff15,
} as const;

/** Cells of the table from here on are actions. */
export const firstAction: number = action.quote;
