/** What names mean that are imported from a module or package of this repository. */
import type { Confidence } from "../../../model/resolution.ts";
import type { InRepoFiles } from "./in-repo-files.ts";
import { type Absent, reachAbsent } from "./made-modules.ts";
import { isStubTree, searchIgnoringCase } from "./module-search.ts";
import type { Directory, ModuleFile } from "./module-tree.ts";
import type { Reach } from "./reach.ts";
import type { ProjectScope } from "./project-scope.ts";

/** The import that the names are part of. */
export interface WrittenNames {
  /** As written: `shop`, `..till`. */
  readonly specifier: string;
  readonly confidence: Confidence;
  /** Node id of what the package or module hides. */
  readonly shadows?: string | undefined;
}

/** Where the names are looked for. */
export interface NamesSource extends WrittenNames {
  /** The `__init__` of a regular package, or the file of a module. Undefined for a namespace package. */
  readonly file: ModuleFile | undefined;
  /**
   * The directory of a regular package, with those that it joins to its own, or all portions of a namespace package. Empty for
   * a module that is no package.
   */
  readonly directories: readonly Directory[];
  /** The importer's package for relative imports: nothing else can answer them. */
  readonly relativeTo: Directory | undefined;
  readonly scope: ProjectScope;
}

/** Names of one source, each looked for once. */
export class PackageNames {
  readonly source: NamesSource;
  /** The package's own file, as reached by its name alone. */
  readonly whole: Reach | undefined;
  readonly #files: InRepoFiles;
  #names: Map<string, Reach | null> | undefined;

  constructor(source: NamesSource, files: InRepoFiles) {
    this.source = source;
    this.#files = files;
    const { file, scope } = source;
    this.whole = file === undefined ? undefined : files.reach(file, [], source.specifier, source, scope);
  }

  /**
   * A submodule, or what a build writes; else the package's own file. Undefined for a name that these portions of a namespace
   * package lack: another may have it.
   */
  reach(name: string): Reach | undefined {
    this.#names ??= new Map<string, Reach | null>();
    const known = this.#names.get(name);
    if (known !== undefined) return known ?? undefined;
    const reach = this.#find(name);
    this.#names.set(name, reach ?? null);
    return reach;
  }

  /** The path of the file that a name leads to. */
  pathOf(name: string): string | undefined {
    return (this.#submodule(name) ?? this.source.file)?.path;
  }

  #find(name: string): Reach | undefined {
    const { file, directories, specifier, scope } = this.source;
    if (name === "*" || directories.length === 0) return this.whole?.withNames([name]);
    const child = this.#submodule(name);
    if (child !== undefined) {
      return this.#files.reach(child, [name], joined(specifier, name), this.source, scope);
    }
    const missing = this.#missing(name);
    if (missing !== undefined || file === undefined || this.whole === undefined) return missing;
    const via = this.#files.definers.of(file, name);
    return via === undefined ? this.whole.withNames([name]) : this.whole.byWay(via, [name]);
  }

  /**
   * "If the attribute is not found": what `__init__` binds comes before a submodule of the name.
   * @see https://docs.python.org/3/reference/simple_stmts.html#the-import-statement
   */
  #submodule(name: string): ModuleFile | undefined {
    const { file, directories } = this.source;
    for (const directory of directories) {
      const child = directory.child(name);
      if (child === undefined) continue;
      const isBound = file !== undefined && this.#files.contents.of(file).names.has(name);
      return isBound && !this.#files.definers.isSubmodule(file, name) ? undefined : child;
    }
    return undefined;
  }

  /**
   * A name that is neither a submodule nor bound: a build may make it; a namespace package must have it as a module. What
   * `__init__` binds by importing it from itself is as good as not bound.
   */
  #missing(name: string): Reach | undefined {
    const { file, relativeTo, scope } = this.source;
    const { contents, definers, made: modules } = this.#files;
    if (file === undefined) {
      // A directory is a package too, of which there is no file to reach.
      const isDirectory = this.source.directories.some((each) => each.entry(name)?.directory !== undefined);
      return relativeTo === undefined || isDirectory
        ? undefined
        : reachAbsent(this.#absent(name), modules.findInRepo(this.#places(name), scope));
    }
    if (contents.of(file).names.has(name) && !definers.isSubmodule(file, name)) return undefined;
    const places = this.#places(name);
    const declared = modules.declared(places);
    if (declared !== undefined) return reachAbsent(this.#absent(name), declared);
    if (contents.of(file).mayMake(name)) return undefined;
    const made = modules.find(places, scope);
    return made === undefined ? undefined : reachAbsent(this.#absent(name), made);
  }

  #places(name: string): readonly string[] {
    return this.source.directories.map((directory) => directory.join(name));
  }

  #absent(name: string): Absent {
    const { specifier, relativeTo, file } = this.source;
    const place = relativeTo === undefined ? joined(specifier, name) : (this.#places(name)[0] ?? relativeTo.join(name));
    return {
      name: `python/${place}`,
      specifier: joined(specifier, name),
      names: [name],
      inRepo: relativeTo !== undefined && !isStubTree(relativeTo),
      confidence: "exact",
      caseOf: file === undefined ? this.#ignoringCase(name) : undefined,
    };
  }

  #ignoringCase(name: string): string | undefined {
    for (const directory of this.source.directories) {
      const found = searchIgnoringCase(directory, [name]);
      if (found !== undefined) return found;
    }
    return undefined;
  }
}

/** `from . import till` stands as `.till`, `from shop import till` as `shop.till`. */
function joined(specifier: string, name: string): string {
  return specifier.endsWith(".") ? specifier + name : `${specifier}.${name}`;
}
