/** The classes of characters, which are the columns of the lexer's table, and the words that it knows by their letters. */
import { dynamicWords } from "../facts/dynamic-calls.ts";

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

const signs = {
  blank: " \t\f",
  newline: "\n\r",
  quote: "\"'",
  open: "([",
  brace: "{",
  close: ")]}",
  equals: "=",
  star: "*",
  slash: "/",
  less: "<",
  greater: ">",
  plus: "+",
  minus: "-",
  tilde: "~",
  binary: "%@&|^",
  hash: "#",
  backslash: "\\",
  dot: ".",
  comma: ",",
  colon: ":",
  semicolon: ";",
  backtick: "`",
  bang: "!",
} as const;
export type Sign = keyof typeof signs;
export const signNames = Object.keys(signs) as readonly Sign[];

/** Known wherever a word may stand. */
export const knownWords: readonly string[] = [
  ...freeKeywords,
  ...bindingKeywords,
  ...stringPrefixes,
  ...templatePrefixes,
  ...dynamicWords,
  "lambda",
];

/** The letters of the known words: each is a class by itself. */
const letters = [...new Set([...knownWords, ...softKeywords].join(""))];

/** Columns: of what begins no token, and of what goes on a word. */
export const column = {
  none: 0,
  digit: 1,
  /** Not ASCII: the text tells which it is. */
  other: 2,
  /** A letter of no known word, or `_`; each letter of one has a column after this one. */
  letter: 3,
} as const;
/** From here on each sign has a column. */
export const firstSign: number = 4 + letters.length;

export function columnOfSign(sign: Sign): number {
  return firstSign + signNames.indexOf(sign);
}

export function columnOfLetter(letter: string): number {
  return column.letter + 1 + letters.indexOf(letter);
}

/** The column of each byte. */
export const classes: Uint8Array = new Uint8Array(256).map((_, code) => {
  const character = String.fromCharCode(code);
  if (code >= 128) return column.other;
  if (/\w/.test(character)) return /\d/.test(character) ? column.digit : columnOfLetter(character);
  const sign = signNames.findIndex((name) => signs[name].includes(character));
  return sign < 0 ? column.none : firstSign + sign;
});
