import type { ImportFact } from "../../../model/facts.ts";
import type { Declaration, ResolvedImport } from "../../../model/resolution.ts";
import type { Outcome } from "./outcome.ts";
import { mayBeMissing } from "./rare-imports.ts";

/** One shape for all, or the loops that follow slow down. */
export function importEdge(
  fact: ImportFact,
  { target, confidence }: Outcome,
  declaration?: Declaration,
): ResolvedImport {
  return {
    edge: "imports",
    target,
    specifier: fact.specifier,
    names: fact.names,
    line: fact.line,
    column: fact.column,
    typeOnly: fact.typeOnly,
    dynamic: fact.dynamic,
    optional: fact.optional || mayBeMissing(fact),
    local: fact.local,
    confidence,
    declaration,
  };
}
