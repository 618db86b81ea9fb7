/**
 * The words of a Gradle script, Groovy or Kotlin: enough to read its blocks and calls, nothing is evaluated.
 * @see https://groovy-lang.org/syntax.html
 * @see https://kotlinlang.org/docs/reference/grammar.html#lexical-grammar
 */
import { LineCounter } from "../../../model/location.ts";

export interface Token {
  /** `newline` ends a statement where nothing holds it open. */
  readonly kind: "word" | "string" | "sign" | "newline" | "end";
  /** A string without its quotes, `$name` and `${name}` as written. */
  readonly text: string;
  /** Of a string: whether `$` in it stands for a value. */
  readonly template: boolean;
  /** 1-based. */
  readonly line: number;
  readonly column: number;
}

const quotes = ['"""', "'''", '"', "'"] as const;

export function tokenizeGradle(text: string): readonly Token[] {
  const tokens: Token[] = [];
  const lines = new LineCounter(text);
  const push = (kind: Token["kind"], start: number, value: string, template: boolean): void => {
    tokens.push({ kind, text: value, template, ...lines.at(start) });
  };
  let at = 0;
  while (at < text.length) {
    const char = text.charAt(at);
    if (char === "\n") push("newline", at++, "\n", false);
    else if (char <= " ") at++;
    else if (char === "\\" && /[\r\n]/.test(text.charAt(at + 1))) at += text.startsWith("\r\n", at + 1) ? 3 : 2;
    else if (text.startsWith("//", at)) at = orEnd(text.indexOf("\n", at), text);
    else if (text.startsWith("/*", at)) at = orEnd(text.indexOf("*/", at + 2), text, 2);
    else if (char === '"' || char === "'") {
      const quote = quotes.find((each) => text.startsWith(each, at)) ?? char;
      const end = endOfString(text, at + quote.length, quote);
      const body = text.slice(at + quote.length, end);
      push("string", at, body.includes("\\") ? unescape(body) : body, char === '"');
      at = end + quote.length;
    } else if (isWordCharacter(text.charCodeAt(at))) {
      const start = at;
      while (isWordCharacter(text.charCodeAt(at))) at++;
      push("word", start, text.slice(start, at), false);
    } else push("sign", at, text.charAt(at++), false);
  }
  push("end", text.length, "", false);
  return tokens;
}

function orEnd(found: number, text: string, more = 0): number {
  return found < 0 ? text.length : found + more;
}

/** Where a string's closing quote stands. A string of one line ends with its line even when it is not closed. */
function endOfString(text: string, start: number, quote: string): number {
  for (let at = start; at < text.length; at++) {
    const char = text.charCodeAt(at);
    if (char === 0x5c) at++;
    else if (quote.charCodeAt(0) === 0x22 && char === 0x24) at = endOfExpression(text, at);
    else if (quote.length === 1 && char === 0x0a) return at;
    else if (text.startsWith(quote, at)) return at;
  }
  return text.length;
}

/** Longer ones are no names of values. */
const longestExpression = 300;

/** Where the `${...}` that begins here has its `}`; the same place where it is none, or is not closed in its line. */
function endOfExpression(text: string, start: number): number {
  if (text.charCodeAt(start + 1) !== 0x7b) return start;
  let depth = 0;
  for (let at = start + 1; at < Math.min(text.length, start + longestExpression); at++) {
    const char = text.charAt(at);
    if (char === "\n") return start;
    if (char === '"' || char === "'") {
      const end = text.indexOf(char, at + 1);
      if (end < 0 || end > start + longestExpression) return start;
      at = end;
    } else if (char === "{") depth++;
    else if (char === "}" && --depth === 0) return at;
  }
  return start;
}

function unescape(body: string): string {
  return body.replaceAll(/\\(.)/g, "$1");
}

/** Letters, digits, `_`, and everything beyond ASCII. Not `$`: it begins values only inside strings. */
function isWordCharacter(code: number): boolean {
  return (
    (code >= 0x61 && code <= 0x7a) ||
    (code >= 0x41 && code <= 0x5a) ||
    (code >= 0x30 && code <= 0x39) ||
    code === 0x5f ||
    code > 0x7f
  );
}
