import type { Found } from "./found.ts";

/** Why the scanner may be unsure of a file. */
export interface Doubt {
  readonly reason: DoubtReason;
  /** UTF-16 offset of what raised it. */
  readonly at: number;
}

/** What the scanner found, and its first doubt. */
export interface Reading extends Found {
  readonly doubt: Doubt | undefined;
}

export type DoubtReason =
  | "unbalanced"
  | "string"
  | "comment"
  | "character"
  | "escape"
  | "interpolation"
  | "label"
  | "annotation"
  | "import"
  | "package"
  | "declaration"
  | "statement";

/** In words for a person, for when the grammar cannot read the file either. */
export const doubtMessages: Readonly<Record<DoubtReason, string>> = {
  unbalanced: "a bracket here has no partner",
  string: "a string or character literal that begins here has no end",
  comment: "a comment that begins here has no end",
  character: "a character here can be no part of Java source",
  escape: "a Unicode escape outside a string was not read",
  interpolation: "an expression embedded in a string was not read",
  label: "a label or a choice here cannot be told apart",
  annotation: "annotations here are nested too deep to be told apart",
  import: "an import here is not a dotted name and a semicolon",
  package: "a package declaration here is not a dotted name and a semicolon, or is not the first",
  declaration: "a type is declared here without a name",
  statement: "something is missing or too much here",
};
