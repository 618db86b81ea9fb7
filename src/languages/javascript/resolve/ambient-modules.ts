/**
 * Modules that a script of TypeScript declares: `declare module "*.svg"`.
 * @see https://www.typescriptlang.org/docs/handbook/modules/reference.html#ambient-modules
 */
import type { FileFacts } from "../../../model/facts.ts";
import { below } from "./join-path.ts";

interface Ambient {
  /** The file that declares it, and the directory of that file's project. */
  readonly file: string;
  readonly directory: string;
  readonly before: string;
  /** After the star; undefined where there is none. */
  readonly after?: string | undefined;
}

export class AmbientModules {
  readonly #modules: readonly Ambient[];

  /** @param projectDirectory of the project that a file lies in; the root for none */
  constructor(facts: ReadonlyMap<string, FileFacts>, projectDirectory: (file: string) => string) {
    const modules: Ambient[] = [];
    for (const [file, { declarations }] of facts) {
      for (const name of declarations) {
        const star = name.indexOf("*");
        // What declares everything explains nothing.
        if (name === "*") continue;
        const [before, after] = star < 0 ? [name] : [name.slice(0, star), name.slice(star + 1)];
        modules.push({ file, directory: projectDirectory(file), before: before ?? "", after });
      }
    }
    // The longest part before the star fits best, as in `paths`.
    this.#modules = modules.sort((one, other) => other.before.length - one.before.length);
  }

  /** The file that declares a specifier, as a pattern or as it is written. */
  declares(specifier: string, importer: string): { readonly file: string; readonly isPattern: boolean } | undefined {
    const found = this.#modules.find(({ directory, before, after }) => {
      if (below(directory, importer) === undefined) return false;
      if (after === undefined) return specifier === before;
      return (
        specifier.length >= before.length + after.length && specifier.startsWith(before) && specifier.endsWith(after)
      );
    });
    return found === undefined ? undefined : { file: found.file, isPattern: found.after !== undefined };
  }
}
