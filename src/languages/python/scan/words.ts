/** The words of Python, told by their letters where they stand, without a substring. */
import { wordParts } from "./characters.ts";

/** By first letter: the keywords that may stand beside an operand. */
const keywords: readonly (readonly string[])[] = byFirstLetter([
  ..."and as assert async await break class continue def del elif else except finally for from global if import".split(
    " ",
  ),
  ..."in is lambda nonlocal not or pass raise return try while with yield".split(" "),
]);

function byFirstLetter(words: readonly string[]): readonly (readonly string[])[] {
  return Array.from({ length: 128 }, (_, code) => words.filter((word) => word.charCodeAt(0) === code));
}

export function isKeyword(text: string, start: number, end: number): boolean {
  const candidates = keywords[text.charCodeAt(start)];
  if (candidates === undefined) return false;
  for (const word of candidates) if (word.length === end - start && text.startsWith(word, start)) return true;
  return false;
}

/** Whether this word stands at `at`, whole. */
export function isWord(text: string, at: number, word: string): boolean {
  if (!text.startsWith(word, at)) return false;
  const next = text.charCodeAt(at + word.length);
  return next < 128 ? wordParts[next] === 0 : next !== next;
}

/** Letters of `rRbBuUfFtT`. */
function isPrefixLetter(code: number): boolean {
  const lower = code | 32;
  return lower === 114 || lower === 98 || lower === 117 || lower === 102 || lower === 116;
}

/** Whether the word before a quote is a string's prefix: one letter of `r b u f t`, or two. */
export function isStringPrefix(text: string, start: number, end: number): boolean {
  if (end - start > 2) return false;
  return isPrefixLetter(text.charCodeAt(start)) && isPrefixLetter(text.charCodeAt(end - 1));
}

/** Whether the string of this prefix is an f-string or, since 3.14, a t-string. */
export function takesReplacementFields(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const lower = text.charCodeAt(at) | 32;
    if (lower === 102 || lower === 116) return true;
  }
  return false;
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
  | "match"
  | "case";

const leading: readonly (readonly Leading[])[] = Array.from({ length: 128 }, (_, code) =>
  leadingWords().filter((word) => word.charCodeAt(0) === code),
);

function leadingWords(): readonly Leading[] {
  const compound: readonly Leading[] = [
    "if",
    "elif",
    "else",
    "for",
    "while",
    "try",
    "except",
    "finally",
    "with",
    "def",
  ];
  return [...compound, "class", "async", "match", "case", "import", "from"];
}

export function leadingWord(text: string, at: number): Leading {
  const candidates = leading[text.charCodeAt(at)];
  if (candidates !== undefined) for (const word of candidates) if (isWord(text, at, word)) return word;
  return "";
}

/** Whether what follows `match` or `case` can be the subject of one: not an operator, a sign or the end of the line. */
export function mayBeginSoftHeader(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code >= 128) return true;
  const signs = "([{-*~\"'";
  if (signs.includes(String.fromCharCode(code))) return true;
  if (code === 46) return text.startsWith("...", at);
  if (wordParts[code] !== 1) return false;
  return !["in", "is", "and", "or", "if", "else", "for", "as"].some((word) => isWord(text, at, word));
}

/** What may stand before an operand at the start of a statement: soft keywords, and statements of Python 2. */
const softKeywords: ReadonlySet<string> = new Set(["match", "case", "type", "print", "exec"]);

/** Whether an operand may follow this word at once: a keyword, or a soft one that begins the statement. */
export function mayPrecedeOperand(text: string, start: number, end: number, statement: number): boolean {
  return isKeyword(text, start, end) || (start === statement && softKeywords.has(text.slice(start, end)));
}
