import type { Palette } from "./colour.ts";
import { columns, printable } from "./plain-text.ts";

export interface Frame {
  /** 1-based. */
  readonly line: number;
  /** 1-based, in UTF-16 code units; 0 when unknown. */
  readonly column: number;
}

/** Reads one line of the file, 1-based. */
export type ReadLine = (line: number) => string | undefined;

/**
 * The line at fault, the one before it if it is not empty, and carets under what is meant. A long line is cropped around
 * the place. Empty when the line cannot be read.
 */
export function codeFrame(read: ReadLine, { line, column }: Frame, width: number, style: Palette): readonly string[] {
  const text = line > 0 ? read(line) : undefined;
  if (text === undefined) return [];
  const gutter = String(line).length;
  const room = Math.max(20, width - gutter - 3);
  const above = line > 1 ? read(line - 1) : undefined;
  const before = above === undefined || above.slice(0, longestLook).trim() === "" ? undefined : above;
  const shared = Math.min(indentation(text), before === undefined ? Infinity : indentation(before), column - 1);
  const { from, to } = window(text, column, room, Math.max(0, shared));
  const rows: string[] = [];
  // Both lines are cropped alike, so that they stand above each other as in the file.
  if (before !== undefined && before.length > from) {
    rows.push(row(String(line - 1).padStart(gutter), style.dim(crop(before, from, to)), style));
  }
  rows.push(row(String(line), crop(text, from, to), style));
  if (column > 0 && column <= text.length + 1) {
    const lead = columns(cutMark(text, from) + printable(text.slice(from, column - 1)));
    const token = printable(text.slice(column - 1, Math.min(to, endOfToken(text, column - 1))));
    const carets = "^".repeat(Math.max(1, columns(token)));
    rows.push(row(" ".repeat(gutter), " ".repeat(lead) + style.red(carets), style));
  }
  return rows;
}

function row(number: string, text: string, style: Palette): string {
  return `${style.dim(`${number} │`)} ${text}`.trimEnd();
}

/** How far a line is looked at for what it begins with. */
const longestLook = 400;

function indentation(text: string): number {
  return /^\s*/u.exec(text.slice(0, longestLook))?.[0].length ?? 0;
}

/** Which part of a line to show, so that the place is in it: from the shared indentation on, unless that is too far away. */
function window(
  text: string,
  column: number,
  room: number,
  start: number,
): { readonly from: number; readonly to: number } {
  if (text.length - start <= room || column - start < room * 0.7) return { from: start, to: start + room };
  const from = Math.max(start, column - 1 - Math.floor(room / 2));
  return { from, to: from + room };
}

function crop(text: string, from: number, to: number): string {
  return cutMark(text, from) + printable(text.slice(from, to)) + (to < text.length ? "…" : "");
}

/** Stands for text that was left out before `from`; indentation is no loss. */
function cutMark(text: string, from: number): string {
  return text.slice(0, Math.min(from, longestLook)).trim() === "" ? "" : "…";
}

const quotes: ReadonlySet<string> = new Set(['"', "'", "`"]);
const wordCharacter = /[\p{L}\p{N}_$@./-]/u;
/** Nobody reads carets further than this. */
const longestToken = 200;

/** Where the token at an offset ends: a quoted text with its quotes, a dotted name or path, else one character. */
function endOfToken(text: string, start: number): number {
  const first = text[start] ?? "";
  const limit = Math.min(text.length, start + longestToken);
  if (quotes.has(first)) {
    const close = text.slice(start + 1, limit).indexOf(first);
    return close < 0 ? limit : start + close + 2;
  }
  let end = start;
  while (end < limit && wordCharacter.test(text[end] ?? "")) end++;
  return Math.max(end, start + 1);
}
