/** The watched words of a module as its statements go by. Most modules have none: the reader is made for the first. */
import type { ImportRecord, Surroundings } from "../facts/import-record.ts";
import type { KnownNames } from "../facts/known-names.ts";
import { constantAt, nothingTold, type Told, WatchedReader } from "../facts/strings/watched.ts";
import { isScriptHeader } from "../facts/script-metadata.ts";
import type { Lexer } from "./lexer.ts";

export class WatchedStrings {
  readonly #lexer: Lexer;
  readonly #path: string;
  readonly #names: KnownNames;
  #made: WatchedReader | undefined;

  constructor(lexer: Lexer, path: string, names: KnownNames) {
    this.#lexer = lexer;
    this.#path = path;
    this.#names = names;
    this.watch();
  }

  /** Has the lexer watch what the names that are known by now ask for. */
  watch(): "watched" | "unspelled" {
    const { words } = this.#names;
    return words === undefined ? "watched" : this.#lexer.watch(words);
  }

  get #reader(): WatchedReader {
    return (this.#made ??= new WatchedReader(this.#lexer.text, this.#path, this.#names));
  }

  /** Reads a statement that begins with a capital letter. */
  readConstant(start: number): void {
    if (constantAt(this.#lexer.text, start)) this.#reader.readConstant(start);
  }

  /** Reads comments that begin their lines with `# ///`. */
  readComments(places: readonly number[]): void {
    for (const at of places) if (isScriptHeader(this.#lexer.text, at)) this.#reader.readHeader(at);
  }

  /** What the words import that the lexer met in its last statement; the place of a word that only the tree tells. */
  read(around: Surroundings): readonly ImportRecord[] | number {
    const { watched, hasLambda } = this.#lexer;
    const found: ImportRecord[] = [];
    for (const at of watched) {
      const records = this.#reader.read(at, around);
      // The call may be in the lambda, which runs later.
      if (records.length > 0 && hasLambda) return at;
      found.push(...records);
    }
    return found;
  }

  told(): Told {
    return this.#made?.told() ?? nothingTold;
  }
}
