/**
 * Relative imports: only the importer's own package can answer them.
 * @see https://docs.python.org/3/reference/import.html#package-relative-imports
 */
import type { ImportFact } from "../../../model/facts.ts";
import type { GeneratedModules } from "./generated-modules.ts";
import type { ImportSink } from "./import-sink.ts";
import type { InRepoImports, ModuleHit } from "./in-repo-imports.ts";
import type { ModuleSearch } from "./module-search.ts";
import type { SearchPath } from "./search-path.ts";
import { directoryOf, isWithin, joinPath } from "../projects/source-layout.ts";

export class RelativeImports {
  readonly #modules: ModuleSearch;
  readonly #inRepo: InRepoImports;
  readonly #generated: GeneratedModules;

  constructor(modules: ModuleSearch, inRepo: InRepoImports, generated: GeneratedModules) {
    this.#modules = modules;
    this.#inRepo = inRepo;
    this.#generated = generated;
  }

  resolve(importer: string, fact: ImportFact, path: SearchPath, sink: ImportSink): void {
    const dots = /^\.+/.exec(fact.specifier)?.[0].length ?? 1;
    const rest = fact.specifier.slice(dots);
    const own = directoryOf(importer);
    const base = climb(own, dots - 1);
    if (base === undefined || this.#isBeyondTop(base, own, path)) {
      const name = `python/${own === "" ? "" : `${own}/`}${fact.specifier}`;
      return sink.add({ kind: "unresolved", name, inRepo: true }, fact.names, { confidence: "exact" });
    }
    const hit = this.#find(base, rest, fact);
    if (hit?.complete === true) {
      this.#inRepo.emit(hit, importer, fact, "exact", path, sink);
      return;
    }
    if (hit !== undefined) return this.#inRepo.emitPartial(hit, fact, path, sink);
    const place = joinPath(base, rest.replaceAll(".", "/")) ?? rest;
    const generated = this.#generated.reasonInRepo([place], path.scope);
    sink.add(
      {
        kind: "unresolved",
        name: `python/${place}`,
        inRepo: !this.#modules.isStubTree(own),
        ...(generated === undefined ? {} : { generated }),
      },
      fact.names,
      { confidence: "exact" },
    );
  }

  #find(base: string, rest: string, fact: ImportFact): ModuleHit | undefined {
    if (rest === "") {
      const init = this.#modules.packageFile(base);
      const found =
        init === undefined
          ? ({ kind: "namespace", directory: base } as const)
          : ({ kind: "file", path: init, packageDirectory: base, regular: true } as const);
      return { found, portions: [base], complete: true, regular: init !== undefined, relativeTo: base };
    }
    // `from .till import Till` in `till.py` itself is well formed: nobody is kept from answering.
    const hit = this.#inRepo.find([base], rest.split("."), fact, "");
    if (hit === undefined) return undefined;
    return { ...hit, relativeTo: base };
  }

  /**
   * "Attempted relative import beyond top-level package": a source root is on the path, and no package itself. A project's
   * own directory may be one, seen from above: whoever starts it there makes it a namespace package.
   */
  #isBeyondTop(base: string, own: string, path: SearchPath): boolean {
    if (this.#modules.packageFile(base) !== undefined) return false;
    return path.scope.chain.some((project) =>
      project.sourceRoots.some(
        (root) =>
          root.scope === "main" &&
          root.directory !== project.directory &&
          isWithin(own, root.directory) &&
          isWithin(root.directory, base),
      ),
    );
  }
}

/** Some levels up; undefined above the root of the repository. */
function climb(directory: string, levels: number): string | undefined {
  let at = directory;
  for (let level = 0; level < levels; level++) {
    if (at === "") return undefined;
    at = directoryOf(at);
  }
  return at;
}
