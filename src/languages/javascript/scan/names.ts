/** Words: what a name or a keyword changes in the scanner's state. */
import { readDynamicImport, readRequire } from "./calls.ts";
import { readDefine } from "./amd-lists.ts";
import { skipBlank, skipName } from "./characters.ts";
import { isWord, readExport, readImport } from "./clauses.ts";
import { readMemberCall, readNew } from "./member-calls.ts";
import { asksForFiles, doubtComments, noteCreateRequire, readModuleWord } from "./rare-forms.ts";
import * as s from "./state.ts";
import type { State } from "./state.ts";
import * as w from "./words.ts";

/** In one function; a chain of them is a statement in a statement in a statement. */
const maxElses = 1000;

/** Reads the word between two offsets and returns where to go on. */
export function readWord(state: State, at: number, end: number): number {
  const { text, previous } = state;
  if (previous === s.dot) {
    if (end - at === 13 && text.startsWith("createRequire", at)) noteCreateRequire(state, at, end);
    state.previous = s.operand;
    state.newline = false;
    return end;
  }
  const kind = w.wordKind(text, at, end);
  if (kind === w.plain && end - at === 13 && text.startsWith("createRequire", at)) noteCreateRequire(state, at, end);
  if (kind === w.plain || (kind !== w.context && isPropertyName(state, end))) {
    if (previous < s.start) afterOperand(state);
    state.previous = s.operand;
    state.newline = false;
    return end;
  }
  const next = readKeyword(state, kind, at, end);
  state.newline = false;
  return next;
}

function readKeyword(state: State, kind: number, at: number, end: number): number {
  const { text, previous } = state;
  if (kind === w.infix || kind === w.infixOperator) {
    state.previous = kind === w.infix ? infixOrName(state, at, end) : s.operator;
    return end;
  }
  if (previous < s.start) afterOperand(state);
  switch (kind) {
    case w.prefix:
      state.link();
      state.previous = s.prefixToken;
      return end;
    case w.typeofWord:
      state.link();
      state.previous = s.typeofToken;
      return end;
    case w.newWord:
      state.link();
      readNew(state, end);
      state.previous = s.newToken;
      return end;
    case w.voidWord:
      state.link();
      state.previous = state.dialect.typescript && !startsOperand(text, end) ? s.operand : s.prefixToken;
      return end;
    case w.awaitWord:
      state.link();
      // `for await (`
      state.previous = previous === s.controlToken ? s.controlToken : s.awaitToken;
      return end;
    case w.control:
      statement(state);
      state.nest();
      state.previous = s.controlToken;
      return end;
    case w.block:
      statement(state);
      state.nest();
      if (++state.elses > maxElses) state.fail("depth");
      state.previous = s.blockWord;
      return end;
    case w.tryWord:
      statement(state);
      state.previous = s.tryToken;
      return end;
    case w.declare:
      if (previous === s.infixToken || previous === s.operator) {
        // `as const`, `<const T>`
        state.previous = previous === s.infixToken ? s.operand : s.contextToken;
        return end;
      }
      statement(state);
      state.previous = s.declareToken;
      return end;
    case w.caseWord:
      statement(state);
      state.previous = s.prefixToken;
      if (!isAfterExport(state, at)) state.pending |= s.casePending;
      return end;
    case w.functionWord:
      state.pending |= s.functionPending;
      state.previous = s.functionToken;
      return end;
    case w.classWord:
      if ((state.pending & s.classPending) !== 0) return state.fail("class");
      state.pending |= s.classPending;
      state.previous = s.classToken;
      return end;
    case w.typeHead:
      if (state.newline || previous === s.start) statement(state);
      if (isWord(text, at, end, "module")) readModuleWord(state, at, end);
      state.previous = s.contextToken;
      return end;
    case w.caller:
      if (previous !== s.newToken) readMemberCall(state, at, end);
      state.previous = s.operand;
      return end;
    case w.defineWord: {
      const parenthesis = skipBlank(text, end);
      if (text.charCodeAt(parenthesis) === 40 && previous !== s.newToken && previous !== s.functionToken) {
        readDefine(state, parenthesis);
      }
      state.previous = s.operand;
      return end;
    }
    case w.requireWord:
      readRequire(state, at, end);
      state.previous = s.operand;
      return end;
    case w.importWord:
      return readImportWord(state, end);
    case w.exportWord:
      return readExportWord(state, end);
    default:
      state.link();
      state.previous = s.contextToken;
      return end;
  }
}

/** `of`, `as` and their like are operators between operands and names elsewhere. */
function infixOrName(state: State, at: number, end: number): number {
  if (state.previous < s.start && !(state.newline && !isExtends(state.text, at, end))) return s.infixToken;
  if (state.previous === s.greater || state.previous === s.classToken) return s.infixToken;
  return s.contextToken;
}

function isExtends(text: string, at: number, end: number): boolean {
  return isWord(text, at, end, "extends") || isWord(text, at, end, "implements");
}

function readImportWord(state: State, end: number): number {
  const { text, previous } = state;
  const next = skipBlank(text, end);
  const code = text.charCodeAt(next);
  if (code === 40) {
    readDynamicImport(state, next);
    state.previous = s.operand;
    return end;
  }
  if (code === 46) {
    const name = skipBlank(text, next + 1);
    const nameEnd = skipName(text, name);
    state.previous = s.operand;
    if (!isWord(text, name, nameEnd, "meta")) return state.fail("import");
    return asksForFiles(text, nameEnd) ? state.fail("files") : nameEnd;
  }
  if (!beginsStatement(state) && previous !== s.contextToken) return state.fail("import");
  if (!mayDeclare(state)) return state.fail("import");
  statement(state);
  if (state.depth === 0) state.isModule = true;
  const after = readImport(state, end);
  state.previous = s.start;
  doubtComments(state, end, after);
  return after;
}

function readExportWord(state: State, end: number): number {
  if (!beginsStatement(state) && !state.decorated) return state.fail("export");
  if (!mayDeclare(state)) return state.fail("export");
  statement(state);
  if (state.depth === 0) state.isModule = true;
  const after = readExport(state, end);
  state.previous = s.start;
  if (after !== undefined) doubtComments(state, end, after);
  return after ?? end;
}

/** Modules are declared at the top; TypeScript's `declare module "x" {` is a top of its own. */
function mayDeclare(state: State): boolean {
  return state.depth === 0 || (state.dialect.typescript && state.level === s.blockLevel);
}

function beginsStatement({ newline, previous }: State): boolean {
  return (
    previous === s.start || previous === s.bodyBrace || (newline && (previous < s.start || previous === s.greater))
  );
}

/** `export default` names no case. */
function isAfterExport({ text }: State, at: number): boolean {
  return text.charCodeAt(at) === 100 && /\bexport\s*$/.test(text.slice(Math.max(0, at - 40), at));
}

function statement(state: State): void {
  if (state.holdsStatements()) state.endStatement();
}

/** A keyword as the name of a property, a method or a label's like: told by what follows, and by the bracket around. */
function isPropertyName(state: State, end: number): boolean {
  const { level, previous, text } = state;
  if (previous < s.start && !state.newline && previous !== s.contextToken && previous !== s.bodyBrace) return false;
  if (level === s.objectLevel) {
    if (previous !== s.open && previous !== s.comma && previous !== s.contextToken && previous !== s.start) {
      if (!state.newline || previous >= s.start) return false;
    }
  } else if (level === s.classLevel) {
    if (previous > s.start && previous !== s.open) return false;
  } else if (level === s.blockLevel && state.dialect.typescript) {
    // The members of an interface.
    if (previous !== s.start && previous !== s.open && previous !== s.contextToken && !state.newline) return false;
    const next = skipBlank(text, end);
    const code = text.charCodeAt(next);
    if (code === 63) return true;
    return code === 58 && !text.startsWith("default", end - 7);
  } else return false;
  switch (text.charCodeAt(skipBlank(text, end))) {
    case 40: // (
    case 44: // ,
    case 58: // :
    case 59: // ;
    case 60: // <
    case 61: // =
    case 63: // ?
    case 125: // }
    case 33: // !
      return true;
    default:
      return false;
  }
}

/** Whether an operand starts on the same line. */
function startsOperand(text: string, from: number): boolean {
  let at = from;
  while (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9) at++;
  const code = text.charCodeAt(at);
  return code > 127 || /[\w$("'`[!+~-]/.test(text.charAt(at));
}

/**
 * An operand or a name after the end of an operand: on a new line a statement begins, by automatic semicolon insertion.
 * @see https://tc39.es/ecma262/#sec-automatic-semicolon-insertion
 */
export function afterOperand(state: State): void {
  const { dialect, level, previous } = state;
  if (previous === s.contextToken && !state.newline) return;
  const separates = state.newline || previous === s.bodyBrace;
  if (state.holdsStatements()) {
    if (separates) {
      state.endStatement();
      return;
    }
  } else if (level === s.classLevel) {
    if (separates || state.decorated) return;
  } else if (dialect.typescript && level === s.objectLevel && state.newline) return;
  if (state.decorated && previous === s.paren) return;
  if (previous === s.operand && state.decorated) return;
  if (state.previous === s.contextToken) return;
  state.fail("syntax");
}
