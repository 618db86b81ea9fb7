/** A path put together where a module is asked for: read where its parts are plain, a doubt where they are not. */
import { globOf } from "../facts/computed-paths.ts";
import { note } from "./notes.ts";
import { skipBlank } from "./characters.ts";
import type { State } from "./state.ts";

/** What begins a path that says where to look, or a sum or a template that may go on as one. */
const beginning = /["'`]\.{1,2}\//y;

const quoted = /"[^"\\\n]*"|'[^'\\\n]*'/y;
const template = /`(?:[^`\\$]|\$(?!\{)|\$\{[^{}`"'/\\]*\})*`/y;
const hole = /\$\{[^{}`"'/\\]*\}/;
/** `kind`, `shop.kinds[0]`, `name(kind)`: nothing that binds weaker than a sum. */
const operand = /[A-Za-z_$][\w$.]*(?:\[[\w$.]*\]|\([\w$., ]*\))*/y;

/** @param at the offset of what is asked for, which is no plain literal */
export function readComputedPath(state: State, at: number): void {
  const { text } = state;
  beginning.lastIndex = at;
  if (!beginning.test(text)) {
    // `"." + "/till/" + name` begins a path, too.
    if (/^(?:["'`]\.{0,2}["'`]|\()/.test(text.slice(at, at + 5))) state.fail("computed");
    return;
  }
  const texts = [""];
  let end = at;
  for (let next = at; ; next = skipBlank(text, next + 1)) {
    end = readPart(text, next, texts);
    if (end < 0) {
      state.fail("computed");
      return;
    }
    next = skipBlank(text, end);
    const code = text.charCodeAt(next);
    if (code === 41 || code === 44) break;
    if (code !== 43 || text.charCodeAt(next + 1) === 43) {
      state.fail("computed");
      return;
    }
  }
  const specifier = texts.length === 1 ? undefined : globOf(texts);
  if (specifier !== undefined) note(state, "glob", at, end, { specifier });
}

/** Reads one part of a sum into the texts, between which stands what is computed. Returns its end, -1 where it is not plain. */
function readPart(text: string, at: number, texts: string[]): number {
  for (const [form, parts] of forms) {
    form.lastIndex = at;
    const found = form.exec(text)?.[0];
    if (found === undefined) continue;
    const [first = "", ...rest] = parts(found);
    texts.push((texts.pop() ?? "") + first, ...rest);
    return at + found.length;
  }
  return -1;
}

const forms: readonly (readonly [form: RegExp, parts: (found: string) => readonly string[]])[] = [
  [quoted, (found) => [found.slice(1, -1)]],
  [template, (found) => found.slice(1, -1).split(hole)],
  [operand, () => ["", ""]],
];
