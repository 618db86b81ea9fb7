/** Why the scanner is not sure of a file. */
export type Doubt =
  | "string" // not closed
  | "bracket" // not closed, or closed by another kind
  | "character" // that no token begins with
  | "operand" // missing, or two side by side
  | "indentation" // that fits no block, or tabs and spaces that tell differently
  | "block" // without a body, or a branch without its beginning
  | "colon" // missing after a header
  | "import" // not as the grammar has it
  | "binding" // a name bound in a way that only the tree tells
  | "dynamic"; // a call that imports, in a form that only the tree tells
