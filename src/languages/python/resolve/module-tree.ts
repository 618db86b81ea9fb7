/** The directories of the repository as the import system sees them: what each offers to import, by name. */
import { directoryOf } from "../../../model/directory-of.ts";
import type { FileIndex } from "../../../files/file-index.ts";
import type { Target } from "../../../model/resolution.ts";
import type { Grafts } from "./grafts.ts";

/** One file that an import may reach. Made once a file, so that equal answers are the same object. */
export interface ModuleFile {
  readonly path: string;
  /** What a type checker reads in place of a module, and Python never. */
  readonly stub: boolean;
  /** Only its name says that a module is made from it. */
  readonly guess: boolean;
  readonly target: Target;
}

const initNames: readonly string[] = ["__init__.py", "__init__.pyx", "__init__.pyi"];

/** What a name may mean in one directory. */
export interface Entry {
  /** The file of a module that is no package; the source before its stub. */
  module: ModuleFile | undefined;
  /** The directory of the name, which is a regular package if it has an `__init__`. */
  directory: Directory | undefined;
}

export class Directory {
  /** From the root of the repository; `""` for the root itself. */
  readonly path: string;
  /** Undefined for the root of the repository. */
  readonly parent: Directory | undefined;
  readonly #tree: ModuleTree;
  #entries: ReadonlyMap<string, Entry> | undefined;
  #init: ModuleFile | null | undefined;
  #hasConftest: boolean | undefined;

  constructor(path: string, parent: Directory | undefined, tree: ModuleTree) {
    this.path = path;
    this.parent = parent;
    this.#tree = tree;
  }

  entry(name: string): Entry | undefined {
    this.#entries ??= this.#tree.entriesOf(this);
    return this.#entries.get(name);
  }

  /** What a name would mean if case were ignored. */
  entryIgnoringCase(name: string): Entry | undefined {
    this.#entries ??= this.#tree.entriesOf(this);
    const wanted = name.toLowerCase();
    for (const [each, entry] of this.#entries) if (each.toLowerCase() === wanted) return entry;
    return undefined;
  }

  /** The `__init__` of a regular package; the source before its stub. The root of the repository is no package. */
  get init(): ModuleFile | undefined {
    if (this.#init === undefined) {
      const file = this.parent === undefined ? undefined : this.#tree.firstOf(this, initNames);
      this.#init = file ?? null;
    }
    return this.#init ?? undefined;
  }

  /** @see https://docs.pytest.org/en/stable/how-to/fixtures.html */
  get hasConftest(): boolean {
    this.#hasConftest ??= this.#tree.firstOf(this, ["conftest.py"]) !== undefined;
    return this.#hasConftest;
  }

  /** The package that this one is in: another than its path says where a manifest puts it elsewhere. */
  get above(): Directory | undefined {
    return this.#tree.aboveGraft(this.path) ?? this.parent;
  }

  /** A module or package directly within. */
  child(name: string): ModuleFile | undefined {
    const entry = this.entry(name);
    return entry?.directory?.init ?? entry?.module;
  }

  /** The path of something within. */
  join(name: string): string {
    return this.path === "" ? name : `${this.path}/${name}`;
  }
}

export class ModuleTree {
  readonly files: FileIndex;
  readonly #grafts: Grafts;
  readonly #aboveGrafts: ReadonlyMap<string, string>;
  readonly #directories = new Map<string, Directory>();
  readonly #modules = new Map<string, ModuleFile>();

  constructor(files: FileIndex, grafts: Grafts) {
    this.files = files;
    this.#grafts = grafts;
    this.#aboveGrafts = new Map(
      [...grafts].flatMap(([above, names]) => [...names.values()].map((path) => [path, above] as const)),
    );
  }

  /** A directory by its path, there or not. */
  directory(path: string): Directory {
    const known = this.#directories.get(path);
    if (known !== undefined) return known;
    const directory = new Directory(path, path === "" ? undefined : this.directory(directoryOf(path)), this);
    this.#directories.set(path, directory);
    return directory;
  }

  aboveGraft(path: string): Directory | undefined {
    const above = this.#aboveGrafts.get(path);
    return above === undefined ? undefined : this.directory(above);
  }

  /** Asked once a directory. Asking the index for each path that a name may have costs three times as much. */
  entriesOf(directory: Directory): ReadonlyMap<string, Entry> {
    const entries = new Map<string, Entry>();
    const ranks = new Map<string, number>();
    for (const name of this.files.names(directory.path)) {
      const path = directory.join(name);
      const file = moduleFileName(name);
      if (file !== undefined && (file.rank < guesses || directory.init !== undefined) && this.files.has(path)) {
        const entry = entryAt(entries, file.stem);
        if (entry.module !== undefined && (ranks.get(file.stem) ?? 0) <= file.rank) continue;
        ranks.set(file.stem, file.rank);
        entry.module = this.module(this.files.real(path), file.rank >= guesses ? "by-name" : "certain");
      } else if (this.files.hasDirectory(path)) {
        entryAt(entries, name).directory = this.directory(path);
      }
    }
    for (const [name, path] of this.#grafts.get(directory.path) ?? []) {
      const entry = entryAt(entries, name);
      if (entry.module !== undefined || entry.directory !== undefined) continue;
      if (this.files.has(path)) entry.module = this.module(this.files.real(path), "certain");
      else entry.directory = this.directory(path);
    }
    return entries;
  }

  /** The first of some names in a directory that is a file. */
  firstOf(directory: Directory, names: readonly string[]): ModuleFile | undefined {
    for (const name of names) {
      const path = directory.join(name);
      if (this.files.has(path)) return this.module(this.files.real(path), "certain");
    }
    return undefined;
  }

  module(path: string, sure: "certain" | "by-name"): ModuleFile {
    const known = this.#modules.get(path);
    if (known !== undefined) return known;
    const module: ModuleFile = { path, stub: isStub(path), guess: sure === "by-name", target: { kind: "file", path } };
    this.#modules.set(path, module);
    return module;
  }
}

/**
 * The name of the module that a file makes, and which comes first of several for one name: the source, then what it is compiled
 * from, then its stub, then what was compiled, then what is only likely to be compiled.
 * @see https://peps.python.org/pep-3149/
 * @see https://cython.readthedocs.io/en/latest/src/userguide/language_basics.html#cython-file-types
 */
function moduleFileName(name: string): { readonly stem: string; readonly rank: number } | undefined {
  if (name.endsWith(".py")) return { stem: name.slice(0, -3), rank: 0 };
  if (name.endsWith(".pyi")) return { stem: name.slice(0, -4), rank: 2 };
  const [, source, ending] = /^([^.]+)\.(pyx(?:\.in|\.tp)?|pxd|c|cc|cpp|cxx|rs)$/.exec(name) ?? [];
  if (source !== undefined) {
    return { stem: source, rank: ending === "pxd" ? 4 : ending?.startsWith("pyx") === true ? 1 : guesses };
  }
  const compiled = /^([^.]+)(?:\.[^.]+)*\.(?:so|pyd)$/.exec(name)?.[1];
  return compiled === undefined ? undefined : { stem: compiled, rank: 3 };
}

/** The rank from which a file makes a module only if some build says so: in a package it most likely does. */
const guesses = 5;

function entryAt(entries: Map<string, Entry>, name: string): Entry {
  const known = entries.get(name);
  if (known !== undefined) return known;
  const entry: Entry = { module: undefined, directory: undefined };
  entries.set(name, entry);
  return entry;
}

export function isStub(path: string): boolean {
  return path.endsWith(".pyi");
}
