/** What a regular package's `__init__` says it holds. */
import type { FileFacts, ImportFact } from "../../../model/facts.ts";
import type { ModuleFile } from "./module-tree.ts";

class PackageContents {
  /** All that it binds. */
  readonly names: ReadonlySet<string>;
  readonly #imports: readonly ImportFact[];
  #origins: ReadonlyMap<string, string> | undefined;
  #stars: readonly string[] | undefined;
  #makesNames: boolean | undefined;
  #extendsPath: boolean | undefined;

  constructor(facts: FileFacts | undefined) {
    this.#imports = facts?.imports ?? [];
    this.names = new Set(facts?.declarations);
  }

  /** The specifier that a name is imported by; the last one that is executed, as it replaces those before. */
  importedFrom(name: string): string | undefined {
    this.#origins ??= originsOf(this.#imports);
    return this.#origins.get(name);
  }

  /** Specifiers of star imports. */
  get stars(): readonly string[] {
    this.#stars ??= this.#imports.filter((fact) => fact.names.includes("*")).map(({ specifier }) => specifier);
    return this.#stars;
  }

  /** Whether it may hold names that no statement binds: made by code, or found on a wider search path. */
  get makesNames(): boolean {
    this.#makesNames ??=
      this.names.has("__getattr__") || this.names.has("__path__") || this.#imports.some(makesModules);
    return this.#makesNames;
  }

  /** Whether a name that has no file may still be there. */
  mayHold(name: string): boolean {
    return this.names.has(name) || this.mayMake(name);
  }

  /** The same for one that no statement binds. */
  mayMake(name: string): boolean {
    return this.makesNames || this.stars.length > 0 || isDunder(name);
  }

  /**
   * Whether it joins the directories of its name in all other roots to its own, as namespace packages did before they were
   * part of the language.
   * @see https://packaging.python.org/en/latest/guides/packaging-namespace-packages/#legacy-namespace-packages
   */
  get extendsPath(): boolean {
    this.#extendsPath ??= this.#imports.some(
      ({ specifier, kind, names }) =>
        (specifier === "pkgutil" && this.names.has("__path__")) ||
        (specifier === "pkg_resources" && (kind === "dynamic" || names.includes("declare_namespace"))),
    );
    return this.#extendsPath;
  }
}

/** `__path__`, `__doc__`, `__version__`: every module has some, and tools set others. */
function isDunder(name: string): boolean {
  return name.startsWith("__") && name.endsWith("__");
}

/** Imports that are erased come first: one that is executed has the last word. */
function originsOf(imports: readonly ImportFact[]): ReadonlyMap<string, string> {
  const origins = new Map<string, string>();
  for (const erased of [true, false]) {
    for (const { kind, specifier, names, typeOnly, local } of imports) {
      if (kind !== "from" || local || typeOnly !== erased) continue;
      for (const name of names) origins.set(name, specifier);
    }
  }
  return origins;
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
