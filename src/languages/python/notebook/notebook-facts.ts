/** The facts of a notebook: those of its code cells, at their places in the file. */
import type { SourceText } from "../../../files/source-text.ts";
import { type FileFacts, type ImportFact, noFacts } from "../../../model/facts.ts";
import { type Diagnostic, fileDiagnostic } from "../../../model/diagnostic.ts";
import { LineCounter } from "../../../model/location.ts";
import type { Requirement } from "../../../model/requirement.ts";
import { distributionPurl } from "../versions/distribution-name.ts";
import { readNotebook } from "./cells.ts";
import { installedBy } from "./installs.ts";
import type { DecodedText } from "./json-strings.ts";
import { type Magic, withoutMagics } from "./magics.ts";

export function isNotebook(path: string): boolean {
  return path.endsWith(".ipynb");
}

/** @param read gives the facts of one cell, as of a module by itself */
export function notebookFacts(file: SourceText, read: (cell: SourceText) => FileFacts): FileFacts {
  const { path, text } = file;
  const { cells, isWhole, otherLanguage } = readNotebook(text);
  const imports: Placed<ImportFact>[] = [];
  const diagnostics: Placed<Diagnostic>[] = [];
  const requirements: Placed<Requirement>[] = [];
  for (const cell of cells) {
    const plain = withoutMagics(cell.text);
    const facts = read({ path, text: plain.text, diagnostics: [] });
    const starts = lineStarts(plain.text);
    for (const fact of facts.imports) imports.push({ at: cell.placeOf(fact.start), item: moved(fact, cell) });
    for (const each of facts.diagnostics) {
      diagnostics.push({ at: cell.placeOf((starts[each.line - 1] ?? 0) + each.column - 1), item: each });
    }
    for (const magic of plain.magics) {
      for (const { requirement, start } of installedBy(magic, path)) {
        requirements.push({ at: cell.placeOf(start), item: { ...requirement, observable: false } });
      }
      const extension = extensionOf(magic);
      if (extension !== undefined) imports.push({ at: cell.placeOf(extension.start), item: moved(extension, cell) });
    }
  }
  // What runs the cells is there, whoever asks for it.
  const kernel = imports.find(({ item }) => /^IPython(?:\.|$)/.test(item.specifier));
  if (kernel !== undefined) requirements.push({ at: kernel.at, item: { ...givenKernel, file: path } });
  const lines = new LineCounter(text);
  const whole = [
    ...(isWhole ? [] : [fileDiagnostic("syntax", path, notWhole)]),
    ...(otherLanguage === undefined
      ? []
      : [fileDiagnostic("unsupported", path, `a notebook of ${otherLanguage}: its code is not read`)]),
  ];
  return {
    ...noFacts,
    imports: inPlace(imports, lines),
    diagnostics: [...whole, ...inPlace(diagnostics, lines)],
    ...(requirements.length === 0
      ? {}
      : { environment: { requirements: inPlace(requirements, lines), isWhole: false } }),
  };
}

/** @see https://ipykernel.readthedocs.io */
const givenKernel = {
  package: distributionPurl("ipython"),
  range: "*",
  scope: "provided",
  line: 0,
  column: 0,
  observable: false,
} as const;

const notWhole = "this is no notebook, or not the whole of one; only the cells that could be read were";

interface Placed<T> {
  /** Offset in the file. */
  readonly at: number;
  readonly item: T;
}

/** With the line and column of its place, in the order of the file. */
function inPlace<T extends { readonly line: number; readonly column: number }>(
  placed: readonly Placed<T>[],
  lines: LineCounter,
): readonly T[] {
  return placed
    .toSorted((a, b) => a.at - b.at)
    .map(({ at, item }) => {
      const { line, column } = lines.at(at);
      return Object.assign({}, item, { line, column });
    });
}

function moved(fact: ImportFact, cell: DecodedText): ImportFact {
  return { ...fact, start: cell.placeOf(fact.start), end: cell.endOf(fact.end) };
}

function lineStarts(text: string): readonly number[] {
  return [0, ...Array.from(text.matchAll(/\r\n|\n|\r/g), ({ index, 0: end }) => index + end.length)];
}

/** `%load_ext shop.magics` imports a module, one of IPython's own or not. */
function extensionOf({ sign, text, start }: Magic): ImportFact | undefined {
  const [, command = "", name] = (sign === "%" ? /^(\s*load_ext\s+)([A-Za-z_][\w.]*)/ : /^$/).exec(text) ?? [];
  if (name === undefined) return undefined;
  const from = start + command.length;
  return {
    kind: "dotted-path",
    specifier: name,
    names: [],
    start: from,
    end: from + name.length,
    line: 0,
    column: 0,
    typeOnly: false,
    dynamic: true,
    optional: false,
    local: false,
  };
}
