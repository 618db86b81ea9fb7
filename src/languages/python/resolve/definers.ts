/** Follows what an `__init__` hands on, one step: to the file that it has a name from. */
import type { ModuleFile } from "./module-tree.ts";
import type { PackageContentsIndex } from "./package-contents.ts";
import type { Answer } from "./place.ts";

/** What a specifier means, as seen from a file. */
export type Asking = (specifier: string, from: string) => Answer;

export class Definers {
  readonly #contents: PackageContentsIndex;
  readonly #ask: Asking;

  constructor(contents: PackageContentsIndex, ask: Asking) {
    this.#contents = contents;
    this.#ask = ask;
  }

  /** The file of this repository that a package has a name from; undefined for its own, and where it is not sure. */
  of(init: ModuleFile, name: string): string | undefined {
    const contents = this.#contents.of(init);
    const specifier = contents.names.has(name) ? contents.importedFrom(name) : undefined;
    const path =
      specifier === undefined ? this.#amongStars(init, name) : definedAt(this.#ask(specifier, init.path), name);
    return path === init.path ? undefined : path;
  }

  /** Whether what a package binds by a name is the submodule of that name: it imports it from itself. */
  isSubmodule(init: ModuleFile, name: string): boolean {
    const specifier = this.#contents.of(init).importedFrom(name);
    if (specifier === undefined) return false;
    return specifier === "." || this.#ask(specifier, init.path).names?.file === init;
  }

  /**
   * A name that the package itself does not bind, and yet gives, is of its star imports: of the one package among them that
   * binds it, or of the only one. Private names are none of theirs.
   */
  #amongStars(init: ModuleFile, name: string): string | undefined {
    const contents = this.#contents.of(init);
    if (contents.names.has(name) || contents.makesNames || name.startsWith("_")) return undefined;
    const answers = contents.stars.map((specifier) => this.#ask(specifier, init.path));
    for (const { names } of answers) {
      const file = names?.file;
      if (file !== undefined && this.#contents.of(file).names.has(name)) return file.path;
    }
    const [only] = answers;
    if (answers.length !== 1 || only === undefined) return undefined;
    const file = only.names?.file;
    const isKnown = file !== undefined && !this.#contents.of(file).mayMake(name);
    return isKnown ? undefined : (only.reach ?? only.names?.whole)?.file;
  }
}

function definedAt({ reach, names }: Answer, name: string): string | undefined {
  return reach === undefined ? names?.pathOf(name) : reach.file;
}
