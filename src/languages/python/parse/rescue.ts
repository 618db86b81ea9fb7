/** Import statements that no tree has: those that are whole by their own text, wherever a statement may begin. */
import type { ImportRecord, Surroundings } from "../facts/import-record.ts";
import { guard } from "../facts/guards.ts";
import { isImportStatement, readImportStatement } from "../facts/import-statement.ts";
import { blanksEnd, commentEnd, newlineEnd, stringEnd, wordEnd } from "../scan/byte-skips.ts";
import { bytesOf } from "../../../files/source-bytes.ts";
import { isWord } from "../scan/words.ts";

export interface Rescue {
  /** The offsets of the imports that are known already, which are left out. */
  readonly known: ReadonlySet<number>;
  /** What surrounds a statement; undefined where none can be. Asked in the order of the text. */
  around(at: number): Surroundings | undefined;
}

export function rescueImports(text: string, { known, around }: Rescue): readonly ImportRecord[] {
  return importPlaces(text).flatMap(({ at, flags }) => {
    const outer = isImportStatement(text, at) ? around(at) : undefined;
    const surroundings = outer && { flags: outer.flags | flags, branch: outer.branch };
    const statement = surroundings && readImportStatement(text, at, surroundings);
    if (statement === undefined || statement.records.some(({ start }) => known.has(start))) return [];
    return statement.records;
  });
}

interface Place {
  readonly at: number;
  /** The guard of a lazy import. */
  readonly flags: number;
}

/** Where `import` and `from` begin a line, or follow a colon or a semicolon, outside of strings and comments. */
function importPlaces(text: string): readonly Place[] {
  const bytes = bytesOf(text);
  const places: Place[] = [];
  // Quotes of three that nothing closes: to look for the end of each would take the square of the time.
  const unclosed = new Set<number>();
  let mayBegin = true;
  for (let at = 0; at < text.length;) {
    const code = bytes[at] ?? 0;
    if (code === 35) {
      at = commentEnd(bytes, at);
    } else if (code === 34 || code === 39) {
      const isLong = bytes[at + 1] === code && bytes[at + 2] === code;
      const end = isLong && unclosed.has(code) ? -1 : stringEnd(text, bytes, at);
      if (isLong && end < 0) unclosed.add(code);
      at = end < 0 ? at + (isLong ? 3 : 1) : end;
      mayBegin = false;
    } else if (code === 92 && (bytes[at + 1] === 10 || bytes[at + 1] === 13)) {
      at = newlineEnd(bytes, at + 1);
    } else if (code === 10 || code === 13 || code === 58 || code === 59) {
      mayBegin = true;
      at++;
    } else if (code === 32 || code === 9 || code === 12) {
      at++;
    } else {
      const isLazy = mayBegin && isWord(bytes, at, "lazy");
      if (isLazy) at = blanksEnd(bytes, at + "lazy".length);
      if (mayBegin && (isWord(bytes, at, "import") || isWord(bytes, at, "from"))) {
        places.push({ at, flags: isLazy ? guard.local : 0 });
      }
      mayBegin = false;
      at = Math.max(at + 1, wordEnd(text, bytes, at));
    }
  }
  return places;
}
