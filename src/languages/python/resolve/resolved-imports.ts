import type { ImportFact } from "../../../model/facts.ts";
import type { Confidence, ResolvedImport, Target } from "../../../model/resolution.ts";

/** What one import reaches, with nothing more to say of it. */
export function resolvedFrom(
  fact: ImportFact,
  target: Target,
  specifier: string,
  confidence: Confidence,
): ResolvedImport {
  const { line, column, typeOnly, dynamic, optional, local } = fact;
  return {
    edge: "imports",
    target,
    specifier,
    names: [],
    line,
    column,
    typeOnly,
    dynamic,
    optional,
    local,
    confidence,
  };
}

/** In the order of the text. */
export function byPlace(a: ResolvedImport, b: ResolvedImport): number {
  return a.line - b.line || a.column - b.column;
}
