/**
 * Package and import declarations.
 * @see https://docs.oracle.com/javase/specs/jls/se25/html/jls-7.html#jls-7.4
 */
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
  /** Where to read on, and whether there was all of it: a dotted name and a semicolon. */
  readonly next: number;
  readonly whole: boolean;
}

/** The package and the imports of one file. */
export class Headers {
  readonly imports: FoundImport[] = [];
  package: string | undefined;
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  /** Reads on after `package` or `import`: where it ended, and whether it was a whole declaration in its place. */
  read(after: number, keyword: "package" | "import"): { readonly next: number; readonly whole: boolean } {
    const header = readHeader(this.#text, after, keyword);
    if (header === undefined) return { next: after, whole: false };
    const { start, end, next, whole } = header;
    const name = squeeze(this.#text, header.nameStart, end);
    const specifier = header.nameStart === start ? name : `module ${name}`;
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
function readHeader(text: string, after: number, keyword: "package" | "import"): Header | undefined {
  let start = skipBlanksAndComments(text, after);
  let nameStart = start;
  let isStatic = false;
  if (!isWordStart(text, start)) return undefined;
  let end = endOfWord(text, start);
  let next = skipBlanksAndComments(text, end);
  if (keyword === "import" && isWordStart(text, next)) {
    // ImportDeclaration: a single-static or a single-module one.
    isStatic = text.startsWith("static", start) && end - start === 6;
    const isModule = text.startsWith("module", start) && end - start === 6;
    if (!isStatic && !isModule) return { isStatic, onDemand: false, start, nameStart, end, next: end, whole: false };
    nameStart = next;
    if (isStatic) start = next;
    end = endOfWord(text, next);
    next = skipBlanksAndComments(text, end);
  }
  while (text.charCodeAt(next) === 46) {
    const part = skipBlanksAndComments(text, next + 1);
    if (keyword === "import" && text.charCodeAt(part) === 42) {
      const semicolon = skipBlanksAndComments(text, part + 1);
      const whole = text.charCodeAt(semicolon) === 59;
      return { isStatic, onDemand: true, start, nameStart, end, next: whole ? semicolon + 1 : part + 1, whole };
    }
    if (!isWordStart(text, part)) return { isStatic, onDemand: false, start, nameStart, end, next: end, whole: false };
    end = endOfWord(text, part);
    next = skipBlanksAndComments(text, end);
  }
  const whole = text.charCodeAt(next) === 59;
  return { isStatic, onDemand: false, start, nameStart, end, next: whole ? next + 1 : end, whole };
}
