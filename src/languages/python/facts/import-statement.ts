/**
 * Reads one import statement from its text, strictly by the grammar, wherever a statement may begin.
 * @see https://docs.python.org/3/reference/simple_stmts.html#the-import-statement
 */
import { firstPart, type ImportRecord, squeeze, type Surroundings } from "./import-record.ts";
import { blanksAndLinesEnd, blanksEnd, nameEnd } from "../scan/byte-skips.ts";
import { bytesOf } from "../../../files/source-bytes.ts";
import { isWord } from "../scan/words.ts";

export interface ImportStatement {
  readonly records: readonly ImportRecord[];
  /** The names it binds where it stands. */
  readonly bound: readonly string[];
  /** After its last token. */
  readonly end: number;
}

/** The statement whose `import` or `from` is at `at`; undefined when it is not written as the grammar has it. */
export function readImportStatement(text: string, at: number, around: Surroundings): ImportStatement | undefined {
  const bytes = bytesOf(text);
  return bytes[at] === 105 /* i */
    ? readImport(text, bytes, at + "import".length, around)
    : readFrom(text, bytes, at + "from".length, around);
}

const nowhere: Surroundings = { flags: 0, branch: undefined };

/** Whether a whole statement is there, and nothing after it but its end. */
export function isImportStatement(text: string, at: number): boolean {
  const statement = readImportStatement(text, at, nowhere);
  if (statement === undefined) return false;
  const next = blanksEnd(bytesOf(text), statement.end);
  return next >= text.length || ";#\r\n".includes(text.charAt(next));
}

function readImport(text: string, bytes: Uint8Array, from: number, around: Surroundings): ImportStatement | undefined {
  const { flags, branch } = around;
  const records: ImportRecord[] = [];
  const bound: string[] = [];
  for (let at = from; ;) {
    const start = blanksEnd(bytes, at);
    let end = dottedNameEnd(text, bytes, start);
    if (end === start) return undefined;
    const specifier = squeeze(text.slice(start, end));
    records.push({ kind: "import", specifier, names: [], start, end, flags, branch });
    let next = blanksEnd(bytes, end);
    if (isWord(bytes, next, "as")) {
      const alias = blanksEnd(bytes, next + 2);
      end = nameEnd(text, bytes, alias);
      if (end === alias) return undefined;
      bound.push(text.slice(alias, end));
      next = blanksEnd(bytes, end);
    } else {
      bound.push(firstPart(specifier));
    }
    if (bytes[next] !== 44) return { records, bound, end };
    at = next + 1;
  }
}

function readFrom(text: string, bytes: Uint8Array, from: number, around: Surroundings): ImportStatement | undefined {
  const start = blanksEnd(bytes, from);
  let end = start;
  while (bytes[end] === 46) {
    const next = blanksEnd(bytes, end + 1);
    if (bytes[next] !== 46) {
      end++;
      break;
    }
    end = next;
  }
  let next = blanksEnd(bytes, end);
  const isRelative = end > start;
  if (!isRelative || !isWord(bytes, next, "import")) {
    end = dottedNameEnd(text, bytes, next);
    if (end === next) return undefined;
    next = blanksEnd(bytes, end);
  }
  if (!isWord(bytes, next, "import")) return undefined;
  const list = importedNames(text, bytes, blanksEnd(bytes, next + "import".length));
  if (list === undefined) return undefined;
  const specifier = squeeze(text.slice(start, end));
  return {
    records: [{ kind: "from", specifier, names: list.names, start, end, flags: around.flags, branch: around.branch }],
    bound: list.bound,
    end: list.end,
  };
}

interface NameList {
  readonly names: readonly string[];
  readonly bound: readonly string[];
  readonly end: number;
}

function importedNames(text: string, bytes: Uint8Array, at: number): NameList | undefined {
  if (bytes[at] === 42) return { names: ["*"], bound: [], end: at + 1 };
  const bracketed = bytes[at] === 40;
  const skip = bracketed ? blanksAndLinesEnd : blanksEnd;
  const names: string[] = [];
  const bound: string[] = [];
  let start = bracketed ? skip(bytes, at + 1) : at;
  for (;;) {
    let end = nameEnd(text, bytes, start);
    if (end === start) return undefined;
    const written = text.slice(start, end);
    names.push(written);
    let next = skip(bytes, end);
    if (isWord(bytes, next, "as")) {
      const alias = skip(bytes, next + 2);
      end = nameEnd(text, bytes, alias);
      if (end === alias) return undefined;
      bound.push(text.slice(alias, end));
      next = skip(bytes, end);
    } else {
      bound.push(written);
    }
    const comma = bytes[next] === 44;
    if (comma) next = skip(bytes, next + 1);
    // Only in brackets may the last name have a comma after it.
    if (bracketed && bytes[next] === 41) return { names, bound, end: next + 1 };
    if (!comma) return bracketed ? undefined : { names, bound, end };
    start = next;
  }
}

/** The end of `a.b.c`, which may have blanks about its dots; `start` itself where there is none. */
function dottedNameEnd(text: string, bytes: Uint8Array, start: number): number {
  for (let at = start; ;) {
    const end = nameEnd(text, bytes, at);
    if (end === at) return start;
    const next = blanksEnd(bytes, end);
    if (bytes[next] !== 46) return end;
    at = blanksEnd(bytes, next + 1);
  }
}
