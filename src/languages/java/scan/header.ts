/**
 * Package and import declarations.
 * @see https://docs.oracle.com/javase/specs/jls/se25/html/jls-7.html#jls-7.4
 */
import { bytesOf } from "../../../files/source-bytes.ts";
import { type FoundImport, importKind } from "../facts/found.ts";
import { isWordStart, skipBlanksAndComments, squeeze } from "../facts/names.ts";
import { endOfWord } from "../facts/literals.ts";

interface Header {
  readonly isStatic: boolean;
  readonly onDemand: boolean;
  /** Offsets of the dotted name, without the star; `module` (JLS 7.5.5) stands before it and is a part of the specifier. */
  readonly start: number;
  readonly nameStart: number;
  readonly end: number;
  /** Blanks or comments stand within the name. */
  readonly spaced: boolean;
  /** Where to read on, and whether there was all of it: a dotted name and a semicolon. */
  readonly next: number;
  readonly whole: boolean;
}

/** The package and the imports of one file. */
export class Headers {
  readonly imports: FoundImport[] = [];
  package: string | undefined;
  readonly #text: string;
  readonly #bytes: Uint8Array;

  constructor(text: string) {
    this.#text = text;
    this.#bytes = bytesOf(text);
  }

  /** Reads on after `package` or `import`: where it ended, and whether it was a whole declaration in its place. */
  read(after: number, keyword: "package" | "import"): { readonly next: number; readonly whole: boolean } {
    const text = this.#text;
    const header = readHeader(text, this.#bytes, after, keyword);
    if (header === undefined) return { next: after, whole: false };
    const { start, nameStart, end, next, whole } = header;
    const name = header.spaced ? squeeze(text, nameStart, end) : text.slice(nameStart, end);
    const specifier = nameStart === start ? name : `module ${name}`;
    if (keyword === "import") {
      this.imports.push({ kind: importKind(header), specifier, start, end });
      return { next, whole };
    }
    const isFirst = this.package === undefined && this.imports.length === 0;
    this.package ??= specifier;
    return { next, whole: whole && isFirst };
  }
}

/** Reads on after `package` or `import`; undefined when no name follows. */
function readHeader(text: string, bytes: Uint8Array, after: number, keyword: "package" | "import"): Header | undefined {
  let start = skipBlanksAndComments(text, bytes, after);
  let nameStart = start;
  let isStatic = false;
  let spaced = false;
  if (!isWordStart(text, start)) return undefined;
  let end = endOfWord(text, bytes, start);
  let next = skipBlanksAndComments(text, bytes, end);
  if (keyword === "import" && isWordStart(text, next)) {
    // ImportDeclaration: a single-static or a single-module one.
    isStatic = text.startsWith("static", start) && end - start === 6;
    const isModule = text.startsWith("module", start) && end - start === 6;
    if (!isStatic && !isModule) {
      return { isStatic, onDemand: false, start, nameStart, end, spaced, next: end, whole: false };
    }
    nameStart = next;
    if (isStatic) start = next;
    end = endOfWord(text, bytes, next);
    next = skipBlanksAndComments(text, bytes, end);
  }
  while (bytes[next] === 46) {
    const part = skipBlanksAndComments(text, bytes, next + 1);
    if (keyword === "import" && bytes[part] === 42) {
      const semicolon = skipBlanksAndComments(text, bytes, part + 1);
      const whole = bytes[semicolon] === 59;
      return { isStatic, onDemand: true, start, nameStart, end, spaced, next: whole ? semicolon + 1 : part + 1, whole };
    }
    if (!isWordStart(text, part)) {
      return { isStatic, onDemand: false, start, nameStart, end, spaced, next: end, whole: false };
    }
    spaced ||= next !== end || part !== next + 1;
    end = endOfWord(text, bytes, part);
    next = skipBlanksAndComments(text, bytes, end);
  }
  const whole = bytes[next] === 59;
  return { isStatic, onDemand: false, start, nameStart, end, spaced, next: whole ? next + 1 : end, whole };
}
