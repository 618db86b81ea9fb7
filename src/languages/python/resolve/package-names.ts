/** What names mean that are imported from a module or package of this repository. */
import type { Confidence } from "../../../model/resolution.ts";
import type { InRepoFiles } from "./in-repo-files.ts";
import { isStubTree } from "./module-search.ts";
import type { Directory, ModuleFile } from "./module-tree.ts";
import { Reach } from "./reach.ts";
import type { ProjectScope } from "./project-scope.ts";

/** Where the names are looked for. */
export interface NamesSource {
  /** As written: `shop`, `..till`. */
  readonly specifier: string;
  /** The `__init__` of a regular package, or the file of a module. Undefined for a namespace package. */
  readonly file: ModuleFile | undefined;
  /** The directory of a regular package, or all portions of a namespace package. Empty for a module that is no package. */
  readonly directories: readonly Directory[];
  /** The importer's package for relative imports: nothing else can answer them. */
  readonly relativeTo: Directory | undefined;
  readonly confidence: Confidence;
  readonly scope: ProjectScope;
}

/** Names of one source, each looked for once. */
export class PackageNames {
  readonly source: NamesSource;
  /** The package's own file, as reached by its name alone. */
  readonly whole: Reach | undefined;
  readonly #files: InRepoFiles;
  readonly #names = new Map<string, Reach | null>();

  constructor(source: NamesSource, files: InRepoFiles) {
    this.source = source;
    this.#files = files;
    const { file, specifier, confidence, scope } = source;
    this.whole = file === undefined ? undefined : files.reach(file, { specifier, names: [], confidence }, scope);
  }

  /**
   * A submodule, or what a build writes; else the package's own file. Undefined for a name that these portions of a namespace
   * package lack: another may have it.
   */
  reach(name: string): Reach | undefined {
    const known = this.#names.get(name);
    if (known !== undefined) return known ?? undefined;
    const reach = this.#find(name);
    this.#names.set(name, reach ?? null);
    return reach;
  }

  #find(name: string): Reach | undefined {
    const { file, directories, specifier, confidence, scope } = this.source;
    if (name !== "*" && directories.length > 0) {
      const child = this.#child(name);
      if (child !== undefined && (file === undefined || !this.#files.contents.of(file).binds(name))) {
        return this.#files.reach(child, { specifier: joined(specifier, name), names: [name], confidence }, scope);
      }
      const missing = this.#missing(name);
      if (missing !== undefined) return missing;
    }
    return this.whole?.withNames([name]);
  }

  #child(name: string): ModuleFile | undefined {
    for (const directory of this.source.directories) {
      const child = directory.child(name);
      if (child !== undefined) return child;
    }
    return undefined;
  }

  /** A name that is neither a submodule nor bound: a build may write it; a namespace package must have it as a module. */
  #missing(name: string): Reach | undefined {
    const { file, directories, specifier, relativeTo, scope } = this.source;
    const { contents, generated: modules } = this.#files;
    if (file === undefined ? relativeTo === undefined : contents.of(file).mayHold(name)) return undefined;
    const places = directories.map((directory) => directory.join(name));
    const generated = file === undefined ? modules.reasonInRepo(places, scope) : modules.reason(places, scope);
    if (file !== undefined && generated === undefined) return undefined;
    const place = relativeTo === undefined ? joined(specifier, name) : (places[0] ?? relativeTo.join(name));
    const target = {
      kind: "unresolved",
      name: `python/${place}`,
      inRepo: generated !== undefined || (relativeTo !== undefined && !isStubTree(relativeTo)),
      ...(generated === undefined ? {} : { generated }),
    } as const;
    return new Reach(target, joined(specifier, name), [name], "exact");
  }
}

/** `from . import till` stands as `.till`, `from shop import till` as `shop.till`. */
function joined(specifier: string, name: string): string {
  return specifier.endsWith(".") ? specifier + name : `${specifier}.${name}`;
}
