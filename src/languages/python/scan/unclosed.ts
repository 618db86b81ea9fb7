import { commentEnd, stringEnd } from "./byte-skips.ts";

/**
 * Whether the innermost bracket that is open at `from` is closed by anything later: if not, it is what is wrong there, as
 * CPython has it, whatever is out of place in it. Other brackets are counted, strings and comments skipped; asked at most
 * once a file.
 */
export function isClosedLater(text: string, bytes: Uint8Array, from: number): boolean {
  let depth = 1;
  for (let at = from; at < text.length; at++) {
    const code = bytes[at];
    if (code === 40 || code === 91 || code === 123) {
      depth++;
    } else if (code === 41 || code === 93 || code === 125) {
      if (--depth === 0) return true;
    } else if (code === 35) {
      at = commentEnd(bytes, at);
    } else if (code === 34 || code === 39) {
      const end = stringEnd(text, bytes, at);
      if (end > 0) at = end - 1;
    }
  }
  return false;
}
