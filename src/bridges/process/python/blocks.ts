/** The blocks of functions and classes, by indentation. */
import type { Body } from "../expression.ts";
import type { Statement } from "./statements.ts";
import { kinds, type Tokens } from "./tokens.ts";

/** Index of the first statement behind the block that this statement is the header of. */
export function endOfBlock(statements: readonly Statement[], header: number): number {
  const column = statements[header]?.column ?? 0;
  let end = header + 1;
  while (end < statements.length && (statements[end]?.column ?? 0) > column) end++;
  return end;
}

/** Index of the header of the block that a statement stands in; undefined at the top. */
export function headerOf(statements: readonly Statement[], at: number): number | undefined {
  const column = statements[at]?.column ?? 0;
  for (let before = at - 1; before >= 0; before--) if ((statements[before]?.column ?? 0) < column) return before;
  return undefined;
}

/**
 * A function's body begins with its parameters: their defaults see the names in it, which is seldom of use. A class's
 * begins behind its header.
 */
export function bodiesOf(tokens: Tokens, statements: readonly Statement[]): readonly Body[] {
  const bodies: Body[] = [];
  /** Headers whose blocks go on, from the outermost. */
  const open: { readonly column: number; readonly start: number }[] = [];
  let last = 0;
  const close = (column: number): void => {
    for (let around = open.at(-1); around !== undefined && around.column >= column; around = open.at(-1)) {
      bodies.push({ start: around.start, end: last });
      open.pop();
    }
  };
  for (const { first, end, column } of statements) {
    close(column);
    last = tokens.ends[end - 1] ?? last;
    const start = startOfBody(tokens, first, end);
    if (start !== undefined) open.push({ column, start });
  }
  close(0);
  return bodies;
}

function startOfBody(tokens: Tokens, first: number, end: number): number | undefined {
  const word = (at: number): string => (at < end ? tokens.text.slice(tokens.starts[at], tokens.ends[at]) : "");
  const at = word(first) === "async" ? first + 1 : first;
  if (tokens.kinds[at + 1] !== kinds.name) return undefined;
  if (word(at) === "class") return tokens.ends[end - 1];
  if (word(at) !== "def") return undefined;
  for (let bracket = at + 2; bracket < end; bracket++) if (word(bracket) === "(") return tokens.starts[bracket];
  return tokens.starts[at];
}
