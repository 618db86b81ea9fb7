/** Reads string literals, and the arguments that they are, from the text at hand. Nothing here looks at a tree. */
import { blanksAndLines, commentEnd, isStringPrefix, stringEnd, wordEnd } from "./skips.ts";

export interface Literal {
  readonly value: string;
  /** Of all its parts, with their quotes and prefixes. */
  readonly start: number;
  readonly end: number;
}

/** The value of one literal without escapes or replacement fields; undefined for all other text. */
function plainValue(literal: string): string | undefined {
  return /^[rRuU]?("""|'''|"|')([^\\]*)\1$/.exec(literal)?.[2];
}

/** Where the string at `at` ends, its prefix before it; -1 when none begins there, or it is not closed. */
function endOfString(text: string, at: number): number {
  const quote = wordEnd(text, at);
  const code = text.charCodeAt(quote);
  if ((code !== 34 && code !== 39) || (quote > at && !isStringPrefix(text, at, quote))) return -1;
  return stringEnd(text, quote);
}

/** The plain string at `at`, with those that follow it at once: `"shop." "cart"`. */
export function literalAt(text: string, at: number): Literal | undefined {
  let value = "";
  let end = -1;
  for (let start = at; ; start = blanksAndLines(text, end)) {
    const stop = endOfString(text, start);
    if (stop < 0) return end < 0 ? undefined : { value, start: at, end };
    const part = plainValue(text.slice(start, stop));
    if (part === undefined) return undefined;
    value += part;
    end = stop;
  }
}

/** A literal that is the whole of an argument, an item or a value: nothing but its end follows. */
export function wholeLiteralAt(text: string, at: number): Literal | undefined {
  const literal = literalAt(text, at);
  if (literal === undefined) return undefined;
  const next = text.charAt(blanksAndLines(text, literal.end));
  return next === "," || next === ")" ? literal : undefined;
}

export interface Argument {
  /** `package` of `package="shop"`. */
  readonly name?: string;
  /** Of its value, from its first sign to before the comma or bracket after it. */
  readonly start: number;
  readonly end: number;
}

/** Calls are read no further than this, in characters and in arguments. */
const farthest = 4000;
const most = 16;

/** The arguments of the call whose bracket is at `open`; undefined when its end is too far to look for. */
export function argumentsAt(text: string, open: number): readonly Argument[] | undefined {
  const found: Argument[] = [];
  let at = blanksAndLines(text, open + 1);
  while (found.length < most && text.charCodeAt(at) !== 41) {
    const word = wordEnd(text, at);
    const sign = blanksAndLines(text, word);
    const isNamed = word > at && text.charCodeAt(sign) === 61 && text.charCodeAt(sign + 1) !== 61;
    const start = isNamed ? blanksAndLines(text, sign + 1) : at;
    const end = endOfItem(text, start, open + farthest);
    if (end < 0) return undefined;
    found.push(isNamed ? { name: text.slice(at, word), start, end } : { start, end });
    if (text.charCodeAt(end) !== 44) return text.charCodeAt(end) === 41 ? found : undefined;
    at = blanksAndLines(text, end + 1);
  }
  return found;
}

/** Where the comma or the bracket after an item stands; -1 when that is beyond `limit`. */
function endOfItem(text: string, from: number, limit: number): number {
  let depth = 0;
  for (let at = from; at < limit;) {
    const code = text.charCodeAt(at);
    if (code === 34 || code === 39) {
      at = stringEnd(text, at);
      if (at < 0) return -1;
    } else if (code === 35) {
      at = commentEnd(text, at);
    } else if (code === 40 || code === 91 || code === 123) {
      depth++;
      at++;
    } else if (code === 41 || code === 93 || code === 125) {
      if (depth-- === 0) return at;
      at++;
    } else if (code === 44 && depth === 0) {
      return at;
    } else if (code !== code) {
      return -1;
    } else {
      at++;
    }
  }
  return -1;
}
