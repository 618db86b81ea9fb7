/** Reads calls that import by a literal name from the text alone, in their plain forms; all others are a doubt. */
import { asDynamicWord, dynamicRecord, literalValue, mayOwn } from "../facts/dynamic-calls.ts";
import type { ImportRecord } from "../facts/import-record.ts";
import { blanksAndLinesEnd, blanksEnd, stringEnd, wordEnd } from "./byte-skips.ts";
import { bytesOf } from "./source-bytes.ts";
import { isStringPrefix } from "./words.ts";

/** What stands at a word that may import by a call. */
export type DynamicReading = ImportRecord | "nothing" | "doubt";

export function readDynamicWord(text: string, at: number, flags: number): DynamicReading {
  const bytes = bytesOf(text);
  const end = wordEnd(text, bytes, at);
  const word = asDynamicWord(text.slice(at, end));
  if (word === undefined) return "nothing";
  const open = blanksEnd(bytes, end);
  if (text.charCodeAt(open) !== 40) return isLineEnd(text.charCodeAt(open)) ? "doubt" : "nothing";
  const owner = ownerBefore(text, at);
  if (owner === undefined) return "doubt";
  if (owner !== "" && !mayOwn(owner, word)) return "nothing";

  const start = blanksAndLinesEnd(bytes, open + 1);
  const quote = wordEnd(text, bytes, start);
  const code = text.charCodeAt(quote);
  if ((code !== 34 && code !== 39) || (quote > start && !isStringPrefix(bytes, start, quote))) {
    // `name=` and `modname=` may be literals too; the first argument may be in brackets.
    const next = text.charCodeAt(blanksAndLinesEnd(bytes, quote));
    return next === 61 || code === 40 || code === 42 ? "doubt" : "nothing";
  }
  const stop = stringEnd(text, bytes, quote);
  const specifier = stop < 0 ? undefined : literalValue(text.slice(start, stop));
  if (specifier === undefined || specifier.startsWith(".")) return "doubt";
  const after = text.charCodeAt(blanksAndLinesEnd(bytes, stop));
  // Further arguments of the builtin may count levels up.
  if (after !== 41 && (after !== 44 || word === "__import__")) return "doubt";
  return dynamicRecord(word, specifier, { start, end: stop }, flags) ?? "nothing";
}

/** What the word is a member of, as written; `""` for nothing, undefined when it is not on the same line at once. */
function ownerBefore(text: string, at: number): string | undefined {
  if (text.charCodeAt(at - 1) !== 46) {
    let before = at - 1;
    while (before >= 0 && isBlank(text.charCodeAt(before))) before--;
    // A dot or a joined line before the blanks: `importlib . import_module`.
    const code = text.charCodeAt(before);
    return before < at - 1 && (code === 46 || code === 92 || isLineEnd(code)) && !isStatementStart(text, before)
      ? undefined
      : "";
  }
  let start = at - 1;
  while (start > 0 && /[\w.\u0080-\uffff]/.test(text.charAt(start - 1))) start--;
  const owner = text.slice(start, at - 1);
  return owner === "" ? undefined : owner;
}

/** Whether what is before a line end is no dot: then the word begins a line of its own. */
function isStatementStart(text: string, lineEnd: number): boolean {
  if (!isLineEnd(text.charCodeAt(lineEnd))) return false;
  let before = lineEnd;
  while (before >= 0 && (isBlank(text.charCodeAt(before)) || isLineEnd(text.charCodeAt(before)))) before--;
  const code = text.charCodeAt(before);
  return code !== 46 && code !== 92;
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9 || code === 12;
}

function isLineEnd(code: number): boolean {
  return code === 10 || code === 13 || code === 35;
}
