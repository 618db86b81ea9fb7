/** Takes down an import by the literal that names it. */
import type { ImportKind } from "../../../model/facts.ts";
import { skipString } from "./characters.ts";
import { isQuote } from "./clauses.ts";
import { arrowPending, local, perhapsLocal, type State } from "./state.ts";

/** The end of the literal that starts here; undefined when there is none that can be read as it stands. */
export function literalEnd(state: State, at: number): number | undefined {
  const { text } = state;
  const code = text.charCodeAt(at);
  let end: number;
  if (isQuote(text, at)) end = skipString(text, at);
  else if (code === 96) {
    end = text.indexOf("`", at + 1) + 1;
    if (end > 0 && text.slice(at, end).includes("${")) return undefined;
  } else {
    if (code === 40) state.fail("parenthesised");
    return undefined;
  }
  if (end > 0 && !text.slice(at, end).includes("\\")) return end;
  state.fail("string");
  return undefined;
}

/** Adds an import by the literal between two offsets, where the scanner stands. */
export function note(
  state: State,
  kind: ImportKind,
  start: number,
  end: number,
  { optional = false, specifier = state.text.slice(start + 1, end - 1) }: NoteOptions = {},
): void {
  const place = state.localHere();
  if (place === perhapsLocal) state.fail("arrow");
  const isLocal = place === local || (state.pending & arrowPending) !== 0;
  state.imports.push({ kind, specifier, names: [], start, end, typeOnly: false, local: isLocal, optional });
}

interface NoteOptions {
  readonly optional?: boolean;
  readonly specifier?: string;
}
