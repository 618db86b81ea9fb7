/**
 * The scanner's loop: one forward pass, a token at a time. It keeps only what tells a regular expression from a division,
 * an element of JSX from a comparison, a function's body from a block; what it meets of imports goes to `State.imports`.
 */
import { jsdocImports } from "../facts/jsdoc-imports.ts";
import { braceLevel, closeBrace } from "./brackets.ts";
import { isNamePart, skipName, skipNumber, skipRegularExpression, skipString, skipTemplateText } from "./characters.ts";
import { resumeJsx } from "./jsx.ts";
import { readWord } from "./names.ts";
import { isCutOff, readColon, readComma, readQuestion } from "./operators.ts";
import {
  readBang,
  readDot,
  readEquals,
  readGreater,
  readLess,
  readOperator,
  readPlusMinus,
  readStar,
  token,
  value,
} from "./punctuation.ts";
import * as s from "./state.ts";
import type { State } from "./state.ts";

export function readTokens(state: State): void {
  const { text } = state;
  const length = text.length;
  let at = text.startsWith("#!") ? lineEnd(text, 2) : 0;
  while (at < length) {
    const code = text.charCodeAt(at);
    if (code === 32 || code === 9 || code === 13 || code === 11 || code === 12) {
      at++;
      continue;
    }
    if (code === 10) {
      state.newline = true;
      at++;
      continue;
    }
    if ((code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95 || code === 36) {
      let end = at + 1;
      while (end < length && isNamePart(text.charCodeAt(end))) end++;
      at = readWord(state, at, end);
      continue;
    }
    at = readOther(state, at, code);
    if (state.doubt !== undefined) return;
  }
  if (state.depth > 0) state.fail("unbalanced");
  else if (isCutOff(state)) state.fail("syntax");
}

function readOther(state: State, at: number, code: number): number {
  const { text } = state;
  switch (code) {
    case 34: // "
    case 39: // '
      return value(state, skipString(text, at));
    case 96: // `
      // After an operand it is a tagged template.
      return readTemplate(state, at + 1);
    case 47: // /
      return readSlash(state, at);
    case 40: // (
      if (state.previous === s.dot) return state.fail("syntax");
      state.enter(s.parenLevel, 0);
      return opened(state, at);
    case 91: // [
      if (state.previous === s.dot) return state.fail("syntax");
      state.enter(s.bracketLevel, 0);
      return opened(state, at);
    case 123: // {
      return openBrace(state, at);
    case 41: // )
      return closeParen(state, at);
    case 93: // ]
      if (state.level !== s.bracketLevel) return state.fail("unbalanced");
      if (isCutOff(state)) return state.fail("syntax");
      state.leave();
      return token(state, s.bracket, at + 1);
    case 125: // }
      return readCloseBrace(state, at);
    case 59: // ;
      return readSemicolon(state, at);
    case 44: // ,
      readComma(state);
      return at + 1;
    case 58: // :
      readColon(state);
      return at + 1;
    case 63: // ?
      return readQuestion(state, at);
    case 46: // .
      return readDot(state, at);
    case 61: // =
      return readEquals(state, at);
    case 60: // <
      return readLess(state, at);
    case 62: // >
      return readGreater(state, at);
    case 43: // +
    case 45: // -
      return readPlusMinus(state, at, code);
    case 33: // !
      return readBang(state, at);
    case 35: // #
      return skipName(text, at + 1) === at + 1 ? state.fail("syntax") : at + 1;
    case 64: // @
      state.decorated = true;
      return token(state, state.previous < s.start && state.newline ? s.start : s.operator, at + 1);
    case 42: // *
      return readStar(state, at);
    case 37: // %
    case 38: // &
    case 124: // |
    case 94: // ^
    case 126: // ~
      return readOperator(state, at);
    default:
      if (code >= 48 && code <= 57) return value(state, skipNumber(text, at));
      return readUnusual(state, at, code);
  }
}

/** Ends a statement, parts a `for`'s head, or parts the members of a type. */
function readSemicolon(state: State, at: number): number {
  const { level } = state;
  if (isCutOff(state) || state.previous === s.comma) return state.fail("syntax");
  if (level === s.objectLevel ? !state.dialect.typescript : level > s.objectLevel && state.head !== s.controlToken) {
    return state.fail("syntax");
  }
  state.endStatement();
  if (level !== s.parenLevel) state.heads = 0;
  return token(state, s.start, at + 1);
}

function readTemplate(state: State, from: number): number {
  const end = skipTemplateText(state.text, from);
  if (end < 0) return state.fail("template");
  if (state.text.charCodeAt(end - 1) === 96) return token(state, s.operand, end);
  state.enter(s.templateLevel, 0);
  return token(state, s.open, end);
}

function opened(state: State, at: number): number {
  return token(state, s.open, at + 1);
}

function openBrace(state: State, at: number): number {
  state.at = at;
  const level = braceLevel(state);
  if (level < 0) return state.fail("brace");
  state.enter(level, level === s.tryLevel ? state.imports.length : 0);
  return token(state, level === s.objectLevel ? s.open : s.start, at + 1);
}

function closeParen(state: State, at: number): number {
  if (state.level !== s.parenLevel) return state.fail("unbalanced");
  if (isCutOff(state)) return state.fail("syntax");
  const isControl = state.head === s.controlToken;
  state.leave();
  return token(state, isControl ? s.controlParen : s.paren, at + 1);
}

function readCloseBrace(state: State, at: number): number {
  if (isCutOff(state)) return state.fail("syntax");
  switch (state.level) {
    case s.templateLevel:
      state.leave();
      return readTemplate(state, at + 1);
    case s.jsxExpressionLevel:
      state.leave();
      return resumeJsx(state, at + 1);
    case s.parenLevel:
    case s.bracketLevel:
      return state.fail("unbalanced");
    default:
      if (state.depth === 0) return state.fail("unbalanced");
      closeBrace(state, at);
      return at + 1;
  }
}

function readSlash(state: State, at: number): number {
  const { text, previous } = state;
  const next = text.charCodeAt(at + 1);
  if (next === 47) return lineEnd(text, at + 2);
  if (next === 42) {
    const end = text.indexOf("*/", at + 2);
    if (end < 0) return state.fail("comment");
    const newline = text.indexOf("\n", at + 2);
    if (newline >= 0 && newline < end) state.newline = true;
    if (text.charCodeAt(at + 2) === 42 && !state.dialect.typescript && state.hasImportWithin(at, end)) {
      for (const found of jsdocImports(text, at, end + 2)) state.imports.push({ ...found });
    }
    return end + 2;
  }
  if (previous === s.operand || previous === s.paren || previous === s.bracket || previous === s.valueBrace) {
    return readOperator(state, at);
  }
  const expectsOperand = (previous >= s.start && previous <= s.controlParen) || previous === s.typeofToken;
  if (!expectsOperand && previous !== s.greater) return state.fail("regex");
  const end = skipRegularExpression(text, at);
  return end < 0 ? state.fail("regex") : token(state, s.operand, end);
}

const nameStart = /[\p{ID_Start}\u200c\u200d]/u;

function readUnusual(state: State, at: number, code: number): number {
  const { text } = state;
  if (code === 0xa0 || code === 0xfeff) return at + 1;
  if (code < 128) return state.fail(code === 92 ? "escape" : "character");
  const point = text.codePointAt(at) ?? code;
  if (!nameStart.test(String.fromCodePoint(point))) return state.fail("character");
  let end = at + 1;
  while (end < text.length && isNamePart(text.charCodeAt(end))) end++;
  return readWord(state, at, end);
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf("\n", from);
  return end < 0 ? text.length : end;
}
