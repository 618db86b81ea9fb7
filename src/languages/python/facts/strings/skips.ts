/** What the scanner's loops skip over bytes, for readers that come by seldom and have the text at hand. */
import * as bytes from "../../scan/byte-skips.ts";
import { bytesOf } from "../../../../files/source-bytes.ts";
import * as words from "../../scan/words.ts";

/** Past spaces and joined lines. */
export function blanks(text: string, at: number): number {
  return bytes.blanksEnd(bytesOf(text), at);
}

/** Past spaces, line ends and comments, as between brackets. */
export function blanksAndLines(text: string, at: number): number {
  return bytes.blanksAndLinesEnd(bytesOf(text), at);
}

export function afterNewline(text: string, at: number): number {
  return bytes.newlineEnd(bytesOf(text), at);
}

export function commentEnd(text: string, at: number): number {
  return bytes.commentEnd(bytesOf(text), at);
}

/** -1 for a string that is not closed. */
export function stringEnd(text: string, at: number): number {
  return bytes.stringEnd(text, bytesOf(text), at);
}

/** The end of the name, keyword or number at `at`. */
export function wordEnd(text: string, at: number): number {
  return bytes.wordEnd(text, bytesOf(text), at);
}

export function isWord(text: string, at: number, word: string): boolean {
  return words.isWord(bytesOf(text), at, word);
}

export function isStringPrefix(text: string, start: number, end: number): boolean {
  return words.isStringPrefix(bytesOf(text), start, end);
}
