/** The words of Python, told by their letters where they stand, without a substring. */
import { isWordPart } from "./byte-skips.ts";

/** Whether this word stands at `at`, whole. */
export function isWord(bytes: Uint8Array, at: number, word: string): boolean {
  for (let place = 0; place < word.length; place++) if (bytes[at + place] !== word.charCodeAt(place)) return false;
  return !isWordPart(bytes[at + word.length] ?? 0);
}

/** Letters of `rRbBuUfFtT`. */
function isPrefixLetter(code: number): boolean {
  const lower = code | 32;
  return lower === 114 || lower === 98 || lower === 117 || lower === 102 || lower === 116;
}

/** Whether the word before a quote is a string's prefix: one letter of `r b u f t`, or two. */
export function isStringPrefix(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start > 2) return false;
  return isPrefixLetter(bytes[start] ?? 0) && isPrefixLetter(bytes[end - 1] ?? 0);
}

/** A word that a scanner must look at when it begins a statement; `""` for all others. */
export type Leading =
  | ""
  | "import"
  | "from"
  | "if"
  | "elif"
  | "else"
  | "for"
  | "while"
  | "try"
  | "except"
  | "finally"
  | "with"
  | "def"
  | "class"
  | "async"
  | "lazy"
  | "match"
  | "case";

/** The word that begins at `at`. By its first two letters, after which there are two at most to compare. */
export function leadingWord(bytes: Uint8Array, at: number): Leading {
  switch (bytes[at]) {
    case 97 /* a */:
      return whole(bytes, at, "async");
    case 99 /* c */:
      return bytes[at + 1] === 108 ? whole(bytes, at, "class") : whole(bytes, at, "case");
    case 100 /* d */:
      return whole(bytes, at, "def");
    case 101 /* e */:
      if (bytes[at + 1] === 120) return whole(bytes, at, "except");
      return bytes[at + 2] === 105 ? whole(bytes, at, "elif") : whole(bytes, at, "else");
    case 102 /* f */:
      if (bytes[at + 1] === 111) return whole(bytes, at, "for");
      return bytes[at + 1] === 114 ? whole(bytes, at, "from") : whole(bytes, at, "finally");
    case 105 /* i */:
      return bytes[at + 1] === 102 ? whole(bytes, at, "if") : whole(bytes, at, "import");
    case 108 /* l */:
      return whole(bytes, at, "lazy");
    case 109 /* m */:
      return whole(bytes, at, "match");
    case 116 /* t */:
      return whole(bytes, at, "try");
    case 119 /* w */:
      return bytes[at + 1] === 105 ? whole(bytes, at, "with") : whole(bytes, at, "while");
    default:
      return "";
  }
}

function whole(bytes: Uint8Array, at: number, word: Leading): Leading {
  return isWord(bytes, at, word) ? word : "";
}

/** Whether what follows `match` or `case` can be the subject of one: not an operator, a sign or the end of the line. */
export function mayBeginSoftHeader(bytes: Uint8Array, at: number): boolean {
  const code = bytes[at] ?? 0;
  if ("([{-*~\"'".includes(String.fromCharCode(code))) return true;
  if (code === 46) return bytes[at + 1] === 46 && bytes[at + 2] === 46;
  if (!isWordPart(code)) return false;
  return !["in", "is", "and", "or", "if", "else", "for", "as"].some((word) => isWord(bytes, at, word));
}

/** Whether a header's word may have nothing between it and the colon. */
export function standsAlone(word: Leading): boolean {
  return word === "else" || word === "try" || word === "except" || word === "finally";
}
