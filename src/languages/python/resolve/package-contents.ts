/** What a regular package's `__init__` says it holds. */
import type { FileFacts, ImportFact } from "../../../model/facts.ts";
import type { ModuleFile } from "./module-tree.ts";

export class PackageContents {
  readonly #facts: FileFacts | undefined;
  readonly #names: ReadonlySet<string>;
  #ownModules: ReadonlySet<string> | undefined;
  #isOpen: boolean | undefined;

  constructor(facts: FileFacts | undefined) {
    this.#facts = facts;
    this.#names = new Set(facts?.declarations);
  }

  /**
   * Whether `from package import name` gives what `__init__` binds rather than the submodule of that name. A name that it
   * imports from itself (`from . import till`) is the submodule.
   * @see https://docs.python.org/3/reference/simple_stmts.html#the-import-statement
   */
  binds(name: string): boolean {
    if (!this.#names.has(name)) return false;
    this.#ownModules ??= new Set(
      this.#facts?.imports
        .filter((fact) => fact.kind === "from" && fact.specifier === ".")
        .flatMap(({ names }) => names),
    );
    return !this.#ownModules.has(name);
  }

  /** Whether a name that has no file may still be there: made by code, by a wider search path, or by a star import. */
  mayHold(name: string): boolean {
    if (this.#names.has(name)) return true;
    this.#isOpen ??=
      this.#names.has("__getattr__") ||
      this.#names.has("__path__") ||
      this.#facts?.imports.some((fact) => fact.names.includes("*") || makesModules(fact)) === true;
    return this.#isOpen;
  }
}

/** Made once a package. */
export class PackageContentsIndex {
  readonly #facts: ReadonlyMap<string, FileFacts>;
  readonly #contents = new Map<ModuleFile, PackageContents>();

  constructor(facts: ReadonlyMap<string, FileFacts>) {
    this.#facts = facts;
  }

  of(init: ModuleFile): PackageContents {
    const known = this.#contents.get(init);
    if (known !== undefined) return known;
    const contents = new PackageContents(this.#facts.get(init.path));
    this.#contents.set(init, contents);
    return contents;
  }
}

/**
 * What a package needs to answer for modules that are no files: `sys.modules`, `sys.meta_path`, an importer of its own.
 * @see https://docs.python.org/3/reference/import.html#the-meta-path
 */
function makesModules({ specifier, typeOnly }: ImportFact): boolean {
  return !typeOnly && /^(?:sys|imp|importlib(?!\.(?:metadata|resources)$).*)$/.test(specifier);
}
