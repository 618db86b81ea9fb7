/** Text of unknown origin as Markdown that shows it as it is, in a line of its own or in a cell of a table. */
import { printable } from "./plain-text.ts";

/** `@acme/ui` would call somebody, `#12` would name an issue: in a code span they do not. */
const called = /@[\p{L}\p{N}][\p{L}\p{N}_./-]*|#\d+/u;
/** @see https://github.github.com/gfm/#backslash-escapes */
const special = /[\\`*_[\]|~$!]/g;

/** Prose. Marks lose their meaning; names that a host would link stand in code spans. */
export function markdownText(text: string): string {
  let made = "";
  let rest = printable(text);
  for (let found = called.exec(rest); found !== null; found = called.exec(rest)) {
    made += escaped(rest.slice(0, found.index)) + codeSpan(found[0]);
    rest = rest.slice(found.index + found[0].length);
  }
  return made + escaped(rest);
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll(special, (mark) => `\\${mark}`);
}

/**
 * Code in a line: within more backticks than it has in a row. In a table a bar ends the cell, in a code span too.
 * @see https://github.github.com/gfm/#code-spans
 */
export function codeSpan(text: string): string {
  const code = printable(text).replaceAll("|", "\\|");
  if (code === "") return "";
  const runs = code.match(/`+/g) ?? [];
  const fence = "`".repeat(Math.max(0, ...runs.map((run) => run.length)) + 1);
  const pad = /^`|`$|^ .* $/.test(code) ? " " : "";
  return fence + pad + code + pad + fence;
}
