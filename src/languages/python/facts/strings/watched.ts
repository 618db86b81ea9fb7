/** What stands at a word at which something may be imported by its name: read the same way by both tiers. */
import { guard } from "../guards.ts";
import type { ImportRecord, Surroundings } from "../import-record.ts";
import type { KnownNames } from "../known-names.ts";
import type { NamedImport, Note } from "./call-reading.ts";
import { constantNames, isSettingsName, readFrameworkName, readSettings } from "./framework-names.ts";
import { callOf } from "./importing-calls.ts";
import { isPackageFile } from "../../package-file.ts";
import { changesPath, exportedNames, packageWords } from "./package-words.ts";
import { blanks, wordEnd } from "./skips.ts";
import { commonWords } from "./watched-words.ts";

export interface Told {
  readonly records: readonly ImportRecord[];
  readonly notes: readonly Note[];
  /** The names in a package's `__all__`, sorted. */
  readonly exports: readonly string[];
  /** Where headers of a script begin. */
  readonly headers: readonly number[];
}

export const nothingTold: Told = { records: [], notes: [], exports: [], headers: [] };

const constants: ReadonlySet<string> = new Set(constantNames);

/** Whether a constant that frameworks read stands there. */
export function constantAt(text: string, at: number): boolean {
  return constants.has(text.slice(at, wordEnd(text, at)));
}

const widened = "this package looks for its modules elsewhere too: what it finds there is known only when it runs";

/** A name in a string means the same wherever it stands. */
const anywhere: Surroundings = { flags: 0, branch: undefined };

/** Reads the watched words of one file. Show them in the order of the text, among its imports. */
export class WatchedReader {
  readonly #text: string;
  readonly #path: string;
  readonly #names: KnownNames;
  /** What frameworks are told, by place and name: one string may be read for two reasons. */
  readonly #told = new Map<string, ImportRecord>();
  readonly #notes: Note[] = [];
  readonly #exports: string[] = [];
  readonly #headers: number[] = [];
  #isSettings = false;

  constructor(text: string, path: string, names: KnownNames) {
    this.#text = text;
    this.#path = path;
    this.#names = names;
  }

  /** What is imported when the call at this word runs; what frameworks are told there is kept for `told`. */
  read(at: number, around: Surroundings): readonly ImportRecord[] {
    const text = this.#text;
    const end = wordEnd(text, at);
    const word = text.slice(at, end);
    // Whoever looks through the whole text shows words that are not watched yet.
    if (!commonWords.includes(word) && this.#names.words?.includes(word) !== true) return [];
    if (packageWords.includes(word)) {
      if ((around.flags & guard.inner) === 0) this.#readPackageWord(word, at, end);
      return [];
    }
    const isCelery = this.#names.sawCelery || /(?:^|\/)celery(?:config|_?settings)?\.py$/.test(this.#path);
    this.#tellAll(readFrameworkName(text, word, end, isCelery));
    const open = this.#openAfter(end);
    if (open === undefined) return [];
    const member = text.slice(end, open.nameEnd);
    const call = callOf(this.#names.origin(ownerBefore(text, at) + word + member));
    const found = call?.({ text, path: this.#path, open: open.at }) ?? [];
    const records: ImportRecord[] = [];
    for (const each of found) {
      if (each.kind === "note") this.#notes.push(each);
      else if (each.kind === "dotted-path") this.#tell(each);
      else records.push(recordOf(each, around));
    }
    return records;
  }

  /** Shows a statement that begins with a capital letter: settings are constants. */
  readConstant(start: number): void {
    const end = wordEnd(this.#text, start);
    const word = this.#text.slice(start, end);
    this.#tellAll(readFrameworkName(this.#text, word, end, false));
    if (isSettingsName(word)) this.#isSettings = true;
  }

  readHeader(at: number): void {
    this.#headers.push(at);
  }

  #tellAll(found: readonly NamedImport[]): void {
    for (const each of found) this.#tell(each);
  }

  #readPackageWord(word: string, at: number, end: number): void {
    if (!isPackageFile(this.#path)) return;
    if (word === "__all__") this.#exports.push(...exportedNames(this.#text, end));
    else if (changesPath(this.#text, end)) this.#notes.push({ kind: "note", message: widened, start: at });
  }

  /** The bracket of a call after a name that ends at `end`, and after one more name of the kin of `patch.dict`. */
  #openAfter(end: number): { readonly at: number; readonly nameEnd: number } | undefined {
    const text = this.#text;
    const member = /\.(?:dict|multiple)(?=[ \t]*\()/y;
    member.lastIndex = end;
    const nameEnd = member.test(text) ? member.lastIndex : end;
    const at = blanks(text, nameEnd);
    return text.charCodeAt(at) === 40 ? { at, nameEnd } : undefined;
  }

  #tell(named: NamedImport): void {
    const key = `${named.start} ${named.specifier}`;
    if (!this.#told.has(key)) this.#told.set(key, recordOf(named, anywhere));
  }

  /** Ask when all words were shown. */
  told(): Told {
    if (this.#isSettings) this.#tellAll(readSettings(this.#text));
    const exports = [...new Set(this.#exports)].sort();
    return { records: [...this.#told.values()], notes: this.#notes, exports, headers: this.#headers };
  }
}

function recordOf({ kind, specifier, names, start, end, optional }: NamedImport, around: Surroundings): ImportRecord {
  const flags = optional ? around.flags | guard.conditional : around.flags;
  return { kind, specifier, names, start, end, flags, branch: around.branch };
}

/**
 * `importlib.` of `importlib.import_module`; `?.` where what is before the dot is no name. The dot may begin a line of its
 * own, as chains are laid out; it is not looked for at the end of the line before, where a sentence may end.
 */
function ownerBefore(text: string, from: number): string {
  let owner = "";
  for (let at = from; ;) {
    const dot = before(text, at, isBlank);
    if (text.charCodeAt(dot) !== 46) return owner;
    const end = before(text, dot, isBlankOrLineEnd) + 1;
    let start = end;
    while (start > 0 && isNamePart(text.charCodeAt(start - 1))) start--;
    if (start === end) return `?.${owner}`;
    owner = `${text.slice(start, end)}.${owner}`;
    at = start;
  }
}

function before(text: string, at: number, passes: (code: number) => boolean): number {
  let found = at - 1;
  while (passes(text.charCodeAt(found))) found--;
  return found;
}

function isNamePart(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    (code >= 48 && code <= 57) ||
    code === 95 ||
    code >= 128
  );
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9 || code === 12;
}

function isBlankOrLineEnd(code: number): boolean {
  return isBlank(code) || isLineEnd(code) || code === 92;
}

function isLineEnd(code: number): boolean {
  return code === 10 || code === 13;
}
