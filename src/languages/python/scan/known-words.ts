/** The words that the lexer tells by their letters. */

/** Keywords that an operand may follow, or an operator or nothing: some were names in older versions. */
export const freeKeywords: readonly string[] =
  "async await break continue except finally import nonlocal pass raise return try yield".split(" ");
/** Keywords that an operand must follow. */
export const bindingKeywords: readonly string[] =
  "and as assert class def del elif else for from global if in is not or while with".split(" ");
/** Names, but keywords where they begin a statement: of patterns and aliases, and of Python 2's statements. */
export const softKeywords: readonly string[] = "match case type print exec".split(" ");
export const stringPrefixes: readonly string[] = "r b u br rb ur".split(" ").flatMap(inBothCases);
/** Of f-strings and, since 3.14, t-strings. */
export const templatePrefixes: readonly string[] = "f t fr rf tr rt".split(" ").flatMap(inBothCases);

function inBothCases(prefix: string): readonly string[] {
  return Array.from(prefix).reduce<readonly string[]>(
    (starts, letter) => starts.flatMap((start) => [start + letter, start + letter.toUpperCase()]),
    [""],
  );
}

export { commonWords as watchedWords } from "../facts/strings/watched-words.ts";
