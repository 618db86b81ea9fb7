/** The tokens of a Python file, as far as literals and calls need them: names, strings, brackets, operators, line ends. */

export type PythonToken =
  | { readonly kind: "name" | "operator" | "line"; readonly text: string; readonly at: number }
  /** `text` is the content with escapes of quotes undone; `at` is its first character. */
  | {
      readonly kind: "string";
      readonly text: string;
      readonly at: number;
      readonly formatted: boolean;
      readonly bytes: boolean;
    }
  | { readonly kind: "end"; readonly text: ""; readonly at: number };

const blank = /(?:[ \t\f]|\\\r?\n|#[^\r\n]*)+/y;
const lineEnd = /\r\n|\n|\r/y;
const stringStart = /([A-Za-z]{0,2})("""|'''|"|')/y;
const name = /[\p{L}_][\p{L}\p{N}_]*/uy;
const operator = /\*\*|\+=|==|!=|<=|>=|->|:=|[0-9][0-9A-Za-z_.]*|./suy;

/** All tokens. Line ends inside brackets are left out, as Python does. */
export function pythonTokens(text: string): readonly PythonToken[] {
  const tokens: PythonToken[] = [];
  let depth = 0;
  let at = 0;
  const match = (pattern: RegExp): RegExpExecArray | undefined => {
    pattern.lastIndex = at;
    return pattern.exec(text) ?? undefined;
  };
  while (at < text.length) {
    const space = match(blank);
    if (space !== undefined) {
      at += space[0].length;
      continue;
    }
    const end = match(lineEnd);
    if (end !== undefined) {
      if (depth === 0) tokens.push({ kind: "line", text: "\n", at });
      at += end[0].length;
      continue;
    }
    const quoted = match(stringStart);
    if (quoted !== undefined) {
      const [whole, prefix = "", quote = '"'] = quoted;
      const start = at + whole.length;
      at = stringEnd(text, start, quote);
      const raw = /r/i.test(prefix);
      const content = text.slice(start, Math.max(start, at - quote.length));
      const decoded = raw
        ? content
        : content.replaceAll(/\\(\r?\n|[\\'"])/g, (_, each: string) => (/\n/.test(each) ? "" : each));
      tokens.push({ kind: "string", text: decoded, at: start, formatted: /f/i.test(prefix), bytes: /b/i.test(prefix) });
      continue;
    }
    const word = match(name);
    const token = word ?? match(operator);
    if (token === undefined) break;
    if (/^[([{]$/.test(token[0])) depth++;
    else if (/^[)\]}]$/.test(token[0])) depth = Math.max(0, depth - 1);
    tokens.push({ kind: word === undefined ? "operator" : "name", text: token[0], at });
    at += token[0].length;
  }
  tokens.push({ kind: "end", text: "", at: text.length });
  return tokens;
}

/** The offset after the closing quote; the end of the line, or of the text, for a string that is not closed. */
function stringEnd(text: string, start: number, quote: string): number {
  for (let at = start; at < text.length; at++) {
    const character = text[at];
    if (character === "\\") at++;
    else if (text.startsWith(quote, at)) return at + quote.length;
    else if (quote.length === 1 && (character === "\n" || character === "\r")) return at;
  }
  return text.length;
}
