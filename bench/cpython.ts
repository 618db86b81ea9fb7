import type { SourceText } from "../src/files/source-text.ts";
import type { FileFacts } from "../src/model/facts.ts";
import { asTruth, cpythonTruths, type Truth } from "../test/languages/python/cpython-truth.ts";
import { isDeepStrictEqual } from "node:util";

/** What the `python3` of this machine says of some files, beside what was read of them. */
export class CPython {
  readonly #truths: readonly (Truth | null)[];
  #accepted = 0;
  readonly #contradictions: string[] = [];
  /** Files that it accepts and that were called broken. */
  readonly #slandered: string[] = [];

  constructor(paths: readonly string[]) {
    this.#truths = cpythonTruths(paths);
  }

  check(number: number, { path }: SourceText, facts: FileFacts): void {
    const truth = this.#truths[number] ?? null;
    if (truth === null) return;
    this.#accepted++;
    if (facts.diagnostics.some(({ code }) => code === "syntax")) this.#slandered.push(path);
    const ours = asTruth(path, facts, truth);
    if (isDeepStrictEqual(ours, truth)) return;
    const at = ours.imports.findIndex((each, place) => !isDeepStrictEqual(each, truth.imports[place]));
    const [read, told] = at < 0 ? [ours.bound, truth.bound] : [ours.imports[at], truth.imports[at]];
    this.#contradictions.push(`${path}\n  ours:    ${JSON.stringify(read)}\n  CPython: ${JSON.stringify(told)}`);
  }

  /** Prints what it found; how many contradictions there are. */
  report(): number {
    console.log(`CPython accepts ${this.#accepted} of them, and rejects ${this.#truths.length - this.#accepted}`);
    console.log(`CPython reads otherwise: ${this.#contradictions.length}`);
    for (const each of this.#contradictions.slice(0, 20)) console.log(each);
    console.log(`CPython accepts, and a diagnostic calls broken: ${this.#slandered.length}`);
    for (const each of this.#slandered.slice(0, 20)) console.log(each);
    return this.#contradictions.length + this.#slandered.length;
  }
}
