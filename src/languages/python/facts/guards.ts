/**
 * Guards: what a block says about the imports in it. The headers of compound statements are read here from their text,
 * once for both tiers: an exception list or a `with` clause means the same however its place was found. What an `if` tests
 * is in `branches.ts`.
 */
import { closes, wordsOf } from "./conditions/words.ts";
import type { KnownNames } from "./known-names.ts";

/**
 * Bits of what surrounds a statement.
 * - `conditional`: in a handler of a failed import. It stays when a function is entered: the function itself exists only
 *   then.
 * - `caught`: in the body of a `try` or `with suppress` that catches a failed import. It goes when a function is entered,
 *   for that runs after the `try` is left. The `else` and `finally` branches of a `try` are not caught.
 * - `local`: in a function or lambda body.
 * - `inner`: in a function, lambda or class body: binds no name of the module.
 */
export const guard = { conditional: 2, caught: 4, local: 8, inner: 16 } as const;

/** The guards inside a function's body, from those around the function. */
export function insideFunction(flags: number): number {
  return (flags & ~guard.caught) | guard.local | guard.inner;
}

const importFailures: ReadonlySet<string> = new Set([
  "ImportError",
  "ModuleNotFoundError",
  "Exception",
  "BaseException",
]);

function namesImportFailure(word: string): boolean {
  return importFailures.has(word.slice(word.lastIndexOf(".") + 1));
}

/** Asked of every handler, so most are told by this alone. */
const mayNameFailure = /ImportError|ModuleNotFoundError|Exception/;

/** Reads the text between `except` and its colon: whether it catches a failed import. A bare one catches all. */
export function catchesImportFailure(text: string, start: number, end: number): boolean {
  const source = text.slice(start, end);
  if (/\w/.test(source) && !mayNameFailure.test(source)) return false;
  const words = wordsOf(source);
  return words.length === 0 || words.some(namesImportFailure);
}

/**
 * Reads the text between `with` and its colon: whether it is `suppress(ImportError)`, among others perhaps.
 * @see https://docs.python.org/3/library/contextlib.html#contextlib.suppress
 */
export function suppressesImportFailure(text: string, start: number, end: number, names: KnownNames): boolean {
  const source = text.slice(start, end);
  if (!names.renamesGuards && !source.includes("suppress")) return false;
  const words = wordsOf(source);
  return words.some((word, at) => {
    const origin = names.origin(word);
    if (origin !== "suppress" && origin !== "contextlib.suppress") return false;
    if (words[at + 1] !== "(") return false;
    const close = closes(words, at + 1, words.length);
    return words.slice(at + 1, close < 0 ? words.length : close).some(namesImportFailure);
  });
}
