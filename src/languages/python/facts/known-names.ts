/** What a file's names stand for, as far as its own imports say: `t` for `typing` after `import typing as t`. */
import { firstPart, type ImportRecord } from "./import-record.ts";
import { callModules, callNameParts } from "./strings/importing-calls.ts";
import { commonWords, frameworkWords } from "./strings/watched-words.ts";

/** Modules whose names mean something in a condition, an exception list or a `with` clause. */
const guardModules = ["contextlib", "os", "platform", "six", "sys", "typing", "typing_extensions"];

/** What names of a module are kept for, by its first part: all others mean nothing here. */
const uses: ReadonlyMap<string, "guards" | "frameworks"> = new Map([
  ...[...callModules, "celery", "flask"].map((module) => [module, "frameworks"] as const),
  ...guardModules.map((module) => [module, "guards"] as const),
]);

/** Names in those modules that mean something by themselves, or hold what does. */
const telling: ReadonlySet<string> = new Set([
  ...callNameParts,
  ..."TYPE_CHECKING suppress version_info hexversion implementation platform name system".split(" "),
  ..."python_implementation PY2 PY3".split(" "),
]);

/** What a file is called, for the words of frameworks to mean something in it whatever it imports. */
const frameworkPath =
  /(?:^|\/)(?:(?:manage|wsgi|asgi|settings|celery|celeryconfig|conftest)\.py$|tests?\/|test_[^/]*\.pyi?$|[^/]*_test\.pyi?$|settings\/)/;

const watched: ReadonlySet<string> = new Set([...commonWords, ...frameworkWords]);

/** Most files import nothing that matters here: what they would keep is made when there is something to keep. */
export class KnownNames {
  /** The words that are to be watched in this file, beside the common ones. */
  words: readonly string[] | undefined;
  /** Whether what guards speak of may have another name here. */
  renamesGuards = false;
  sawCelery = false;
  #origins: Map<string, string> | undefined;

  constructor(path: string) {
    if (frameworkPath.test(path)) this.words = frameworkWords;
  }

  /**
   * Takes in one import statement: `bound` are the names that it binds, one for each of its modules or imported names. Whether
   * there are more words to be watched from now on.
   */
  learn(records: readonly ImportRecord[], bound: readonly string[]): boolean {
    const before = this.words;
    for (let at = 0; at < records.length; at++) {
      const record = records[at];
      const first = record === undefined ? "" : firstPart(record.specifier);
      const use = uses.get(first);
      if (use === undefined || record === undefined) continue;
      if (use === "frameworks") this.words ??= frameworkWords;
      if (first === "celery") this.sawCelery = true;
      if (record.kind === "from") this.#learnNames(record, bound, use);
      else if (bound[at] !== first) this.#set(bound[at] ?? first, record.specifier, use);
    }
    return this.words !== before;
  }

  #learnNames({ specifier, names }: ImportRecord, bound: readonly string[], use: "guards" | "frameworks"): void {
    for (let at = 0; at < names.length; at++) {
      const name = names[at] ?? "";
      if (!telling.has(name)) continue;
      const local = bound[at] ?? name;
      // These are known by their bare names.
      if (local === name && (name === "TYPE_CHECKING" || name === "suppress")) continue;
      this.#set(local, `${specifier}.${name}`, use);
      if (name !== local && watched.has(name)) this.words = [...(this.words ?? []), local];
    }
  }

  #set(local: string, origin: string, use: "guards" | "frameworks"): void {
    this.#origins ??= new Map();
    this.#origins.set(local, origin);
    if (use === "guards") this.renamesGuards = true;
  }

  /** A dotted name by what its first part stands for: `typing.TYPE_CHECKING` of `t.TYPE_CHECKING`. */
  origin(dotted: string): string {
    if (this.#origins === undefined) return dotted;
    const first = firstPart(dotted);
    const known = this.#origins.get(first);
    return known === undefined ? dotted : known + dotted.slice(first.length);
  }
}
