/** Python's string literals as texts, and f-strings as sums. https://docs.python.org/3/reference/lexical_analysis.html#string-and-bytes-literals */
import { type Expression, nothing } from "../expression.ts";
import type { Cursor } from "./cursor.ts";
import { kinds } from "./tokens.ts";

/** Reads the one literal that stands at the cursor. */
export function readString(cursor: Cursor, interpolated: () => Expression): Expression {
  if (cursor.kind() === kinds.formatStart) return formatted(cursor, interpolated);
  const written = cursor.word();
  cursor.at++;
  const [, letters = "", quote = ""] = /^([A-Za-z]*)("""|'''|"|')/.exec(written) ?? [];
  const from = letters.length + quote.length;
  const isClosed = written.endsWith(quote) && written.length >= from + quote.length;
  const content = written.slice(from, isClosed ? -quote.length : undefined);
  return { kind: "text", text: unescape(content, letters.toLowerCase()) };
}

function formatted(cursor: Cursor, interpolated: () => Expression): Expression {
  const parts: Expression[] = [];
  const letters = (/^[A-Za-z]*/.exec(cursor.word())?.[0] ?? "").toLowerCase();
  cursor.at++;
  while (!cursor.isDone && cursor.kind() !== kinds.formatEnd) {
    if (cursor.kind() === kinds.formatText) {
      const written = cursor.word().replaceAll("{{", "{").replaceAll("}}", "}");
      parts.push({ kind: "text", text: unescape(written, letters) });
      cursor.at++;
    } else if (cursor.take("{")) {
      const value = interpolated();
      // A conversion, a format or an equals sign changes the text: `{x!r}`, `{x:>8}`, `{x=}`.
      if (cursor.take("}")) parts.push(value);
      else {
        cursor.leave();
        parts.push(nothing);
      }
    } else cursor.at++;
  }
  cursor.at++;
  const [only] = parts;
  if (only === undefined) return { kind: "text", text: "" };
  return parts.length === 1 && only.kind === "text" ? only : { kind: "sum", parts };
}

const escapes: ReadonlyMap<string, string> = new Map([
  ["n", "\n"],
  ["t", "\t"],
  ["r", "\r"],
  ["\n", ""],
]);

function unescape(written: string, letters: string): string {
  if (letters.includes("r") || !written.includes("\\")) return written;
  return written.replaceAll(/\\([ntr\\'"\n])/g, (_whole, char: string) => escapes.get(char) ?? char);
}
