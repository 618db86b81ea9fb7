/**
 * Looks for a dotted name below one entry of the module search path, as the path based finder does: in a directory, a
 * regular package comes before a module, and a module before a directory that is only a portion of a namespace package.
 * @see https://docs.python.org/3/reference/import.html#the-path-based-finder
 */
import type { FileIndex } from "../../../files/file-index.ts";

export type Search =
  /** The file that the whole name means: a module, or the `__init__` of a regular package. */
  | { readonly kind: "file"; readonly path: string; readonly packageDirectory?: string; readonly regular: boolean }
  /** A directory without `__init__`. */
  | { readonly kind: "namespace"; readonly directory: string }
  /** A regular package or module was entered, and the next part of the name is not in it. */
  | { readonly kind: "partial"; readonly path: string; readonly packageDirectory?: string; readonly depth: number };

/** Answers are kept: most files of a project import the same few modules. */
export class ModuleSearch {
  readonly files: FileIndex;
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
    for (const [depth, part] of parts.entries()) {
      const below = directory === "" ? part : `${directory}/${part}`;
      const init = this.packageFile(below);
      const isLast = depth === parts.length - 1;
      if (init !== undefined) {
        regular ||= depth === 0;
        if (isLast) return { kind: "file", path: init, packageDirectory: below, regular };
        entered = { path: init, packageDirectory: below };
        directory = below;
        continue;
      }
      const module = this.moduleFile(below);
      if (module !== undefined) {
        if (isLast) return { kind: "file", path: module, regular: regular || depth === 0 };
        return { kind: "partial", path: module, depth: depth + 1 };
      }
      if (!this.files.hasDirectory(below))
        return entered === undefined ? undefined : { kind: "partial", ...entered, depth };
      if (isLast) return { kind: "namespace", directory: below };
      directory = below;
    }
    return undefined;
  }

  /** The `__init__` of a regular package; the source before its stub. */
  packageFile(directory: string): string | undefined {
    return this.#first(`${directory}/__init__.py`, `${directory}/__init__.pyi`);
  }

  /** The file of a module that is no package. */
  moduleFile(path: string): string | undefined {
    return this.#first(`${path}.py`, `${path}.pyi`);
  }

  /** A module or package directly within a directory. */
  child(directory: string, name: string): string | undefined {
    const below = directory === "" ? name : `${directory}/${name}`;
    return this.packageFile(below) ?? this.moduleFile(below);
  }

  #first(source: string, stub: string): string | undefined {
    if (this.files.has(source)) return this.files.real(source);
    return this.files.has(stub) ? this.files.real(stub) : undefined;
  }
}
