/** Calls of members and constructions that name a module or a file. */
import { isProgramPath, workers } from "../facts/program-paths.ts";
import { doublers } from "../facts/test-doubles.ts";
import { readCall } from "./calls.ts";
import { literalEnd, note } from "./notes.ts";
import { skipBlank, skipName } from "./characters.ts";
import { isWord } from "./clauses.ts";
import type { State } from "./state.ts";

/** After a word that is no property: `jest`, `vi`, `module`, `navigator` or `requirejs`. */
export function readMemberCall(state: State, start: number, wordEnd: number): void {
  const { text } = state;
  const name = memberName(text, wordEnd);
  if (name === undefined) return;
  const word = text.slice(start, wordEnd);
  const member = text.slice(name.start, name.end);
  if (word === "requirejs") {
    if (member === "config") state.fail("loader");
    return;
  }
  if (word === "navigator") {
    const register = member === "serviceWorker" ? memberName(text, name.end) : undefined;
    if (register === undefined || !isWord(text, register.start, register.end, "register")) return;
    const call = skipBlank(text, register.end);
    if (text.charCodeAt(call) === 40) readProgram(state, call);
    return;
  }
  const kind = word === "module" ? "require" : "mock";
  if (kind === "require" ? member !== "require" : doublers[word]?.has(member) !== true) return;
  const parenthesis = skipTypeArguments(state, name.end);
  if (text.charCodeAt(parenthesis) === 40) readCall(state, kind, parenthesis);
}

function memberName(text: string, end: number): { readonly start: number; readonly end: number } | undefined {
  const dot = skipBlank(text, end);
  if (text.charCodeAt(dot) !== 46) return undefined;
  const start = skipBlank(text, dot + 1);
  return { start, end: skipName(text, start) };
}

/** `vi.importActual<typeof import("./till")>("./till")` */
const typeArguments =
  /<\s*(?:typeof\s+import\(\s*(?:"[^"\n]*"|'[^'\n]*')\s*\)|(?:typeof\s+)?[\w$.]+(?:<[\w$., ]*>)?)\s*>/y;

function skipTypeArguments(state: State, end: number): number {
  const { text } = state;
  const next = skipBlank(text, end);
  if (text.charCodeAt(next) !== 60 || !state.dialect.typescript) return next;
  typeArguments.lastIndex = next;
  if (!typeArguments.test(text)) {
    state.fail("type-arguments");
    return next;
  }
  return skipBlank(text, typeArguments.lastIndex);
}

const address = /\s*(?:"[^"\\\n]*"|'[^'\\\n]*')\s*,\s*import\.meta\.url\s*[,)]/y;

/** After the word `new`: the class that follows, where it loads a file. */
export function readNew(state: State, end: number): void {
  const { text } = state;
  const start = skipBlank(text, end);
  const code = text.charCodeAt(start);
  // U, W, S
  if (code !== 85 && code !== 87 && code !== 83) return;
  const nameEnd = skipName(text, start);
  const name = text.slice(start, nameEnd);
  if (name !== "URL" && !workers.has(name)) return;
  const parenthesis = skipBlank(text, nameEnd);
  if (text.charCodeAt(parenthesis) !== 40) return;
  if (name !== "URL") {
    readProgram(state, parenthesis);
    return;
  }
  address.lastIndex = parenthesis + 1;
  if (address.test(text)) {
    const at = skipBlank(text, parenthesis + 1);
    note(state, "url", at, literalEnd(state, at) ?? at);
  } else if (text.slice(parenthesis, parenthesis + 400).includes("import.meta.url")) state.fail("url");
}

function readProgram(state: State, parenthesis: number): void {
  const { text } = state;
  const at = skipBlank(text, parenthesis + 1);
  const end = literalEnd(state, at);
  if (end === undefined) return;
  const next = text.charCodeAt(skipBlank(text, end));
  if ((next === 41 || next === 44) && isProgramPath(text.slice(at + 1, end - 1))) note(state, "url", at, end);
}
