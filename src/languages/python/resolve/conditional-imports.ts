/** Imports under a test of the Python version or the platform: whether they ever run where the project is meant to. */
import type { ImportFact } from "../../../model/facts.ts";
import type { ResolvedImport } from "../../../model/resolution.ts";
import type { VersionRange } from "../versions/specifiers.ts";
import type { DeclaredRuntime } from "./declared-runtime.ts";
import { byPlace, resolvedFrom } from "./resolved-imports.ts";
import { isLastResort, isStandardModule } from "./stdlib.ts";

interface Conditional {
  readonly marker: string;
  /** It never runs for the Pythons and platforms that the project is for. */
  readonly inactive: boolean;
}

/** The imports of a file as its project's runtime makes them, and what to say of those that are under a test. */
export class ConditionalImports {
  /** Those that are to be resolved. */
  readonly imports: readonly ImportFact[];
  readonly #byPlace = new Map<string, Conditional>();
  /** Imports that never run, of the standard library of the Python that they are written for. */
  readonly #foreign: ResolvedImport[] = [];

  constructor(imports: readonly ImportFact[], runtime: DeclaredRuntime) {
    this.imports = imports.some(({ marker }) => marker !== undefined)
      ? imports.flatMap((fact) => this.#judged(fact, runtime))
      : imports;
  }

  #judged(fact: ImportFact, runtime: DeclaredRuntime): readonly ImportFact[] {
    const { marker, line, column } = fact;
    if (marker === undefined) return [fact];
    const { runs, isGuarded, python } = runtime.judge(marker);
    if (runs === "always") return [fact];
    this.#byPlace.set(`${line}:${column}`, { marker, inactive: runs === "never" });
    const judged = isGuarded && !fact.optional ? { ...fact, optional: true } : fact;
    if (runs !== "never" || python === undefined || !isStandard(fact, python)) return [judged];
    const target = { kind: "builtin", name: `python/${fact.specifier}` } as const;
    this.#foreign.push({ ...resolvedFrom(judged, target, fact.specifier, "exact"), names: fact.names });
    return [];
  }

  /** Puts on what was resolved what its test says. */
  mark(resolved: readonly ResolvedImport[]): readonly ResolvedImport[] {
    if (this.#byPlace.size === 0) return resolved;
    const all = this.#foreign.length === 0 ? resolved : [...resolved, ...this.#foreign].sort(byPlace);
    return all.map((each) => withCondition(each, this.#byPlace.get(`${each.line}:${each.column}`)));
  }
}

function withCondition(resolved: ResolvedImport, conditional: Conditional | undefined): ResolvedImport {
  if (conditional === undefined) return resolved;
  const { marker, inactive } = conditional;
  return inactive ? { ...resolved, marker, inactive } : { ...resolved, marker };
}

/** Whether it is of the standard library of another Python, which the test asks for. */
function isStandard({ specifier }: ImportFact, python: VersionRange): boolean {
  const [name = ""] = specifier.split(".", 1);
  return isStandardModule(name, python) || isLastResort(name, python);
}
