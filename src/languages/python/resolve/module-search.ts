/**
 * Looks for a dotted name below one entry of the module search path, as the path based finder does: in a directory, a
 * regular package comes before a module, and a module before a directory that is only a portion of a namespace package.
 * @see https://docs.python.org/3/reference/import.html#the-path-based-finder
 */
import type { FileIndex } from "../../../files/file-index.ts";
import { directoryOf } from "../projects/source-layout.ts";

export type Search =
  /** The file that the whole name means: a module, or the `__init__` of a regular package. */
  | { readonly kind: "file"; readonly path: string; readonly packageDirectory?: string; readonly regular: boolean }
  /** A directory without `__init__`. */
  | { readonly kind: "namespace"; readonly directory: string }
  /**
   * A regular package or module was entered, and the next part of the name is not in it. `stubs` when the first that was
   * entered is only a stub: the module itself, and all else that it holds, is somewhere else.
   */
  | {
      readonly kind: "partial";
      readonly path: string;
      readonly packageDirectory?: string;
      readonly depth: number;
      readonly stubs: boolean;
    };

/** What a name may mean in one directory. */
interface Entry {
  /** The `__init__` of a regular package. */
  readonly init?: string;
  /** The file of a module that is no package; the source before its stub. */
  readonly module?: string;
  /** There is a directory of the name. */
  readonly directory?: true;
}

/** Answers are kept: most files of a project import the same few modules. */
export class ModuleSearch {
  readonly files: FileIndex;
  readonly #directories = new Map<string, ReadonlyMap<string, Entry>>();
  readonly #answers = new Map<string, Map<string, Search | null>>();

  constructor(files: FileIndex) {
    this.files = files;
  }

  /** `root` is an entry of the search path (`""` is the root of the repository), `name` is `parts` with dots. */
  find(root: string, name: string, parts: readonly string[]): Search | undefined {
    let answers = this.#answers.get(root);
    if (answers === undefined) {
      answers = new Map();
      this.#answers.set(root, answers);
    }
    const known = answers.get(name);
    if (known !== undefined) return known ?? undefined;
    const answer = this.#search(root, parts);
    answers.set(name, answer ?? null);
    return answer;
  }

  #search(root: string, parts: readonly string[]): Search | undefined {
    let directory = root;
    /** Whether the first part is a regular package or a module: only these belong to one root alone. */
    let regular = false;
    let entered: { readonly path: string; readonly packageDirectory: string } | undefined;
    let stubs = false;
    for (const [depth, part] of parts.entries()) {
      const entry = this.#entries(directory).get(part);
      if (entry === undefined) return entered === undefined ? undefined : { kind: "partial", ...entered, depth, stubs };
      const below = directory === "" ? part : `${directory}/${part}`;
      const isLast = depth === parts.length - 1;
      const { init, module } = entry;
      if (init !== undefined) {
        regular ||= depth === 0;
        if (isLast) return { kind: "file", path: init, packageDirectory: below, regular };
        if (entered === undefined) stubs = isStub(init);
        entered = { path: init, packageDirectory: below };
      } else if (module !== undefined) {
        if (isLast) return { kind: "file", path: module, regular: regular || depth === 0 };
        return {
          kind: "partial",
          path: module,
          depth: depth + 1,
          stubs: entered === undefined ? isStub(module) : stubs,
        };
      } else if (isLast) return { kind: "namespace", directory: below };
      directory = below;
    }
    return undefined;
  }

  /** The `__init__` of a regular package; the source before its stub. The root of the repository is no package. */
  packageFile(directory: string): string | undefined {
    return directory === "" ? undefined : this.#entries(directory).get("__init__")?.module;
  }

  /** The file of a module that is no package, directly within a directory. */
  moduleFile(directory: string, name: string): string | undefined {
    return this.#entries(directory).get(name)?.module;
  }

  /** A module or package directly within a directory. */
  child(directory: string, name: string): string | undefined {
    const entry = this.#entries(directory).get(name);
    return entry?.init ?? entry?.module;
  }

  /** Whether the outermost package around a directory is only stubs: what they leave out is in the distribution. */
  isStubTree(directory: string): boolean {
    let outermost: string | undefined;
    for (let at = directory; at !== ""; at = directoryOf(at)) {
      const init = this.packageFile(at);
      if (init === undefined) break;
      outermost = init;
    }
    return outermost !== undefined && isStub(outermost);
  }

  /**
   * What a directory offers to import, by name; made once a directory. Asking the index for four paths a name, mostly to
   * find nothing, was 13 % of a profile of resolving 3,700 files forty times; this is 5 %.
   */
  #entries(directory: string): ReadonlyMap<string, Entry> {
    const known = this.#directories.get(directory);
    if (known !== undefined) return known;
    const entries = new Map<string, Entry>();
    for (const name of this.files.names(directory)) {
      const path = directory === "" ? name : `${directory}/${name}`;
      const stem = name.replace(/\.pyi?$/, "");
      const before = entries.get(stem);
      if (this.files.hasDirectory(path)) {
        const init = this.#file(`${path}/__init__.py`) ?? this.#file(`${path}/__init__.pyi`);
        entries.set(name, { ...entries.get(name), directory: true, ...(init === undefined ? {} : { init }) });
      } else if (stem !== name && (before?.module === undefined || !isStub(name))) {
        const module = this.#file(path);
        if (module !== undefined) entries.set(stem, { ...before, module });
      }
    }
    this.#directories.set(directory, entries);
    return entries;
  }

  #file(path: string): string | undefined {
    return this.files.has(path) ? this.files.real(path) : undefined;
  }
}

/** What a type checker reads in place of a module, and Python never. */
export function isStub(path: string): boolean {
  return path.endsWith(".pyi");
}
