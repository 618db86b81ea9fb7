/** What the top of a file in Kotlin, Groovy or Scala says. */
import type { FoundImport } from "../facts/found.ts";
import { type Cursor, type Flaw, token } from "./cursor.ts";

export interface Outline {
  readonly package: string;
  /** In order of appearance. */
  readonly imports: readonly FoundImport[];
  /** Classes that Java can name, in order of appearance, each once; with their package below the file's own. */
  readonly types: readonly string[];
  /** What else stands at the top, which only the language itself can name: functions, properties, aliases. */
  readonly members: readonly string[];
  readonly flaw: Flaw | undefined;
}

/** Longer than any package's name: what would be put together from a longer one is hostile, and left out. */
export const longestName = 1000;

/** A dotted name from the current word on, without blanks; the cursor is left on the token after it. */
export interface DottedName {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** Undefined where no word stands. A dot that no word follows is no part of the name, and is passed. */
export function readDotted(cursor: Cursor): DottedName | undefined {
  if (cursor.kind !== token.word) return undefined;
  const { start } = cursor;
  let name = cursor.word();
  let { end } = cursor;
  for (;;) {
    cursor.next();
    if (cursor.code !== 46) return { name, start, end };
    cursor.nextOnAnyLine();
    if (cursor.kind !== token.word) return { name, start, end };
    name += `.${cursor.word()}`;
    ({ end } = cursor);
  }
}

/** Past an annotation whose `@` is the current token, its arguments included: the cursor is left on the token after it. */
export function skipAnnotation(cursor: Cursor): void {
  cursor.next();
  // Kotlin: `@file:JvmName`, `@[Fresh Ripe]`.
  if (cursor.kind === token.word && cursor.text.charCodeAt(cursor.end) === 58) {
    cursor.next();
    cursor.next();
  }
  if (cursor.code === 91) {
    cursor.skipGroup();
    cursor.next();
    return;
  }
  readDotted(cursor);
  if (cursor.code === 60) skipAngles(cursor);
  // Type arguments in Scala, then arguments; what stands on the next line belongs to something else.
  while (cursor.code === 91 || cursor.code === 40) {
    cursor.skipGroup();
    cursor.next();
  }
}

/** Past `<...>`, whose `<` is the current token: the cursor is left on the token after it. */
export function skipAngles(cursor: Cursor): void {
  let depth = 0;
  do {
    const { code } = cursor;
    if (code === 60) depth++;
    // `->` of a function's type.
    else if (code === 62 && cursor.text.charCodeAt(cursor.start - 1) !== 45) depth--;
    else if (isOpening(code)) cursor.skipGroup();
    else if (cursor.kind === token.end || code === 125) return;
    cursor.next();
  } while (depth > 0);
}

export function isOpening(code: number): boolean {
  return code === 40 || code === 91 || code === 123;
}

/** The name of a file without its directories and its ending. */
export function fileName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1, path.lastIndexOf("."));
}
