/** What names mean that are imported from a package of this repository. */
import type { Confidence } from "../../../model/resolution.ts";
import type { InRepoFiles } from "./in-repo-files.ts";
import { type Made, reachAbsent } from "./made-modules.ts";
import { isStubTree, searchIgnoringCase } from "./module-search.ts";
import type { Directory, ModuleFile } from "./module-tree.ts";
import { memberOf, type Reach } from "./reach.ts";
import type { ProjectScope } from "./project-scope.ts";

/** How a package was found. */
export interface Finding {
  readonly confidence: Confidence;
  /** Node id of what the package or module hides. */
  readonly shadows?: string | undefined;
}

/** Where the names are looked for. */
export interface NamesSource extends Finding {
  /** The `__init__` of a regular package. Undefined for a namespace package. */
  readonly file: ModuleFile | undefined;
  /** The directory of a regular package, with those that it joins to its own, or all portions of a namespace package. */
  readonly directories: readonly Directory[];
  readonly scope: ProjectScope;
}

/** Names of one source, each looked for once, by whatever specifier the source is asked for. */
export class PackageNames {
  readonly file: ModuleFile | undefined;
  /** The package's own file, as reached by its name alone. */
  readonly whole: Reach | undefined;
  readonly #source: NamesSource;
  readonly #files: InRepoFiles;
  #names: Map<string, Reach | null> | undefined;

  constructor(source: NamesSource, files: InRepoFiles) {
    this.#source = source;
    this.#files = files;
    const { file, scope } = source;
    this.file = file;
    this.whole = file === undefined ? undefined : files.reach(file, source, scope);
  }

  /** A submodule; else the package's own file. Undefined for a name that the package lacks: then `absent` tells more. */
  reach(name: string): Reach | undefined {
    this.#names ??= new Map<string, Reach | null>();
    const known = this.#names.get(name);
    if (known !== undefined) return known ?? undefined;
    const reach = this.#find(name);
    this.#names.set(name, reach ?? null);
    return reach;
  }

  /**
   * What stands for a name that is lacking: its source, or a node that says so. Undefined where another package may have it.
   *
   * @param relativeTo the importer's package for relative imports: nothing else can answer them
   */
  absent(name: string, specifier: string, relativeTo: Directory | undefined): Reach | undefined {
    if (name === "*") return undefined;
    const { file, directories, scope } = this.#source;
    if (file !== undefined) {
      const made = this.#made(name, file);
      return made === undefined ? undefined : this.#absent(name, specifier, relativeTo, made);
    }
    // A directory is a package too, of which there is no file to reach.
    const isDirectory = directories.some((each) => each.entry(name)?.directory !== undefined);
    if (relativeTo === undefined || isDirectory) return undefined;
    return this.#absent(name, specifier, relativeTo, this.#files.made.findInRepo(this.#places(name), scope));
  }

  /** The path of the file that a name leads to. */
  pathOf(name: string): string | undefined {
    return (this.#submodule(name) ?? this.file)?.path;
  }

  #find(name: string): Reach | undefined {
    const { file, scope } = this.#source;
    if (name === "*") return this.whole?.withNames([name]);
    const child = this.#submodule(name);
    if (child !== undefined) return this.#files.member(child, name, this.#source, scope);
    if (file === undefined || this.whole === undefined || this.#made(name, file) !== undefined) return undefined;
    const via = this.#files.definers.of(file, name);
    return via === undefined ? this.whole.withNames([name]) : this.whole.byWay(via, [name]);
  }

  /**
   * "If the attribute is not found": what `__init__` binds comes before a submodule of the name.
   * @see https://docs.python.org/3/reference/simple_stmts.html#the-import-statement
   */
  #submodule(name: string): ModuleFile | undefined {
    const { file, directories } = this.#source;
    for (const directory of directories) {
      const child = directory.child(name);
      if (child === undefined) continue;
      const isBound = file !== undefined && this.#files.contents.of(file).names.has(name);
      return isBound && !this.#files.definers.isSubmodule(file, name) ? undefined : child;
    }
    return undefined;
  }

  /**
   * How a build makes a name that is neither a submodule nor bound. What `__init__` binds by importing it from itself is as
   * good as not bound.
   */
  #made(name: string, file: ModuleFile): Made | undefined {
    const { contents, definers, made } = this.#files;
    const own = contents.of(file);
    if (own.names.has(name) && !definers.isSubmodule(file, name)) return undefined;
    const places = this.#places(name);
    return made.declared(places) ?? (own.mayMake(name) ? undefined : made.find(places, this.#source.scope));
  }

  #places(name: string): readonly string[] {
    return this.#source.directories.map((directory) => directory.join(name));
  }

  #absent(name: string, specifier: string, relativeTo: Directory | undefined, made: Made | undefined): Reach {
    const shown = memberOf(specifier, name);
    const place = relativeTo === undefined ? shown : (this.#places(name)[0] ?? relativeTo.join(name));
    const absent = {
      name: `python/${place}`,
      specifier: shown,
      names: [name],
      inRepo: relativeTo !== undefined && !isStubTree(relativeTo),
      confidence: "exact",
      caseOf: this.file === undefined ? this.#ignoringCase(name) : undefined,
    } as const;
    return reachAbsent(absent, made);
  }

  #ignoringCase(name: string): string | undefined {
    for (const directory of this.#source.directories) {
      const found = searchIgnoringCase(directory, [name]);
      if (found !== undefined) return found;
    }
    return undefined;
  }
}
