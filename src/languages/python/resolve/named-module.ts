import type { ImportFact } from "../../../model/facts.ts";

/** A module that is asked for by its name alone (a bridge's `python -m shop.till`), as if `import` named it. */
export function namedModule(specifier: string): ImportFact {
  const where = { start: 0, end: 0, line: 0, column: 0 };
  return {
    kind: "import",
    specifier,
    names: [],
    ...where,
    typeOnly: false,
    dynamic: false,
    optional: false,
    local: false,
  };
}
