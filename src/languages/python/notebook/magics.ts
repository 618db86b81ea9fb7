/**
 * Lines of a cell that IPython takes for its own: `%magic`, `!shell`, `object?`. They are put out of the way without moving
 * anything else.
 * @see https://ipython.readthedocs.io/en/stable/interactive/python-ipython-diff.html
 */
import { afterNewline, commentEnd, stringEnd } from "../facts/strings/skips.ts";

/** A line that is not Python. */
export interface Magic {
  /** Without its sign: `pip install till`. */
  readonly text: string;
  /** `%` or `!`; `?` for a question, and none for a magic without one. */
  readonly sign: string;
  /** Of the text in the cell. */
  readonly start: number;
}

export interface PlainCell {
  /** The cell with `0` in place of each magic, at the same offsets. */
  readonly text: string;
  readonly magics: readonly Magic[];
}

/** Cell magics whose cell is Python still. */
const pythonMagics =
  /^%%(?:time|timeit|capture|prun|memit|mprun|lprun|snakeviz|pyinstrument|py|python3?|ipytest|skip|notify)\b/;

/** A magic at the beginning of a statement, or where its value begins. */
const beginning = /[ \t\f]*(?:([%!?])|(?:[\w.]+(?:[ \t\f]*,[ \t\f]*[\w.]+)*[ \t\f]*=[ \t\f]*)([%!])(?![=]))/y;
/** IPython knows some magics without their sign, where no name of the program is in the way. */
const automagic = /[ \t\f]*(?=(?:(?:uv[ \t\f]+)?pip[\d.]*|conda|mamba)[ \t\f]+(?:install|uninstall|list)\b)/y;
const question = /[ \t\f]*[%\w.*]+\?{1,2}[ \t\f]*(?=[\r\n]|$)/y;

export function withoutMagics(text: string): PlainCell {
  const first = /^\s*/.exec(text)?.[0].length ?? 0;
  const isCellMagic = text.startsWith("%%", first);
  if (isCellMagic && !pythonMagics.test(text.slice(first)))
    return { text: blanked(text), magics: shellLines(text, first) };
  if (!/[%!?]|\b(?:pip|conda|mamba)/.test(text)) return { text, magics: [] };
  const magics: Magic[] = [];
  let plain = "";
  let copied = 0;
  for (let at = 0; at < text.length; at = statementEnd(text, at)) {
    const found = magicAt(text, at);
    if (found === undefined) continue;
    const end = lineEnd(text, found.start);
    const { sign } = found;
    const start = found.start + (sign === "%" || sign === "!" ? 1 : 0);
    magics.push({ sign, text: text.slice(start, end), start });
    plain += `${text.slice(copied, found.start)}0${blanked(text.slice(found.start + 1, end))}`;
    copied = end;
    at = end;
  }
  return { text: plain + text.slice(copied), magics };
}

/** A cell of a shell is a `!` before each of its lines. */
function shellLines(text: string, first: number): readonly Magic[] {
  if (!/^%%(?:!|(?:sh|bash|system|sx)\b)/.test(text.slice(first))) return [];
  const lines = text.slice(first).matchAll(/[^\r\n]+/g);
  return Array.from(lines, ({ index, 0: line }) => ({ sign: "!", text: line, start: first + index })).slice(1);
}

function magicAt(text: string, at: number): { readonly sign: string; readonly start: number } | undefined {
  beginning.lastIndex = at;
  const match = beginning.exec(text);
  if (match !== null) return { sign: match[1] ?? match[2] ?? "%", start: beginning.lastIndex - 1 };
  automagic.lastIndex = at;
  if (automagic.test(text)) return { sign: "", start: automagic.lastIndex };
  question.lastIndex = at;
  const asked = question.exec(text);
  if (asked === null) return undefined;
  return { sign: "?", start: at + asked[0].length - asked[0].trimStart().length };
}

/** The end of a magic's line, and of those that it goes on to. */
function lineEnd(text: string, from: number): number {
  for (let at = from; ; at = afterNewline(text, at)) {
    while (at < text.length && text.charCodeAt(at) !== 10 && text.charCodeAt(at) !== 13) at++;
    if (at >= text.length || text.charCodeAt(at - 1) !== 92) return at;
  }
}

/** Past the logical line that begins at `from`, or goes on there. */
function statementEnd(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length;) {
    const code = text.charCodeAt(at);
    if (code === 34 || code === 39) {
      const end = stringEnd(text, at);
      at = end < 0 ? at + 1 : end;
    } else if (code === 35) {
      at = commentEnd(text, at);
    } else if (code === 92) {
      at = afterNewline(text, at + 1);
    } else if (code === 10 || code === 13) {
      at = afterNewline(text, at);
      if (depth === 0) return at;
    } else {
      if (code === 40 || code === 91 || code === 123) depth++;
      else if (code === 41 || code === 93 || code === 125) depth = Math.max(0, depth - 1);
      at++;
    }
  }
  return text.length;
}

function blanked(text: string): string {
  return text.replaceAll(/[^\r\n]/g, " ");
}
