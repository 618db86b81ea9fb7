/** The string literals of a value, each with the key or name that it stands under. */
import { type Literal, literalAt } from "./literals.ts";
import { afterNewline, blanks, blanksAndLines, commentEnd, isStringPrefix, stringEnd, wordEnd } from "./skips.ts";

export interface Labelled extends Literal {
  /** `class` of `"class": "shop.Till"` and of `class="shop.Till"`; that around it where it has none of its own. */
  readonly label: string;
}

/** Values are read no further than this: settings are long, and data is longer. */
const farthest = 100_000;

/**
 * The strings from `from` to the end of the value that begins there: its comma, its bracket or its line. A comma with
 * another string after it goes on (`a = "b", "c"`), for that can only be a tuple.
 */
export function labelledStrings(text: string, from: number, label: string): readonly Labelled[] {
  const found: Labelled[] = [];
  const labels = [label];
  let current = label;
  const limit = Math.min(text.length, from + farthest);
  for (let at = blanks(text, from); at < limit;) {
    const code = text.charCodeAt(at);
    const depth = labels.length - 1;
    const word = wordEnd(text, at);
    const next = text.charCodeAt(word);
    if ((next === 34 || next === 39) && (word === at || isStringPrefix(text, at, word))) {
      const literal = literalAt(text, at);
      const end = literal?.end ?? stringEnd(text, word);
      if (end < 0) return found;
      const after = depth === 0 ? blanks(text, end) : blanksAndLines(text, end);
      if (literal !== undefined && text.charCodeAt(after) === 58 && depth > 0) current = literal.value;
      else if (literal !== undefined) found.push({ ...literal, label: current });
      at = end;
    } else if (word > at) {
      const sign = blanks(text, word);
      if (depth > 0 && text.charCodeAt(sign) === 61 && text.charCodeAt(sign + 1) !== 61) current = text.slice(at, word);
      at = word;
    } else if (code === 35) {
      at = commentEnd(text, at);
    } else if (code === 40 || code === 91 || code === 123) {
      labels.push(current);
      at++;
    } else if (code === 41 || code === 93 || code === 125) {
      if (depth === 0) return found;
      current = labels.pop() ?? label;
      at++;
    } else if (code === 44) {
      current = labels.at(-1) ?? label;
      at = blanks(text, at + 1);
      if (depth === 0 && !isString(text, at)) return found;
    } else if (code === 10 || code === 13) {
      if (depth === 0) return found;
      at++;
    } else if (code === 59 && depth === 0) {
      return found;
    } else {
      at = code === 92 ? afterNewline(text, at + 1) : at + 1;
    }
  }
  return found;
}

function isString(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 34 || code === 39;
}
