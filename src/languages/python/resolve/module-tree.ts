/** The directories of the repository as the import system sees them: what each offers to import, by name. */
import type { FileIndex } from "../../../files/file-index.ts";
import type { Target } from "../../../model/resolution.ts";
import { directoryOf } from "../projects/source-layout.ts";

/** One file that an import may reach. Made once a file, so that equal answers are the same object. */
export interface ModuleFile {
  readonly path: string;
  /** What a type checker reads in place of a module, and Python never. */
  readonly stub: boolean;
  readonly target: Target;
}

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

  /** The `__init__` of a regular package; the source before its stub. The root of the repository is no package. */
  get init(): ModuleFile | undefined {
    if (this.#init === undefined) {
      const file = this.parent === undefined ? undefined : this.#tree.firstOf(this, ["__init__.py", "__init__.pyi"]);
      this.#init = file ?? null;
    }
    return this.#init ?? undefined;
  }

  /** @see https://docs.pytest.org/en/stable/how-to/fixtures.html */
  get hasConftest(): boolean {
    this.#hasConftest ??= this.#tree.firstOf(this, ["conftest.py"]) !== undefined;
    return this.#hasConftest;
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
  readonly #directories = new Map<string, Directory>();
  readonly #modules = new Map<string, ModuleFile>();

  constructor(files: FileIndex) {
    this.files = files;
  }

  /** A directory by its path, there or not. */
  directory(path: string): Directory {
    const known = this.#directories.get(path);
    if (known !== undefined) return known;
    const directory = new Directory(path, path === "" ? undefined : this.directory(directoryOf(path)), this);
    this.#directories.set(path, directory);
    return directory;
  }

  /** Asked once a directory. Asking the index for each path that a name may have costs three times as much. */
  entriesOf(directory: Directory): ReadonlyMap<string, Entry> {
    const entries = new Map<string, Entry>();
    for (const name of this.files.names(directory.path)) {
      const path = directory.join(name);
      const ending = name.endsWith(".py") ? 3 : name.endsWith(".pyi") ? 4 : 0;
      if (ending > 0 && this.files.has(path)) {
        const entry = entryAt(entries, name.slice(0, -ending));
        if (entry.module === undefined || entry.module.stub) entry.module = this.#module(this.files.real(path));
      } else if (this.files.hasDirectory(path)) {
        entryAt(entries, name).directory = this.directory(path);
      }
    }
    return entries;
  }

  /** The first of some names in a directory that is a file. */
  firstOf(directory: Directory, names: readonly string[]): ModuleFile | undefined {
    for (const name of names) {
      const path = directory.join(name);
      if (this.files.has(path)) return this.#module(this.files.real(path));
    }
    return undefined;
  }

  #module(path: string): ModuleFile {
    const known = this.#modules.get(path);
    if (known !== undefined) return known;
    const module: ModuleFile = { path, stub: isStub(path), target: { kind: "file", path } };
    this.#modules.set(path, module);
    return module;
  }
}

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
