import { other } from "../../../files/source-bytes.ts";
import { action } from "./tokens.ts";

/** Kinds of characters, as the lexer's table tells them apart; signs that are a kind by themselves are not named. */
export const kinds = {
  letter: "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_",
  digit: "0123456789",
  blank: " \t\f",
  newline: "\n\r",
  quote: "\"'",
  /** Brackets that may follow an operand, and the one that may not. */
  open: "([",
  brace: "{",
  close: ")]}",
  binary: "+%@&|^",
} as const;

/** Stands for all that is not ASCII. */
export const otherCharacter: string = String.fromCharCode(other);

const wordParts: string = kinds.letter + kinds.digit + otherCharacter;
const inTokens: string = `${wordParts}${kinds.blank}${kinds.newline}${kinds.quote}([{)]}=*/<>+-~%@&|^#\\.,:;\`!`;
const ascii = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code));
/** Characters that no token has. */
export const strangers: string = ascii.filter((character) => !inTokens.includes(character)).join("");
/** Characters that end a word, but for quotes, before which it may be the prefix of a string. */
export const wordEnds: string = ascii
  .filter((each) => !wordParts.includes(each) && !kinds.quote.includes(each))
  .join("");

/** Cells of a row: one for each ASCII character. */
const width = 128;

/** The rows of a table, to be filled: a cell holds the number of a row, or an action. */
export class Rows {
  #cells: Uint16Array;
  #count: number;

  /** @param like a finished table to go on from */
  constructor(like: Uint16Array = new Uint16Array(0)) {
    this.#count = like.length / width;
    this.#cells = new Uint16Array(like.length + 256 * width).fill(action.misplaced);
    this.#cells.set(like);
  }

  /** Whose cells are all misplaced. */
  add(): number {
    this.#count++;
    if (this.#count * width > this.#cells.length) {
      const grown = new Uint16Array(2 * this.#cells.length).fill(action.misplaced);
      grown.set(this.#cells);
      this.#cells = grown;
    }
    return this.#count - 1;
  }

  copy(row: number, like: number): void {
    this.#cells.copyWithin(row * width, like * width, (like + 1) * width);
  }

  get(row: number, character: string): number {
    return this.#cells[row * width + character.charCodeAt(0)] ?? action.none;
  }

  /** Sets the cells of some characters. */
  set(row: number, characters: string, to: number): void {
    for (let at = 0; at < characters.length; at++) this.#cells[row * width + characters.charCodeAt(at)] = to;
  }

  /** Lets a word's row go on like another one where the word ends. */
  endAs(row: number, ended: number): void {
    for (const character of wordEnds + kinds.quote) this.set(row, character, this.get(ended, character));
  }

  finish(): Uint16Array {
    return this.#cells.slice(0, this.#count * width);
  }
}
