import type { ResolvedImport } from "../../../model/resolution.ts";

/** What a name leads to, apart from where it stands. */
export type Answer = Pick<ResolvedImport, "target" | "confidence" | "declaration" | "rival">;

/**
 * Java's imports are never optional, dynamic or erased: only their place, their text and their end differ. One shape for
 * all, or the loops that follow slow down.
 */
export function makeResolved(
  edge: ResolvedImport["edge"],
  specifier: string,
  { line, column }: { readonly line: number; readonly column: number },
  answer: Answer,
): ResolvedImport {
  return {
    edge,
    target: answer.target,
    specifier,
    names: [],
    line,
    column,
    typeOnly: false,
    dynamic: false,
    optional: false,
    local: false,
    confidence: answer.confidence,
    declaration: answer.declaration,
    rival: answer.rival,
  };
}
