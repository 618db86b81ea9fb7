/** Words of Gradle scripts that are no names. */

/** Words that begin a declaration of a variable, before its name. */
export const declarators: ReadonlySet<string> = new Set(["def", "val", "var", "String", "final"]);
/** Statements of a dependencies block that are no configuration. */
export const control: ReadonlySet<string> = new Set([
  "if",
  "else",
  "for",
  "while",
  "def",
  "val",
  "var",
  "attributesSchema",
  "components",
  "modules",
  "artifactTypes",
  "when",
  "return",
  "because",
  "exclude",
  "each",
  "println",
  "print",
  "logger",
  "throw",
  "this",
]);
