/** Forms that few files have: each is read, or doubted, where its first word stands. */
import { skipBlank, skipName, skipString } from "./characters.ts";
import { isQuote } from "./clauses.ts";
import { readMemberCall } from "./member-calls.ts";
import * as s from "./state.ts";
import type { State } from "./state.ts";

/** `module.require("x")`, `declare module "x"`. */
export function readModuleWord(state: State, at: number, end: number): void {
  const { text, previous } = state;
  const next = skipBlank(text, end);
  if (text.charCodeAt(next) === 46) {
    if (previous !== s.newToken) readMemberCall(state, at, end);
    return;
  }
  if (!isQuote(text, next) || !state.dialect.typescript) return;
  const stop = skipString(text, next);
  const isDeclared = previous === s.contextToken && /\bdeclare\s+$/.test(text.slice(Math.max(0, at - 40), at));
  if (stop < 0 || !isDeclared || text.slice(next, stop).includes("\\")) state.fail("module");
  else state.ambient.push({ name: text.slice(next + 1, stop - 1), start: next, end: stop });
}

/**
 * A maker of functions like `require`: only one that makes `require` itself is told from others here. In a list of names it is
 * only brought in.
 */
export function noteCreateRequire(state: State, at: number, end: number): void {
  const { text } = state;
  const next = text.charCodeAt(skipBlank(text, end));
  if ((next === 44 || next === 125) && state.previous !== s.dot) return;
  const isOwn = next === 40 && /\brequire\s*=\s*(?:[\w$]+\.)?$/.test(text.slice(Math.max(0, at - 80), at));
  if (!isOwn) state.fail("create-require");
}

/** Comments that were stepped over may import types. */
export function doubtComments(state: State, from: number, end: number): void {
  if (!state.dialect.typescript && state.text.slice(from, end).includes("/**")) state.fail("comment");
}

/** `import.meta.glob(`, `import.meta.resolve(`: rare, and read with their options. */
export function asksForFiles(text: string, end: number): boolean {
  const dot = skipBlank(text, end);
  if (text.charCodeAt(dot) !== 46) return false;
  const at = skipBlank(text, dot + 1);
  const name = text.slice(at, skipName(text, at));
  return name === "glob" || name === "globEager" || name === "resolve";
}
