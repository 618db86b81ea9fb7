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
export function wordAt(bytes: Uint8Array, start: number, end: number): Word {
  const first = bytes[start];
  switch (end - start) {
    case 3:
      return first === 110 && isWord(bytes, start, letters.new) ? word.new : word.name;
    case 4:
      if (first === 116) return isWord(bytes, start, letters.this) ? word.self : word.name;
      if (first === 99) return isWord(bytes, start, letters.case) ? word.case : word.name;
      if (first === 119) return isWord(bytes, start, letters.when) ? word.when : word.name;
      return first === 101 && isWord(bytes, start, letters.enum) ? word.enum : word.name;
    case 5:
      if (first === 99) return isWord(bytes, start, letters.class) ? word.class : word.name;
      if (first === 98) return isWord(bytes, start, letters.break) ? word.jump : word.name;
      return first === 115 && isWord(bytes, start, letters.super) ? word.self : word.name;
    case 6:
      if (first === 105) return isWord(bytes, start, letters.import) ? word.import : word.name;
      if (first === 112) return isWord(bytes, start, letters.public) ? word.access : word.name;
      return first === 114 && isWord(bytes, start, letters.record) ? word.record : word.name;
    case 7:
      if (first !== 112) return word.name;
      if (isWord(bytes, start, letters.private)) return word.access;
      return isWord(bytes, start, letters.package) ? word.package : word.name;
    case 8:
      return first === 99 && isWord(bytes, start, letters.continue) ? word.jump : word.name;
    case 9:
      if (first === 112) return isWord(bytes, start, letters.protected) ? word.access : word.name;
      return first === 105 && isWord(bytes, start, letters.interface) ? word.interface : word.name;
    case 10:
      return first === 105 && isWord(bytes, start, letters.instanceof) ? word.instanceof : word.name;
    default:
      return word.name;
  }
}

const letters = {
  new: lettersOf("new"),
  this: lettersOf("this"),
  case: lettersOf("case"),
  when: lettersOf("when"),
  enum: lettersOf("enum"),
  class: lettersOf("class"),
  break: lettersOf("break"),
  super: lettersOf("super"),
  import: lettersOf("import"),
  public: lettersOf("public"),
  record: lettersOf("record"),
  private: lettersOf("private"),
  package: lettersOf("package"),
  continue: lettersOf("continue"),
  protected: lettersOf("protected"),
  interface: lettersOf("interface"),
  instanceof: lettersOf("instanceof"),
};

function lettersOf(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}

/** Whether the word at an offset, which is as long and has the same first letter, is this one. */
function isWord(bytes: Uint8Array, start: number, wanted: Uint8Array): boolean {
  for (let at = 1; at < wanted.length; at++) if (bytes[start + at] !== wanted[at]) return false;
  return true;
}

/** RecordDeclaration: `record` is a keyword only before a name and a header. `end` is the offset after the word. */
export function isRecordHeader(text: string, bytes: Uint8Array, end: number): boolean {
  const name = skipBlanksAndComments(text, bytes, end);
  if (!isWordStart(text, name)) return false;
  const after = bytes[skipBlanksAndComments(text, bytes, endOfWord(text, bytes, name))];
  return after === 40 || after === 60;
}

/** Words before a type or an expression (`super` in `? super Shop`). A name right after any other word is declared there: `Shop SHOP`, `int MAX`. */
const beforeUse = byLength(
  [
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
  ].map(lettersOf),
);

function byLength(words: readonly Uint8Array[]): readonly (readonly Uint8Array[])[] {
  return Array.from({ length: 13 }, (_, length) => words.filter((each) => each.length === length));
}

/** Whether a use may follow the word between two offsets. */
export function isBeforeUse(bytes: Uint8Array, start: number, end: number): boolean {
  for (const wanted of beforeUse[end - start] ?? []) {
    if (bytes[start] === wanted[0] && isWord(bytes, start, wanted)) return true;
  }
  return false;
}
