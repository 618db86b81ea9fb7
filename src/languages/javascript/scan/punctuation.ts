/** Signs that may be several things: by what stands before them, an operator, an element of JSX, types, a part of a name. */
import { skipNumber } from "./characters.ts";
import { openElement } from "./jsx.ts";
import { afterOperand } from "./names.ts";
import { lacksLeftSide, readArrow, readAssignment } from "./operators.ts";
import * as s from "./state.ts";
import type { State } from "./state.ts";

export function token(state: State, previous: number, end: number): number {
  state.previous = previous;
  state.newline = false;
  return end;
}

/** After a literal; `end` is -1 when it has none. */
export function value(state: State, end: number): number {
  if (end < 0) return state.fail("string");
  if (state.previous < s.start) afterOperand(state);
  else if (state.previous === s.dot || state.previous === s.controlToken) return state.fail("syntax");
  return token(state, s.operand, end);
}

export function readDot(state: State, at: number): number {
  const { text, previous } = state;
  const next = text.charCodeAt(at + 1);
  if (next === 46 && text.charCodeAt(at + 2) === 46) {
    return text.charCodeAt(at - 1) === 46 ? state.fail("syntax") : token(state, s.operator, at + 3);
  }
  if (next >= 48 && next <= 57 && previous >= s.start) return value(state, skipNumber(text, at));
  if (previous !== s.newToken && (lacksLeftSide(state) || previous === s.start)) return state.fail("syntax");
  return token(state, s.dot, at + 1);
}

export function readEquals(state: State, at: number): number {
  const next = state.text.charCodeAt(at + 1);
  if (next === 62) {
    readArrow(state, at + 2);
    return at + 2;
  }
  if (next !== 61) {
    readAssignment(state);
    return at + 1;
  }
  if (lacksLeftSide(state)) return state.fail("syntax");
  return token(state, s.operator, state.text.charCodeAt(at + 2) === 61 ? at + 3 : at + 2);
}

/** A run of `>`: a comparison, a shift, or the ends of type arguments. */
export function readGreater(state: State, at: number): number {
  const { text } = state;
  if (lacksLeftSide(state) && state.previous !== s.comma) return state.fail("syntax");
  let end = at + 1;
  while (text.charCodeAt(end) === 62) end++;
  return text.charCodeAt(end) === 61 ? token(state, s.operator, end + 1) : token(state, s.greater, end);
}

export function readLess(state: State, at: number): number {
  const { text, previous, dialect } = state;
  if (text.startsWith("<!--", at)) return state.fail("html-comment");
  if (text.charCodeAt(at + 1) === 60 && previous < s.start) return readOperator(state, at);
  const expectsOperand = (previous >= s.start && previous <= s.controlParen) || previous === s.awaitToken;
  if (!dialect.jsx || !expectsOperand) {
    // Two operands apart, `<` compares; otherwise its element or its types are beyond doubt only in TypeScript.
    if (dialect.jsx && !dialect.typescript && previous === s.bodyBrace) return state.fail("jsx");
    return readOperator(state, at);
  }
  const isGeneric = dialect.typescript && /^<\s*(?:const\s+)?[\w$]+\s*(?:,|extends\b)/.test(text.slice(at, at + 80));
  return isGeneric ? readOperator(state, at) : openElement(state, at);
}

export function readPlusMinus(state: State, at: number, code: number): number {
  const { text, previous } = state;
  if (text.charCodeAt(at + 1) !== code) return readOperator(state, at);
  if (code === 45 && text.charCodeAt(at + 2) === 62 && state.newline) return state.fail("html-comment");
  // Postfix only on the line of its operand.
  if (previous < s.start && !state.newline) return token(state, s.operand, at + 2);
  if (previous < s.start) state.endStatement();
  return token(state, s.operator, at + 2);
}

export function readBang(state: State, at: number): number {
  const { previous, dialect } = state;
  state.link();
  if (state.text.charCodeAt(at + 1) === 61) {
    if (lacksLeftSide(state)) return state.fail("syntax");
    return token(state, s.operator, state.text.charCodeAt(at + 2) === 61 ? at + 3 : at + 2);
  }
  if (dialect.typescript && previous < s.start && !state.newline) return token(state, s.operand, at + 1);
  if (previous < s.start) afterOperand(state);
  return token(state, s.operator, at + 1);
}

/** A generator's star stands before a name. */
export function readStar(state: State, at: number): number {
  const { level, previous } = state;
  if (previous === s.functionToken) return at + 1;
  const isMember = level === s.objectLevel || level === s.classLevel;
  if (isMember && previous !== s.operand && previous !== s.paren && previous !== s.bracket) {
    return token(state, s.contextToken, at + 1);
  }
  return readOperator(state, at);
}

/** One of `* / % & | ^ < + - ~`, or its double, or its assignment. */
export function readOperator(state: State, at: number): number {
  const { text } = state;
  state.link();
  const code = text.charCodeAt(at);
  const isUnary = code === 43 || code === 45 || code === 126;
  // A union may lead with its bar, and type parameters with their bracket.
  const isType = state.dialect.typescript && (code === 124 || code === 38 || code === 60);
  if (!isUnary && !isType && lacksLeftSide(state)) return state.fail("syntax");
  const isDouble = !isUnary && code !== 47 && code !== 37 && text.charCodeAt(at + 1) === code;
  const end = isDouble ? at + 2 : at + 1;
  if (text.charCodeAt(end) !== 61) return token(state, s.operator, end);
  if (code === 60 && !isDouble) return token(state, s.operator, end + 1);
  readAssignment(state);
  return end + 1;
}
