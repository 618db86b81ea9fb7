/** The clauses of import and export declarations, read by their grammar; anything else in them is a doubt. */
import type { ImportKind } from "../../../model/facts.ts";
import { skipBlank, skipName, skipString } from "./characters.ts";
import type { State } from "./state.ts";

/**
 * After `import`, where it is neither a call nor `import.meta`. Returns the offset after the declaration.
 * @see https://tc39.es/ecma262/#sec-imports
 */
export function readImport(state: State, from: number): number {
  const { text } = state;
  let at = skipBlank(text, from);
  if (isQuote(text, at)) return finish(state, "import", at, [], false);
  const names: string[] = [];
  let typeOnly = false;
  let end = skipName(text, at);
  if (end > at) {
    if (isWord(text, at, end, "type")) {
      const next = skipBlank(text, end);
      const nextEnd = skipName(text, next);
      if (isWord(text, next, nextEnd, "from")) {
        // `import type from "x"` has a default binding of that name.
        if (!isQuote(text, skipBlank(text, nextEnd))) return state.fail("import");
      } else if (nextEnd > next || text[next] === "{" || text[next] === "*") {
        typeOnly = true;
        at = next;
        end = nextEnd;
      }
    }
    if (end > at) {
      noteBinding(state, at, end);
      const next = skipBlank(text, end);
      if (text[next] === "=") return readImportEquals(state, next + 1, typeOnly);
      names.push("default");
      at = next;
      if (text[at] === ",") {
        at = skipBlank(text, at + 1);
        if (text[at] !== "{" && text[at] !== "*") return state.fail("import");
      } else if (!isWord(text, at, skipName(text, at), "from")) return state.fail("import");
    }
  }
  if (typeOnly && !state.dialect.typescript) return state.fail("flow");
  let allTypes = typeOnly;
  if (text[at] === "*") {
    at = skipBlank(text, at + 1);
    if (!isWord(text, at, skipName(text, at), "as")) return state.fail("import");
    at = skipBlank(text, at + 2);
    end = skipName(text, at);
    if (end === at) return state.fail("import");
    noteBinding(state, at, end);
    names.push("*");
    at = skipBlank(text, end);
  } else if (text[at] === "{") {
    const hasDefault = names.length > 0;
    const list = readSpecifiers(state, at + 1, names);
    if (list.end < 0) return state.fail("import");
    if (list.allTypes && !hasDefault) allTypes = true;
    at = skipBlank(text, list.end);
  }
  end = skipName(text, at);
  if (!isWord(text, at, end, "from")) return state.fail("import");
  at = skipBlank(text, end);
  return isQuote(text, at) ? finish(state, "import", at, names, allTypes) : state.fail("import");
}

/** `import shop = require("shop")`; `import Cart = Shop.Cart` is none. */
function readImportEquals(state: State, from: number, typeOnly: boolean): number {
  const { text } = state;
  if (!state.dialect.typescript) return state.fail("import");
  const at = skipBlank(text, from);
  let end = skipName(text, at);
  if (end === at) return state.fail("import");
  if (!isWord(text, at, end, "require") || text[skipBlank(text, end)] !== "(") {
    while (text[end] === ".") end = skipName(text, end + 1);
    return finishStatement(state, end);
  }
  const parenthesis = skipBlank(text, end);
  const quote = skipBlank(text, parenthesis + 1);
  if (text[parenthesis] !== "(" || !isQuote(text, quote)) return state.fail("import");
  const after = add(state, "import-equals", quote, [], typeOnly);
  if (after < 0) return state.fail("string");
  const close = skipBlank(text, after);
  return text[close] === ")" ? finishStatement(state, close + 1) : state.fail("import");
}

/**
 * After `export`: reads what may name a module (`*`, `{`), and returns the offset after it. Undefined when a declaration
 * follows, which is code like any other.
 */
export function readExport(state: State, from: number): number | undefined {
  const { text } = state;
  let at = skipBlank(text, from);
  let end = skipName(text, at);
  let typeOnly = false;
  if (isWord(text, at, end, "type")) {
    const next = skipBlank(text, end);
    if (text[next] !== "{" && text[next] !== "*") return undefined;
    if (!state.dialect.typescript) return state.fail("flow");
    typeOnly = true;
    at = next;
    end = next;
  }
  if (end > at) {
    if (isWord(text, at, end, "default")) {
      const next = skipBlank(text, end);
      return isWord(text, next, skipName(text, next), "from") ? state.fail("export") : undefined;
    }
    return undefined;
  }
  const names: string[] = [];
  if (text[at] === "*") {
    names.push("*");
    at = skipBlank(text, at + 1);
    end = skipName(text, at);
    if (isWord(text, at, end, "as")) {
      at = skipBlank(text, end);
      end = skipName(text, at);
      if (end === at) return state.fail("export");
      at = skipBlank(text, end);
      end = skipName(text, at);
    }
    if (!isWord(text, at, end, "from")) return state.fail("export");
  } else if (text[at] === "{") {
    const list = readSpecifiers(state, at + 1, names);
    if (list.end < 0) return state.fail("export");
    if (list.allTypes) typeOnly = true;
    at = skipBlank(text, list.end);
    end = skipName(text, at);
    if (!isWord(text, at, end, "from") || !isQuote(text, skipBlank(text, end))) return finishStatement(state, list.end);
  } else return undefined;
  at = skipBlank(text, end);
  return isQuote(text, at) ? finish(state, "export", at, names, typeOnly) : state.fail("export");
}

/** `Cart, type Price as Money, default as shop }`: the names before `as`. `end` is -1 for anything unusual. */
function readSpecifiers(
  state: State,
  from: number,
  names: string[],
): { readonly end: number; readonly allTypes: boolean } {
  const { text } = state;
  const unusual = { end: -1, allTypes: false };
  let count = 0;
  let types = 0;
  for (let at = skipBlank(text, from); ; at = skipBlank(text, at)) {
    if (text[at] === "}") return { end: at + 1, allTypes: count > 0 && types === count };
    let end = skipName(text, at);
    if (end === at) return unusual;
    let next = skipBlank(text, end);
    let nextEnd = skipName(text, next);
    if (isWord(text, at, end, "type") && nextEnd > next) {
      // `type as as Price`, `type as Price`: rare, and read differently.
      if (isWord(text, next, nextEnd, "as") || !state.dialect.typescript) return unusual;
      types++;
      at = next;
      end = nextEnd;
      next = skipBlank(text, end);
      nextEnd = skipName(text, next);
    }
    names.push(text.slice(at, end));
    count++;
    if (nextEnd > next) {
      if (!isWord(text, next, nextEnd, "as")) return unusual;
      // Another name for what makes functions like `require`.
      if (isWord(text, at, end, "createRequire")) return unusual;
      at = skipBlank(text, nextEnd);
      end = skipName(text, at);
      if (end === at) return unusual;
      next = skipBlank(text, end);
    }
    noteBinding(state, at, end);
    if (text[next] === ",") at = next + 1;
    else if (text[next] === "}") at = next;
    else return unusual;
  }
}

/** Adds the import, and steps over attributes and to the end of the declaration. */
function finish(state: State, kind: ImportKind, quote: number, names: readonly string[], typeOnly: boolean): number {
  const { text } = state;
  const after = add(state, kind, quote, names, typeOnly);
  if (after < 0) return state.fail("string");
  const at = skipBlank(text, after);
  const end = skipName(text, at);
  if (!isWord(text, at, end, "with") && !isWord(text, at, end, "assert")) return finishStatement(state, after);
  const brace = skipBlank(text, end);
  if (text[brace] !== "{") return state.fail("import");
  const close = text.indexOf("}", brace);
  const isPlain =
    close > 0 &&
    /^\{\s*(?:["']?\w+["']?\s*:\s*(?:"[^"\\\n]*"|'[^'\\\n]*')\s*,?\s*)*\}$/.test(text.slice(brace, close + 1));
  return isPlain ? finishStatement(state, close + 1) : state.fail("import");
}

/** After a declaration: `;`, the end of a line, of a block or of the file. */
function finishStatement(state: State, after: number): number {
  const { text } = state;
  const next = skipBlank(text, after);
  if (next >= text.length || text[next] === "}") return after;
  if (text[next] === ";") return next + 1;
  const newline = text.indexOf("\n", after);
  return newline >= 0 && newline < next ? after : state.fail("syntax");
}

/** Returns the offset after the literal, -1 when it has escapes or no end. */
function add(state: State, kind: ImportKind, quote: number, names: readonly string[], typeOnly: boolean): number {
  const { text } = state;
  const end = text[quote] === "`" ? text.indexOf("`", quote + 1) + 1 : skipString(text, quote);
  if (end <= 0) return -1;
  const specifier = text.slice(quote + 1, end - 1);
  if (specifier.includes("\\")) return -1;
  state.imports.push({ kind, specifier, names, start: quote, end, typeOnly, local: false, optional: false });
  return end;
}

function noteBinding(state: State, start: number, end: number): void {
  if (isWord(state.text, start, end, "require")) state.bindsRequire = true;
}

export function isWord(text: string, start: number, end: number, word: string): boolean {
  return end - start === word.length && text.startsWith(word, start);
}

export function isQuote(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 34 || code === 39;
}
