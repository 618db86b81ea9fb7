/** The names that a statement of a package's `__init__` binds, from what the lexer saw of it. */
import { blanksEnd, wordEnd } from "./byte-skips.ts";
import type { Lexer } from "./lexer.ts";
import type { Leading } from "./words.ts";
import { addHandlerName, addLoopNames, addTargetNames, addWidenedPath, addWithNames } from "../facts/target-names.ts";

/** Adds those of the simple statement that the lexer skimmed last; whether that was sure. */
export function addSimpleNames(lexer: Lexer, start: number, inStub: StubOrModule, bound: Set<string>): boolean {
  const { text, lastEquals, firstColon, augmentedAt } = lexer;
  if (lexer.walrus) return false;
  if (lastEquals >= 0) {
    const annotated = firstColon >= 0 && firstColon < lastEquals;
    const alias = annotated ? null : /^type[ \t\f\\\r\n]+([\w\u0080-\uffff]+)/.exec(text.slice(start, lastEquals));
    if (alias?.[1] !== undefined) bound.add(alias[1]);
    else addTargetNames(text, start, annotated ? firstColon : lastEquals, bound);
  } else if (augmentedAt >= 0) {
    addTargetNames(text, start, augmentedAt, bound);
  } else if (firstColon >= 0 && inStub === "stub") {
    // An annotation alone binds nothing where it runs; in a stub it is all that a name has.
    addTargetNames(text, start, firstColon, bound);
  } else if (firstColon < 0) {
    addWidenedPath(text, start, bound);
  }
  return true;
}

export type StubOrModule = "stub" | "module";

/** Adds those of a header, from the end of its word to its colon, where the lexer is; whether that was sure. */
export function addHeaderNames(lexer: Lexer, word: Leading, after: number, bound: Set<string>): boolean {
  const { text, bytes, at } = lexer;
  if (lexer.walrus) return false;
  if (word === "for") addLoopNames(text, after, at, bound);
  if (word === "with") addWithNames(text, after, at, bound);
  if (word === "except") addHandlerName(text, after, at, bound);
  if (word === "def" || word === "class") {
    const name = blanksEnd(bytes, after);
    bound.add(text.slice(name, wordEnd(text, bytes, name)));
  }
  return true;
}
