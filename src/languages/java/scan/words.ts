/**
 * The words that change how the next tokens are read. All others are names to the scanner: they are lower-case, so they
 * are never references.
 * @see https://docs.oracle.com/javase/specs/jls/se25/html/jls-3.html#jls-3.9
 */
import { isWordStart, skipBlanksAndComments } from "../facts/names.ts";
import { endOfWord } from "../facts/literals.ts";

export const word = {
  name: 0,
  new: 1,
  /** `this`, `super`: what follows their dot is a member of an expression. */
  self: 2,
  case: 3,
  when: 4,
  class: 5,
  interface: 6,
  enum: 7,
  record: 8,
  /** `break`, `continue`: a label may follow. */
  jump: 9,
  import: 10,
  package: 11,
  instanceof: 12,
  /** `public`, `protected`, `private`. */
  access: 13,
} as const;

export type Word = (typeof word)[keyof typeof word];

/** What the word between two offsets is. Told by length and first letter, then compared in place. */
export function wordAt(text: string, start: number, end: number): Word {
  const first = text.charCodeAt(start);
  switch (end - start) {
    case 3:
      return first === 110 && text.startsWith("new", start) ? word.new : word.name;
    case 4:
      if (first === 116) return text.startsWith("this", start) ? word.self : word.name;
      if (first === 99) return text.startsWith("case", start) ? word.case : word.name;
      if (first === 119) return text.startsWith("when", start) ? word.when : word.name;
      return first === 101 && text.startsWith("enum", start) ? word.enum : word.name;
    case 5:
      if (first === 99) return text.startsWith("class", start) ? word.class : word.name;
      if (first === 98) return text.startsWith("break", start) ? word.jump : word.name;
      return first === 115 && text.startsWith("super", start) ? word.self : word.name;
    case 6:
      if (first === 105) return text.startsWith("import", start) ? word.import : word.name;
      if (first === 112) return text.startsWith("public", start) ? word.access : word.name;
      return first === 114 && text.startsWith("record", start) ? word.record : word.name;
    case 7:
      if (first !== 112) return word.name;
      if (text.startsWith("private", start)) return word.access;
      return text.startsWith("package", start) ? word.package : word.name;
    case 8:
      return first === 99 && text.startsWith("continue", start) ? word.jump : word.name;
    case 9:
      if (first === 112) return text.startsWith("protected", start) ? word.access : word.name;
      return first === 105 && text.startsWith("interface", start) ? word.interface : word.name;
    case 10:
      return first === 105 && text.startsWith("instanceof", start) ? word.instanceof : word.name;
    default:
      return word.name;
  }
}

/** RecordDeclaration: `record` is a keyword only before a name and a header. `end` is the offset after the word. */
export function isRecordHeader(text: string, end: number): boolean {
  const name = skipBlanksAndComments(text, end);
  if (!isWordStart(text, name)) return false;
  const after = text.charCodeAt(skipBlanksAndComments(text, endOfWord(text, name)));
  return after === 40 || after === 60;
}

/** Words before a type or an expression (`super` in `? super Shop`). A name right after any other word is declared there: `Shop SHOP`, `int MAX`. */
const beforeUse: ReadonlySet<string> = new Set([
  "abstract",
  "assert",
  "default",
  "do",
  "else",
  "extends",
  "final",
  "implements",
  "native",
  "permits",
  "private",
  "protected",
  "public",
  "return",
  "sealed",
  "static",
  "strictfp",
  "super",
  "synchronized",
  "throw",
  "throws",
  "transient",
  "volatile",
  "yield",
]);

/** Whether a use may follow the word between two offsets. */
export function isBeforeUse(text: string, start: number, end: number): boolean {
  return end - start <= 12 && beforeUse.has(text.slice(start, end));
}
