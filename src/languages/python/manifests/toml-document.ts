import { tomlLibrary } from "../../../files/late-libraries.ts";
import type { SourceText } from "../../../files/source-text.ts";
import type { Diagnostic } from "../../../model/diagnostic.ts";
import { LineCounter } from "../../../model/location.ts";
import { TomlPositions, type TomlPath } from "./toml-positions.ts";

export type TomlTable = { readonly [key: string]: unknown };

/** A TOML file as values and their places. */
export class TomlDocument {
  readonly path: string;
  readonly root: TomlTable;
  /** What was read: broken tables are blank lines. */
  readonly text: string;
  #positions: TomlPositions | undefined;
  readonly #lines: LineCounter;

  constructor(path: string, text: string, root: TomlTable) {
    this.path = path;
    this.root = root;
    this.text = text;
    this.#lines = new LineCounter(text);
  }

  /** Line and column of a value; of the first character within the quotes for a string. 0 when unknown. */
  place(path: TomlPath): { readonly line: number; readonly column: number } {
    // Lockfiles are long, and are asked for few places or none.
    this.#positions ??= new TomlPositions(this.text);
    const offset = this.#positions.offset(path);
    if (offset === undefined) return { line: 0, column: 0 };
    return this.#lines.at(offset + this.#quoteLength(offset));
  }

  #quoteLength(offset: number): number {
    const quote = this.text[offset];
    if (quote !== '"' && quote !== "'") return 0;
    if (!this.text.startsWith(quote.repeat(3), offset) || this.text[offset + 3] === undefined) return 1;
    // A line end right after three opening quotes is not part of the string.
    const lineEnd = /\r?\n/y;
    lineEnd.lastIndex = offset + 3;
    return 3 + (lineEnd.exec(this.text)?.[0].length ?? 0);
  }
}

/** Tables that do not parse are left out, one at a time, so that the rest of the file is still read. */
const maxRepairs = 4;

interface Reading {
  readonly document: TomlDocument;
  readonly diagnostics: readonly Diagnostic[];
}

/** One file is read for its requirements, and for what it runs. */
const readings = new WeakMap<SourceText, Reading>();

/** Reads a TOML file; what is not TOML is told once, with its place, and the tables around it are kept. */
export function readToml(file: SourceText, diagnostics: Diagnostic[]): TomlDocument {
  let reading = readings.get(file);
  if (reading === undefined) {
    const found: Diagnostic[] = [];
    reading = { document: readWhole(file, found), diagnostics: found };
    readings.set(file, reading);
  }
  diagnostics.push(...reading.diagnostics);
  return reading.document;
}

function readWhole(file: SourceText, diagnostics: Diagnostic[]): TomlDocument {
  let text = file.text;
  for (let repairs = 0; repairs <= maxRepairs; repairs++) {
    try {
      return new TomlDocument(file.path, text, tomlLibrary().parse(text));
    } catch (error) {
      const { line, column } = placeOf(error);
      const message = error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
      if (repairs === 0) {
        diagnostics.push({
          code: "manifest",
          file: file.path,
          line,
          column,
          message: `the file is not TOML: ${message}`,
        });
      }
      if (line === 0) break;
      text = withoutTable(text, line);
    }
  }
  return new TomlDocument(file.path, "", {});
}

function placeOf(error: unknown): { readonly line: number; readonly column: number } {
  if (error instanceof Error && "line" in error && "column" in error) {
    return { line: Number(error.line), column: Number(error.column) };
  }
  return { line: 0, column: 0 };
}

/** Blanks the table that a line belongs to, keeping all lines where they are. */
function withoutTable(text: string, line: number): string {
  const lines = text.split("\n");
  const isHeader = (at: number): boolean => /^[ \t]*\[\[?[^[\],=]+\]\]?[ \t\r]*(?:#|$)/.test(lines[at] ?? "");
  let from = Math.min(line, lines.length) - 1;
  while (from > 0 && !isHeader(from)) from--;
  let to = from + 1;
  while (to < lines.length && !isHeader(to)) to++;
  return lines.map((each, at) => (at >= from && at < to ? "" : each)).join("\n");
}

/** The table at a key; empty when there is none. Keys are looked up as own properties only. */
export function tableAt(value: unknown, ...keys: readonly string[]): TomlTable {
  const found = valueAt(value, ...keys);
  return isTable(found) ? found : {};
}

export function valueAt(value: unknown, ...keys: readonly string[]): unknown {
  let current = value;
  for (const key of keys) {
    if (!isTable(current) || !Object.hasOwn(current, key)) return undefined;
    current = current[key];
  }
  return current;
}

export function textAt(value: unknown, ...keys: readonly string[]): string | undefined {
  const found = valueAt(value, ...keys);
  return typeof found === "string" ? found : undefined;
}

export function listAt(value: unknown, ...keys: readonly string[]): readonly unknown[] {
  const found = valueAt(value, ...keys);
  return Array.isArray(found) ? found : [];
}

export function isTable(value: unknown): value is TomlTable {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

/** The strings of a list, other entries left out. */
export function textsAt(value: unknown, ...keys: readonly string[]): readonly string[] {
  return listAt(value, ...keys).filter((each): each is string => typeof each === "string");
}
