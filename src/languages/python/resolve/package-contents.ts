/** What a regular package's `__init__` says it holds. */
import type { FileFacts, ImportFact } from "../../../model/facts.ts";

export class PackageContents {
  readonly #facts: ReadonlyMap<string, FileFacts>;
  readonly #bound = new Map<string, ReadonlySet<string>>();

  constructor(facts: ReadonlyMap<string, FileFacts>) {
    this.#facts = facts;
  }

  /**
   * Whether `from package import name` gives what `__init__` binds rather than the submodule of that name. A name that it
   * imports from itself (`from . import till`) is the submodule.
   */
  binds(init: string, name: string): boolean {
    return this.#names(init).has(name) && !this.#importsSubmodule(init, name);
  }

  /** Whether a name that has no file may still be there: made by code, by a wider search path, or by a star import. */
  mayHold(init: string, name: string): boolean {
    const names = this.#names(init);
    if (names.has(name) || names.has("__getattr__") || names.has("__path__")) return true;
    return this.#facts.get(init)?.imports.some((fact) => fact.names.includes("*") || makesModules(fact)) === true;
  }

  #names(init: string): ReadonlySet<string> {
    const known = this.#bound.get(init);
    if (known !== undefined) return known;
    const names = new Set(this.#facts.get(init)?.declarations);
    this.#bound.set(init, names);
    return names;
  }

  #importsSubmodule(init: string, name: string): boolean {
    const facts = this.#facts.get(init);
    return (
      facts?.imports.some((fact) => fact.kind === "from" && fact.specifier === "." && fact.names.includes(name)) ===
      true
    );
  }
}

/**
 * What a package needs to answer for modules that are no files: `sys.modules`, `sys.meta_path`, an importer of its own.
 * @see https://docs.python.org/3/reference/import.html#the-meta-path
 */
function makesModules({ specifier, typeOnly }: ImportFact): boolean {
  return !typeOnly && /^(?:sys|imp|importlib(?!\.(?:metadata|resources)$).*)$/.test(specifier);
}
