/**
 * Reads one import statement from its text, strictly by the grammar, wherever a statement may begin.
 * @see https://docs.python.org/3/reference/simple_stmts.html#the-import-statement
 */
import { firstPart, type ImportRecord, squeeze } from "./import-record.ts";
import { afterNewline, commentEnd, wordEnd } from "../scan/characters.ts";
import { isWord } from "../scan/words.ts";

export interface ImportStatement {
  readonly records: readonly ImportRecord[];
  /** The names it binds where it stands. */
  readonly bound: readonly string[];
  /** After its last token. */
  readonly end: number;
}

interface Name {
  readonly start: number;
  readonly end: number;
}

/** The statement whose `import` or `from` is at `at`; undefined when it is not written as the grammar has it. */
export function readImportStatement(text: string, at: number, flags: number): ImportStatement | undefined {
  return text.charCodeAt(at) === 105 /* i */
    ? readImport(text, at + "import".length, flags)
    : readFrom(text, at + "from".length, flags);
}

/** Whether a whole statement is there, and nothing after it but its end. */
export function isImportStatement(text: string, at: number): boolean {
  const statement = readImportStatement(text, at, 0);
  if (statement === undefined) return false;
  const next = blanks(text, statement.end);
  return next >= text.length || ";#\r\n".includes(text.charAt(next));
}

function readImport(text: string, from: number, flags: number): ImportStatement | undefined {
  const records: ImportRecord[] = [];
  const bound: string[] = [];
  for (let at = from; ;) {
    const name = dottedName(text, blanks(text, at));
    if (name === undefined) return undefined;
    const specifier = squeeze(text.slice(name.start, name.end));
    records.push({ kind: "import", specifier, names: [], start: name.start, end: name.end, flags });
    let next = blanks(text, name.end);
    if (isWord(text, next, "as")) {
      const alias = simpleName(text, blanks(text, next + 2));
      if (alias === undefined) return undefined;
      bound.push(text.slice(alias.start, alias.end));
      next = blanks(text, alias.end);
      if (text.charCodeAt(next) !== 44) return { records, bound, end: alias.end };
    } else {
      bound.push(firstPart(specifier));
      if (text.charCodeAt(next) !== 44) return { records, bound, end: name.end };
    }
    at = next + 1;
  }
}

function readFrom(text: string, from: number, flags: number): ImportStatement | undefined {
  const start = blanks(text, from);
  let end = start;
  while (text.charCodeAt(end) === 46) {
    const next = blanks(text, end + 1);
    if (text.charCodeAt(next) !== 46) {
      end++;
      break;
    }
    end = next;
  }
  let next = blanks(text, end);
  const isRelative = end > start;
  if (!isRelative || !isWord(text, next, "import")) {
    const module = dottedName(text, next);
    if (module === undefined) return undefined;
    end = module.end;
    next = blanks(text, end);
  }
  if (!isWord(text, next, "import")) return undefined;
  const list = importedNames(text, blanks(text, next + "import".length));
  if (list === undefined) return undefined;
  const specifier = squeeze(text.slice(start, end));
  return {
    records: [{ kind: "from", specifier, names: list.names, start, end, flags }],
    bound: list.bound,
    end: list.end,
  };
}

interface NameList {
  readonly names: readonly string[];
  readonly bound: readonly string[];
  readonly end: number;
}

function importedNames(text: string, at: number): NameList | undefined {
  if (text.charCodeAt(at) === 42) return { names: ["*"], bound: [], end: at + 1 };
  const bracketed = text.charCodeAt(at) === 40;
  const skip = bracketed ? blanksAndLines : blanks;
  const names: string[] = [];
  const bound: string[] = [];
  let next = bracketed ? skip(text, at + 1) : at;
  for (;;) {
    const name = simpleName(text, next);
    if (name === undefined) return undefined;
    const written = text.slice(name.start, name.end);
    names.push(written);
    let end = name.end;
    next = skip(text, end);
    if (isWord(text, next, "as")) {
      const alias = simpleName(text, skip(text, next + 2));
      if (alias === undefined) return undefined;
      bound.push(text.slice(alias.start, alias.end));
      end = alias.end;
      next = skip(text, end);
    } else {
      bound.push(written);
    }
    const comma = text.charCodeAt(next) === 44;
    if (comma) next = skip(text, next + 1);
    // Only in brackets may the last name have a comma after it.
    if (bracketed && text.charCodeAt(next) === 41) return { names, bound, end: next + 1 };
    if (!comma) return bracketed ? undefined : { names, bound, end };
  }
}

function simpleName(text: string, at: number): Name | undefined {
  const code = text.charCodeAt(at);
  if (code >= 48 && code <= 57) return undefined;
  const end = wordEnd(text, at);
  return end === at ? undefined : { start: at, end };
}

function dottedName(text: string, start: number): Name | undefined {
  let part = simpleName(text, start);
  while (part !== undefined) {
    const next = blanks(text, part.end);
    if (text.charCodeAt(next) !== 46) return { start, end: part.end };
    part = simpleName(text, blanks(text, next + 1));
  }
  return undefined;
}

/** Past spaces and joined lines. */
export function blanks(text: string, from: number): number {
  let at = from;
  for (;;) {
    const code = text.charCodeAt(at);
    if (code === 32 || code === 9 || code === 12) {
      at++;
    } else if (code === 92) {
      const next = text.charCodeAt(at + 1);
      if (next !== 10 && next !== 13) return at;
      at = afterNewline(text, at + 1);
    } else {
      return at;
    }
  }
}

/** Past spaces, line ends and comments, as between brackets. */
export function blanksAndLines(text: string, from: number): number {
  let at = from;
  for (;;) {
    at = blanks(text, at);
    const code = text.charCodeAt(at);
    if (code === 35) at = commentEnd(text, at);
    else if (code === 10 || code === 13) at++;
    else return at;
  }
}
