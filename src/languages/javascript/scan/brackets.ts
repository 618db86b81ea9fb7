/** What a brace opens, and what the token after a closing bracket may be. */
import { skipBlank, skipName } from "./characters.ts";
import { isWord } from "./clauses.ts";
import * as s from "./state.ts";
import type { State } from "./state.ts";

/** The kind of bracket that `{` opens here; -1 where the tokens before do not tell. Takes what it completes off `pending`. */
export function braceLevel(state: State): number {
  const { level, pending, previous } = state;
  switch (previous) {
    case s.arrow:
      return s.functionLevel;
    case s.start:
      // In the head of a `for`, after its semicolon.
      return level === s.parenLevel ? s.objectLevel : s.blockLevel;
    case s.controlParen:
    case s.controlToken:
    case s.blockWord:
      return s.blockLevel;
    case s.tryToken:
      return s.tryLevel;
    case s.open:
      return level === s.objectLevel ? -1 : s.objectLevel;
    case s.comma:
    case s.assign:
    case s.operator:
    case s.question:
    case s.declareToken:
    case s.awaitToken:
    case s.infixToken:
    case s.typeofToken:
      return s.objectLevel;
    case s.prefixToken:
      // `return` and a brace on the next line: a block that nothing reaches.
      return state.newline ? -1 : s.objectLevel;
    case s.colon:
      return braceAfterColon(state);
    case s.classToken:
      state.pending &= ~s.classPending;
      return s.classLevel;
    case s.operand:
    case s.contextToken:
    case s.paren:
    case s.bracket:
    case s.valueBrace:
    case s.bodyBrace:
    case s.greater:
      break;
    default:
      return -1;
  }
  if ((pending & s.classPending) !== 0) {
    state.pending &= ~s.classPending;
    return s.classLevel;
  }
  if ((pending & s.functionPending) !== 0) {
    state.pending &= ~s.functionPending;
    return s.functionLevel;
  }
  if (level === s.objectLevel || level === s.classLevel) return s.functionLevel;
  if (previous === s.greater) return state.dialect.typescript && state.holdsStatements() ? s.blockLevel : s.objectLevel;
  if (previous === s.bodyBrace && state.holdsStatements()) return s.blockLevel;
  if (
    previous === s.contextToken &&
    /\b(?:let|yield|keyof)\s*$/.test(state.text.slice(Math.max(0, state.at - 12), state.at))
  ) {
    return s.objectLevel;
  }
  return state.holdsStatements() && (state.newline || state.dialect.typescript) ? s.blockLevel : -1;
}

/** A case's or a label's block, a conditional's or a property's object, or a type. */
function braceAfterColon(state: State): number {
  if (!state.holdsStatements()) return s.objectLevel;
  if (state.colonOfCase) return s.blockLevel;
  if (state.colonOfConditional || (state.pending & s.functionPending) !== 0) return s.objectLevel;
  return s.blockLevel;
}

/** After `}`: sets the token before, and marks the imports of a `try` that has a `catch`. */
export function closeBrace(state: State, at: number): void {
  const { level, mark } = state;
  state.leave();
  state.newline = false;
  state.heads = 0;
  switch (level) {
    case s.tryLevel:
      guardImports(state, mark, at + 1);
      state.previous = s.start;
      state.endStatement();
      break;
    case s.blockLevel:
      state.previous = s.start;
      if (state.holdsStatements()) state.endStatement();
      break;
    case s.functionLevel:
    case s.classLevel:
      state.previous = s.bodyBrace;
      break;
    default:
      state.previous = s.valueBrace;
  }
}

function guardImports(state: State, from: number, after: number): void {
  if (state.imports.length === from) return;
  const next = skipBlank(state.text, after);
  if (!isWord(state.text, next, skipName(state.text, next), "catch")) return;
  for (const found of state.imports.slice(from)) if (!found.typeOnly) found.optional = true;
}
