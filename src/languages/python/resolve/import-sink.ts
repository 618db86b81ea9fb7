import type { ImportFact } from "../../../model/facts.ts";
import type { Confidence, Declaration, ResolvedImport, Target } from "../../../model/resolution.ts";

export interface ImportAttributes {
  readonly confidence: Confidence;
  /** When it is not the text as written. */
  readonly specifier?: string;
  readonly declaration?: Declaration;
}

/** Gathers what one import reaches: one entry a target, with all the names that it gives. */
export interface ImportSink {
  add(target: Target, names: readonly string[], attributes: ImportAttributes): void;
  /** How many targets it holds. */
  count(): number;
  resolved(): readonly ResolvedImport[];
}

export function importSink(fact: ImportFact): ImportSink {
  const entries = new Map<string, ResolvedImport>();
  const { line, column, typeOnly, dynamic, optional, local } = fact;
  return {
    add(target, names, { confidence, specifier = fact.specifier, declaration }) {
      const key = `${target.kind}\0${nameOf(target)}`;
      const before = entries.get(key);
      entries.set(key, {
        edge: "imports",
        target,
        specifier: before === undefined ? specifier : before.specifier,
        names: before === undefined ? names : [...before.names, ...names],
        line,
        column,
        typeOnly,
        dynamic,
        optional,
        local,
        confidence,
        ...(declaration === undefined ? {} : { declaration }),
      });
    },
    count: () => entries.size,
    resolved: () => [...entries.values()],
  };
}

function nameOf(target: Target): string {
  switch (target.kind) {
    case "file":
      return target.path;
    case "package":
      return target.package;
    case "builtin":
    case "unresolved":
      return target.name;
  }
}
