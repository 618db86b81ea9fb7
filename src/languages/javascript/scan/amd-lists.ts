/** Lists of what a module asks its loader for: `define(["a"], f)`, `define("name", ["a"], f)`, `require(["a"], f)`. */
import { amdGivens } from "../facts/amd.ts";
import { literalEnd, note } from "./notes.ts";
import { skipBlank } from "./characters.ts";
import { isQuote } from "./clauses.ts";
import type { State } from "./state.ts";

/** After the word `define`, at its `(`. */
export function readDefine(state: State, parenthesis: number): void {
  const { text } = state;
  let at = skipBlank(text, parenthesis + 1);
  if (isQuote(text, at) || text.charCodeAt(at) === 96) {
    const end = literalEnd(state, at);
    if (end === undefined) return;
    const comma = skipBlank(text, end);
    if (text.charCodeAt(comma) !== 44) return;
    at = skipBlank(text, comma + 1);
  } else if (text.charCodeAt(at) === 40) state.fail("parenthesised");
  if (text.charCodeAt(at) === 91) readAmdList(state, at);
}

/** A list of literals alone that something follows. @param bracket the offset of `[` */
export function readAmdList(state: State, bracket: number): void {
  const { text } = state;
  const found: (readonly [start: number, end: number])[] = [];
  let at = skipBlank(text, bracket + 1);
  while (isQuote(text, at)) {
    const end = literalEnd(state, at);
    if (end === undefined) return;
    found.push([at, end]);
    at = skipBlank(text, end);
    if (text.charCodeAt(at) !== 44) break;
    at = skipBlank(text, at + 1);
  }
  if (text.charCodeAt(at) === 40) state.fail("parenthesised");
  if (text.charCodeAt(at) !== 93) return;
  const comma = skipBlank(text, at + 1);
  if (text.charCodeAt(comma) !== 44 || text.charCodeAt(skipBlank(text, comma + 1)) === 41) return;
  for (const [start, end] of found) {
    if (!amdGivens.has(text.slice(start + 1, end - 1))) note(state, "amd", start, end);
  }
}
