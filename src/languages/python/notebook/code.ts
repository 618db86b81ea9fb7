/**
 * The Python in a Jupyter notebook: the source of its code cells as one text, each of whose offsets leads back to the place
 * in the notebook's own JSON.
 * @see https://nbformat.readthedocs.io/en/latest/format_description.html
 */
import { findNodeAtLocation, type Node, parseTree } from "jsonc-parser";
import { withoutMagics } from "./magics.ts";

export interface NotebookCode {
  /** Python alone: what IPython takes for itself is masked, at the same offsets. */
  readonly text: string;
  /** The offset in the notebook of an offset in `text`. */
  toNotebook(offset: number): number;
}

export type NotebookReading =
  | { readonly kind: "python"; readonly code: NotebookCode }
  | { readonly kind: "other"; readonly language: string }
  | { readonly kind: "broken" };

export function readNotebook(json: string): NotebookReading {
  const root = parseTree(json);
  const cells = root === undefined ? undefined : findNodeAtLocation(root, ["cells"]);
  if (root === undefined || cells?.type !== "array") return { kind: "broken" };
  const language =
    textAt(root, "metadata", "language_info", "name") ?? textAt(root, "metadata", "kernelspec", "language");
  if (language !== undefined && !/python/i.test(language)) return { kind: "other", language };
  const code = new CodeBuilder(json);
  for (const cell of cells.children ?? []) {
    const source = findNodeAtLocation(cell, ["source"]);
    if (textAt(cell, "cell_type") === "code" && source !== undefined) code.addCell(source);
  }
  return { kind: "python", code: code.finish() };
}

function textAt(node: Node, ...path: readonly string[]): string | undefined {
  const value: unknown = findNodeAtLocation(node, [...path])?.value;
  return typeof value === "string" ? value : undefined;
}

/** A stretch of code that stands in the notebook as it is, or one escape. */
interface Piece {
  readonly at: number;
  readonly inNotebook: number;
}

const escape = /\\(?:u[0-9a-fA-F]{4}|.)/g;

class CodeBuilder {
  readonly #json: string;
  readonly #pieces: Piece[] = [];
  #text = "";

  constructor(json: string) {
    this.#json = json;
  }

  /** The source of a cell is one string, or an array with a string for each line. */
  addCell(source: Node): void {
    const start = this.#text.length;
    for (const line of source.type === "array" ? (source.children ?? []) : [source]) {
      if (line.type === "string") this.#addString(line);
    }
    this.#text = `${this.#text.slice(0, start)}${withoutMagics(this.#text.slice(start))}\n`;
  }

  #addString({ offset, length }: Node): void {
    const json = this.#json;
    const end = offset + length - 1;
    let from = offset + 1;
    escape.lastIndex = from;
    for (let match = escape.exec(json); match !== null && match.index < end; match = escape.exec(json)) {
      this.#add(from, json.slice(from, match.index));
      this.#add(match.index, unescaped(match[0]));
      from = match.index + match[0].length;
    }
    this.#add(from, json.slice(from, end));
  }

  #add(inNotebook: number, text: string): void {
    if (text === "") return;
    this.#pieces.push({ at: this.#text.length, inNotebook });
    this.#text += text;
  }

  finish(): NotebookCode {
    const pieces = this.#pieces;
    return {
      text: this.#text,
      toNotebook(offset) {
        let low = 0;
        let high = pieces.length;
        while (low < high) {
          const middle = (low + high) >> 1;
          if ((pieces[middle]?.at ?? 0) <= offset) low = middle + 1;
          else high = middle;
        }
        const piece = pieces[low - 1];
        return piece === undefined ? 0 : piece.inNotebook + offset - piece.at;
      },
    };
  }
}

function unescaped(written: string): string {
  const value: unknown = JSON.parse(`"${written}"`);
  return typeof value === "string" ? value : "";
}
