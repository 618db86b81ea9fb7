/**
 * Relative imports: only the importer's own package can answer them.
 * @see https://docs.python.org/3/reference/import.html#package-relative-imports
 */
import type { InRepoImports, ModuleHit } from "./in-repo-imports.ts";
import { type MadeModules, reachAbsent } from "./made-modules.ts";
import { isStubTree, searchIgnoringCase } from "./module-search.ts";
import type { Directory } from "./module-tree.ts";
import type { ProjectScope } from "./project-scope.ts";
import { Reach } from "./reach.ts";
import { isWithin } from "../projects/source-layout.ts";

export class RelativeImports {
  readonly #inRepo: InRepoImports;
  readonly #made: MadeModules;

  constructor(inRepo: InRepoImports, made: MadeModules) {
    this.#inRepo = inRepo;
    this.#made = made;
  }

  /** What the specifier leads to, seen from a directory; what is missing for all names alike where it leads nowhere. */
  find(specifier: string, own: Directory, scope: ProjectScope): ModuleHit | Reach {
    const dots = /^\.+/.exec(specifier)?.[0].length ?? 1;
    const rest = specifier.slice(dots);
    const base = climb(own, dots - 1);
    if (base === undefined || isBeyondTop(base, own.path, scope)) {
      const target = { kind: "unresolved", name: `python/${own.join(specifier)}`, inRepo: true } as const;
      return new Reach(target, specifier, [], "exact");
    }
    if (rest === "") return packageHit(base);
    // `from .till import Till` in `till.py` itself is well formed: nobody is kept from answering.
    const parts = rest.split(".");
    const hit = this.#inRepo.find([base], parts, [], "");
    if (hit !== undefined) return { ...hit, relativeTo: base };
    const place = base.join(parts.join("/"));
    return reachAbsent(
      {
        name: `python/${place}`,
        specifier,
        names: [],
        inRepo: !isStubTree(own),
        confidence: "exact",
        caseOf: searchIgnoringCase(base, parts),
      },
      this.#made.findInRepo([place], scope),
    );
  }
}

function packageHit(base: Directory): ModuleHit {
  const { init } = base;
  const found =
    init === undefined
      ? ({ kind: "namespace", directory: base } as const)
      : ({ kind: "file", file: init, package: base, regular: true } as const);
  return {
    found,
    portions: init === undefined ? [base] : [],
    complete: true,
    regular: init !== undefined,
    relativeTo: base,
  };
}

/**
 * "Attempted relative import beyond top-level package": a source root is on the path, and no package itself. A project's
 * own directory may be one, seen from above: whoever starts it there makes it a namespace package.
 */
function isBeyondTop(base: Directory, own: string, scope: ProjectScope): boolean {
  if (base.init !== undefined) return false;
  return scope.chain.some((project) =>
    project.sourceRoots.some(
      (root) =>
        root.scope === "main" &&
        root.directory !== project.directory &&
        isWithin(own, root.directory) &&
        isWithin(root.directory, base.path),
    ),
  );
}

/** Some levels up; undefined above the root of the repository. */
function climb(directory: Directory, levels: number): Directory | undefined {
  let at: Directory | undefined = directory;
  for (let level = 0; level < levels; level++) at = at?.above;
  return at;
}
