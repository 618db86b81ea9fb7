/**
 * Modules that stand in two source roots of one search path: the order of the roots decides which of them an import means, and that
 * order is the installer's.
 * @see https://docs.python.org/3/reference/import.html#path-entry-finders
 */
import type { FileIndex } from "../../../files/file-index.ts";
import type { FileFacts } from "../../../model/facts.ts";
import type { ResolvedImport } from "../../../model/resolution.ts";
import { isWithin } from "../projects/source-layout.ts";
import type { SearchPath } from "./search-path.ts";

export class RivalModules {
  readonly #files: FileIndex;
  readonly #facts: ReadonlyMap<string, FileFacts>;
  readonly #roots = new Map<SearchPath, readonly string[]>();

  constructor(files: FileIndex, facts: ReadonlyMap<string, FileFacts>) {
    this.#files = files;
    this.#facts = facts;
  }

  /** Puts on what was resolved the other file that it may mean. */
  mark(resolved: readonly ResolvedImport[], path: SearchPath): readonly ResolvedImport[] {
    const roots = this.#rootsOf(path);
    if (roots.length < 2) return resolved;
    return resolved.map((each) => {
      const rival = each.specifier.startsWith(".") ? undefined : this.#rivalOf(each, roots);
      return rival === undefined ? each : { ...each, rival };
    });
  }

  /** Those that manifests or layouts name for what is published: what else is on the path is there for tests and scripts. */
  #rootsOf(path: SearchPath): readonly string[] {
    let roots = this.#roots.get(path);
    if (roots === undefined) {
      const own = path.scope.chain
        .flatMap(({ sourceRoots }) => sourceRoots)
        .flatMap(({ scope, directory }) => (scope === "main" ? directory : []));
      this.#roots.set(path, (roots = [...new Set([...own, ...path.required.map((root) => root.path)])]));
    }
    return roots;
  }

  #rivalOf({ target, confidence }: ResolvedImport, roots: readonly string[]): string | undefined {
    if (target.kind !== "file" || confidence !== "exact" || this.#joinsDirectories(target.path)) return undefined;
    const root = roots
      .filter((each) => isWithin(target.path, each))
      .toSorted((a, b) => b.length - a.length)
      .at(0);
    if (root === undefined) return undefined;
    const module = target.path.slice(root === "" ? 0 : root.length + 1);
    return roots
      .filter((each) => each !== root)
      .map((each) => (each === "" ? module : `${each}/${module}`))
      .find((each) => this.#files.has(each) && !this.#joinsDirectories(each));
  }

  /** A package that takes what other directories of its name have: there may be several of it. */
  #joinsDirectories(path: string): boolean {
    if (!path.endsWith("/__init__.py")) return false;
    const imports = this.#facts.get(path)?.imports ?? [];
    return imports.some(({ specifier }) => specifier === "pkgutil" || specifier === "pkg_resources");
  }
}
