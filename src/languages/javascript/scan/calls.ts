/** `require("x")`, `require.resolve("x")` and `import("x")`, and what else the word `require` may be. */
import { skipBlank, skipName } from "./characters.ts";
import { isWord } from "./clauses.ts";
import type { ImportKind } from "../../../model/facts.ts";
import { typesOf } from "../facts/found-import.ts";
import { readAmdList } from "./amd-lists.ts";
import { readComputedPath } from "./computed-path.ts";
import { literalEnd, note } from "./notes.ts";
import {
  awaitToken,
  assign,
  arrow,
  classToken,
  functionToken,
  newToken,
  operator,
  prefixToken,
  question,
  start,
  type State,
  typeofToken,
} from "./state.ts";

/** After the word `require` that is no property. Notes what it finds; the scanner's loop reads on from the word's end. */
export function readRequire(state: State, wordStart: number, wordEnd: number): void {
  const { text, previous } = state;
  const next = skipBlank(text, wordEnd);
  const code = text.charCodeAt(next);
  const before = state.imports.length;
  if (code === 40) {
    if (previous === functionToken || previous === classToken) state.bindsRequire = true;
    else if (previous !== newToken) readCall(state, "require", next);
    if (state.imports.length > before) state.readsRequire = true;
    return;
  }
  if (code === 60 && state.dialect.typescript) {
    state.fail("require");
    return;
  }
  if (code === 46) {
    const name = skipBlank(text, next + 1);
    const end = skipName(text, name);
    const parenthesis = skipBlank(text, end);
    if (previous === newToken || text.charCodeAt(parenthesis) !== 40) return;
    if (isWord(text, name, end, "context")) state.fail("files");
    if (isWord(text, name, end, "config")) state.fail("loader");
    if (!isWord(text, name, end, "resolve")) return;
    readCall(state, "require-resolve", parenthesis);
    if (state.imports.length > before) state.readsRequire = true;
    return;
  }
  if (!isUse(state, wordStart, next)) state.bindsRequire = true;
}

/** Whether the word is read, not bound: after an operator, and no arrow's parameter. */
function isUse({ text, previous }: State, wordStart: number, next: number): boolean {
  if (text.charCodeAt(next) === 61 && text.charCodeAt(next + 1) === 62) return false;
  switch (previous) {
    case typeofToken:
    case prefixToken:
    case assign:
    case question:
    case arrow:
      return true;
    case operator:
      return text.charCodeAt(wordStart - 1) !== 46; // `...require` may be a rest parameter
    default:
      return false;
  }
}

/**
 * Reads a call whose first argument names a module.
 * @param parenthesis the offset of `(`
 */
export function readCall(state: State, kind: ImportKind, parenthesis: number): void {
  const { text } = state;
  const at = skipBlank(text, parenthesis + 1);
  if (kind === "require" && text.charCodeAt(at) === 91) {
    readAmdList(state, at);
    return;
  }
  const end = literalEnd(state, at);
  const next = end === undefined ? at : skipBlank(text, end);
  const code = text.charCodeAt(next);
  if (end === undefined || (code !== 41 && code !== 44)) {
    if (kind === "require") readComputedPath(state, at);
    return;
  }
  const elsewhere = kind === "require-resolve" && code === 44 && text.charCodeAt(skipBlank(text, next + 1)) !== 41;
  note(state, kind, at, end, { optional: elsewhere });
}

/** After the word `import`, at its `(`. */
export function readDynamicImport(state: State, parenthesis: number): void {
  const { text } = state;
  const at = skipBlank(text, parenthesis + 1);
  const end = literalEnd(state, at);
  const next = end === undefined ? at : skipBlank(text, end);
  const code = text.charCodeAt(next);
  if (end === undefined || (code !== 41 && code !== 44)) {
    readComputedPath(state, at);
    return;
  }
  if (!state.dialect.typescript) {
    note(state, "dynamic", at, end);
    return;
  }
  const role = roleInTypeScript(state, next);
  if (role === undefined) state.fail("import-type");
  else if (role === "value") note(state, "dynamic", at, end);
  else state.imports.push(typesOf("dynamic", text.slice(at + 1, end - 1), at, end));
}

/** `import("x")` may be a type or a call; undefined where the tokens around it do not tell. */
function roleInTypeScript(state: State, next: number): "type" | "value" | undefined {
  const { text, dialect, previous } = state;
  if (dialect.declarations || previous === typeofToken) return "type";
  if (previous === awaitToken || previous === prefixToken || previous === start) return "value";
  if (text.charCodeAt(next) !== 41) return undefined;
  const dot = skipBlank(text, next + 1);
  if (text.charCodeAt(dot) !== 46) return undefined;
  const name = skipBlank(text, dot + 1);
  const end = skipName(text, name);
  const isPromise =
    isWord(text, name, end, "then") || isWord(text, name, end, "catch") || isWord(text, name, end, "finally");
  return isPromise ? "value" : undefined;
}
