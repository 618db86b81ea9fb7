/** What a word is to the scanner when it is not a property's name. */

export const plain = 0;
export const prefix = 1; // an operand follows
export const control = 2; // a parenthesis follows, then a statement or a block
export const block = 3; // a statement or a block follows
export const tryWord = 4;
export const declare = 5; // a binding follows
export const functionWord = 6;
export const classWord = 7;
export const importWord = 8;
export const exportWord = 9;
export const requireWord = 10;
export const infix = 11; // between two operands or types
export const context = 12; // a name, or a modifier of the name that follows
export const awaitWord = 13;
export const typeofWord = 14;
export const caseWord = 15;
export const newWord = 16;
export const voidWord = 17;
export const typeHead = 18; // context, and begins a declaration of types
export const infixOperator = 19;
export const caller = 20; // a name whose members may be asked for modules
export const defineWord = 21;

const words: Readonly<Record<number, string>> = {
  [prefix]: "return throw delete",
  [control]: "if while for with switch catch",
  [block]: "else do finally",
  [tryWord]: "try",
  [declare]: "const var",
  [functionWord]: "function",
  [classWord]: "class",
  [importWord]: "import",
  [exportWord]: "export",
  [requireWord]: "require",
  [infixOperator]: "in instanceof",
  [infix]: "of as satisfies is extends implements",
  [context]:
    "async get set static let public private protected readonly override accessor keyof infer unique asserts using break continue yield out",
  [awaitWord]: "await",
  [typeofWord]: "typeof",
  [caseWord]: "case default",
  [newWord]: "new",
  [voidWord]: "void",
  [caller]: "jest vi navigator requirejs",
  [defineWord]: "define",
  [typeHead]: "type interface namespace module enum global declare abstract",
};

interface Candidate {
  readonly word: string;
  readonly kind: number;
}

const maxLength = 11;

/** By length and first letter: most names of a program fall into an empty place. */
const table: readonly (readonly Candidate[] | undefined)[] = buildTable();

function buildTable(): readonly (readonly Candidate[] | undefined)[] {
  const rows: (Candidate[] | undefined)[] = Array.from({ length: maxLength * 32 });
  for (const [kind, list] of Object.entries(words)) {
    for (const word of list.split(" ")) {
      const index = word.length * 32 + (word.charCodeAt(0) & 31);
      rows[index] = [...(rows[index] ?? []), { word, kind: Number(kind) }];
    }
  }
  return rows;
}

/** Classifies the word between two offsets of a text. */
export function wordKind(text: string, start: number, end: number): number {
  const length = end - start;
  const first = text.charCodeAt(start);
  if (length >= maxLength || length < 2 || first < 97 || first > 122) return plain;
  const candidates = table[length * 32 + (first & 31)];
  if (candidates === undefined) return plain;
  for (const { word, kind } of candidates) if (text.startsWith(word, start)) return kind;
  return plain;
}
