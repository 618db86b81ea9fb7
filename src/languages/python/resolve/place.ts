/** Where imports are written, and what they were found to mean there: answers are kept, because most imports are repeated. */
import type { Directory } from "./module-tree.ts";
import type { PackageNames } from "./package-names.ts";
import type { Reach } from "./reach.ts";
import type { SearchPath, SearchPaths, Surroundings } from "./search-path.ts";

/** What a module specifier means to all files of one place, whatever they import from it. */
export class Answer {
  /**
   * `whole`: one thing that all names are of. `package`: a package of this repository, whose names tell. `open`: it takes the
   * names, the flags and the directory to tell. `outside`: the same, and nothing of the search path has even its first part.
   */
  readonly kind: "whole" | "package" | "open" | "outside";
  /** Of `whole`. */
  readonly reach: Reach | undefined;
  /** Of `package`. */
  readonly names: PackageNames | undefined;
  /** A file that imports itself by it looks further. */
  readonly bare: boolean;
  /** Of `package`: the importer's package for relative imports, as nothing else can answer them. */
  readonly relativeTo: Directory | undefined;

  private constructor(kind: Answer["kind"], reach?: Reach, names?: PackageNames, bare = false, relativeTo?: Directory) {
    this.kind = kind;
    this.reach = reach;
    this.names = names;
    this.bare = bare;
    this.relativeTo = relativeTo;
  }

  static readonly open: Answer = new Answer("open");
  static readonly outside: Answer = new Answer("outside");

  static whole(reach: Reach): Answer {
    return new Answer("whole", reach);
  }

  static bare(reach: Reach): Answer {
    return new Answer("whole", reach, undefined, true);
  }

  static package(names: PackageNames, relativeTo: Directory | undefined): Answer {
    return new Answer("package", undefined, names, false, relativeTo);
  }
}

/** One directory, for its sources or for its stubs. */
export class Place {
  readonly directory: Directory;
  /** Whether it is for stubs: these are never executed, and neither are their imports. */
  readonly stub: boolean;
  readonly path: SearchPath;
  /** By absolute specifier; shared by all places of one search path. */
  readonly absolute: Map<string, Answer>;
  /** By relative specifier. */
  readonly relative: Map<string, Answer> = new Map();
  /** What open imports came to, by everything in them that matters. */
  readonly open: Map<string, readonly Reach[]> = new Map();
  readonly #paths: SearchPaths;
  #surroundings: Surroundings | undefined;
  readonly #seen = new Map<string, boolean>();

  constructor(directory: Directory, stub: boolean, paths: SearchPaths) {
    this.directory = directory;
    this.stub = stub;
    this.path = paths.of(directory);
    this.absolute = this.path.answers;
    this.#paths = paths;
  }

  known(specifier: string): Answer | undefined {
    return (specifier.startsWith(".") ? this.relative : this.absolute).get(specifier);
  }

  get surroundings(): Surroundings {
    this.#surroundings ??= this.#paths.around(this.directory, this.path);
    return this.#surroundings;
  }

  /** Whether a directory that is no part of the search path, but near to this place, has something of a name. */
  sees(name: string): boolean {
    let seen = this.#seen.get(name);
    if (seen === undefined) {
      const { others, above } = this.surroundings;
      seen = [...others, ...above, ...this.#around()].some((directory) => directory.entry(name) !== undefined);
      this.#seen.set(name, seen);
    }
    return seen;
  }

  /** The directory itself and those above it. */
  *#around(): Iterable<Directory> {
    for (let at: Directory | undefined = this.directory; at !== undefined; at = at.parent) yield at;
  }
}
