/**
 * Triple-slash directives, which stand at the head of a file, with only comments before them.
 * @see https://www.typescriptlang.org/docs/handbook/triple-slash-directives.html
 */
import { type FoundImport, typesOf } from "./found-import.ts";

const directive = /^\/\/\/\s*<reference\s[^>]*?\b(path|types)\s*=\s*("[^"]*"|'[^']*')/;

/** Those that name a file or a package; `lib` names a part of the compiler. In order of `start`. */
export function headReferences(text: string): readonly FoundImport[] {
  const found: FoundImport[] = [];
  const end = text.length;
  let at = text.startsWith("#!") ? lineEnd(text, 0) : 0;
  while (at < end) {
    const code = text.charCodeAt(at);
    if (code === 32 || (code >= 9 && code <= 13) || code === 0xfeff || code === 0xa0) {
      at++;
      continue;
    }
    if (code !== 47) break;
    const next = text.charCodeAt(at + 1);
    if (next === 42) {
      const close = text.indexOf("*/", at + 2);
      if (close < 0) break;
      at = close + 2;
    } else if (next === 47) {
      const stop = lineEnd(text, at);
      if (text.charCodeAt(at + 2) === 47) readDirective(text, at, stop, found);
      at = stop;
    } else break;
  }
  return found;
}

function readDirective(text: string, at: number, stop: number, found: FoundImport[]): void {
  const line = text.slice(at, stop);
  const match = directive.exec(line);
  if (match === null) return;
  const [whole, attribute, quoted = ""] = match;
  const start = at + whole.length - quoted.length;
  const specifier = quoted.slice(1, -1);
  if (specifier === "") return;
  const kind = attribute === "path" ? "reference-path" : "reference-types";
  found.push(typesOf(kind, specifier, start, start + quoted.length));
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf("\n", from);
  return end < 0 ? text.length : end;
}
