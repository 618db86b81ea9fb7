/**
 * The code cells of a notebook.
 * @see https://nbformat.readthedocs.io/en/latest/format_description.html
 */
import { decoded, DecodedText, eachString, type JsonPath, type JsonString } from "./json-strings.ts";

export interface Notebook {
  /** The source of each code cell; none where the notebook is of another language. */
  readonly cells: readonly DecodedText[];
  /** False when the text is no JSON, or holds no list of cells: then the cells are those before what is wrong. */
  readonly isWhole: boolean;
  /** The language of a notebook of another one. */
  readonly otherLanguage?: string;
}

interface Draft {
  type: string;
  /** Of the cell alone, where an editor says so. */
  language: string;
  readonly source: JsonString[];
}

export function readNotebook(text: string): Notebook {
  const drafts = new Map<string, Draft>();
  const hasCells = /^\s*\{[^]*"(?:cells|worksheets)"/.test(text);
  let language: string | undefined;
  const isJson = eachString(text, (path, found) => {
    const [place, field] = cellOf(path);
    if (place !== undefined) {
      const draft = drafts.get(place) ?? { type: "", language: "python", source: [] };
      drafts.set(place, draft);
      if (field === "cell_type") draft.type = decoded(text, found);
      else if (field === "languageId") draft.language = decoded(text, found);
      else draft.source.push(found);
    } else if (tellsLanguage(path)) {
      language ??= decoded(text, found);
    }
  });
  const isWhole = isJson && hasCells;
  if (language !== undefined && !/^(?:i?python\d*|cython)$/i.test(language)) {
    return { cells: [], isWhole, otherLanguage: language };
  }
  const cells = [...drafts.values()].flatMap(({ type, language: own, source }) => {
    if (type !== "code" || own !== "python" || source.length === 0) return [];
    const cell = new DecodedText();
    for (const each of source) cell.add(text, each);
    return [cell.dedented()];
  });
  return { cells, isWhole };
}

/** The cell that a string is of, and which field: `cells[2].source[0]`, and before version 4 `worksheets[0].cells[2].input`. */
function cellOf(path: JsonPath): readonly [cell: string | undefined, field: string] {
  const at = path[0] === "worksheets" ? 2 : 0;
  const field = String(path[at + 2] ?? "");
  if (path[at] !== "cells") return [undefined, ""];
  const place = `${at === 0 ? "" : path[1]} ${path[at + 1]}`;
  const isLanguage = field === "metadata" && path[at + 3] === "vscode" && path[at + 4] === "languageId";
  if (isLanguage && path.length === at + 5) return [place, "languageId"];
  if (path.length > at + 4) return [undefined, ""];
  const isSource = field === "source" || field === "input";
  const isType = field === "cell_type" && path.length === at + 3;
  return isSource || isType ? [place, field] : [undefined, ""];
}

function tellsLanguage(path: JsonPath): boolean {
  const [first, second, third] = path;
  if (first !== "metadata" || path.length !== 3) return false;
  return (second === "kernelspec" && third === "language") || (second === "language_info" && third === "name");
}
