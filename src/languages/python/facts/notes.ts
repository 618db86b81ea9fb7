import type { SourceText } from "../../../files/source-text.ts";
import type { Diagnostic } from "../../../model/diagnostic.ts";
import { LineCounter } from "../../../model/location.ts";
import type { Note } from "./strings/call-reading.ts";

/** What a file imports and no reading of it tells, as diagnostics in the order of the text. */
export function noteDiagnostics({ path, text }: SourceText, notes: readonly Note[]): readonly Diagnostic[] {
  if (notes.length === 0) return [];
  const lines = new LineCounter(text);
  return notes
    .toSorted((a, b) => a.start - b.start)
    .map(({ message, start }): Diagnostic => {
      const { line, column } = lines.at(start);
      return { code: "unsupported", file: path, line, column, message };
    });
}
