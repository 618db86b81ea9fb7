/** Both tiers over a notebook: its cells are read as one module, and what is found is placed in the notebook's own text. */
import type { SourceText } from "../../files/source-text.ts";
import { type Diagnostic, fileDiagnostic } from "../../model/diagnostic.ts";
import { type FileFacts, noFacts, type Scan } from "../../model/facts.ts";
import { LineCounter } from "../../model/location.ts";
import { type NotebookCode, readNotebook } from "./notebook/code.ts";

export function isNotebook(path: string): boolean {
  return path.endsWith(".ipynb");
}

/** What `read` finds in the cells. A notebook of another language, or of no cells, is told. */
export function inNotebook<R extends Scan>(file: SourceText, read: (code: SourceText) => R): R | Scan {
  const notebook = readNotebook(file.text);
  if (notebook.kind !== "python") {
    const message =
      notebook.kind === "broken"
        ? "this is no notebook that can be read (nbformat 4): its code was not read"
        : `a notebook of ${notebook.language}: its code is not read`;
    const code = notebook.kind === "broken" ? "syntax" : "unsupported";
    return { facts: { ...noFacts, diagnostics: [fileDiagnostic(code, file.path, message)] } };
  }
  const found = read({ ...file, text: notebook.code.text });
  return { ...found, facts: placed(file.text, notebook.code, found.facts) };
}

function placed(json: string, code: NotebookCode, facts: FileFacts): FileFacts {
  const lines = new LineCounter(json);
  const starts = lineStarts(code.text);
  return {
    ...facts,
    imports: facts.imports.map((fact) => {
      const start = code.toNotebook(fact.start);
      const end = code.toNotebook(fact.end - 1) + 1;
      return Object.assign({}, fact, { start, end }, lines.at(start));
    }),
    diagnostics: facts.diagnostics.map((each): Diagnostic => {
      const offset = (starts[each.line - 1] ?? 0) + Math.max(each.column - 1, 0);
      return Object.assign({}, each, lines.at(code.toNotebook(offset)));
    }),
  };
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}
