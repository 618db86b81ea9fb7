/**
 * What a module of this repository hides from those who import it by its bare name: whatever comes later on the path.
 * @see https://docs.python.org/3/library/sys_path_init.html
 */
import { distributionPurl } from "../versions/distribution-name.ts";
import { searchModule } from "./module-search.ts";
import type { ModuleHit } from "./in-repo-imports.ts";
import type { PathStep, SearchPath } from "./search-path.ts";
import type { ProjectScope } from "./project-scope.ts";
import { isStandardModule } from "./stdlib.ts";

export class Shadowing {
  /** Packages that projects of this repository publish. */
  readonly #published: ReadonlySet<string>;

  constructor(published: ReadonlySet<string>) {
    this.#published = published;
  }

  /** The node of what a hit hides: of the standard library, or a distribution that the project asks for. */
  behind({ found }: ModuleHit, parts: readonly string[], step: PathStep, { scope }: SearchPath): string | undefined {
    if (found.kind !== "file" || !found.regular || found.file.stub) return undefined;
    const [first = ""] = parts;
    if (step.isFirst && isStandardModule(first, scope.requiresPython)) return `builtin:python/${first}`;
    const declared = scope.declared.find([first]);
    if (declared === undefined || declared.length > 1) return undefined;
    const purl = distributionPurl(declared.distribution);
    return this.#published.has(purl) ? undefined : purl;
  }

  /** A file that hides a module of the standard library from all who are started in its root, as `python -m` does. */
  before(first: string, { own, scope }: SearchPath): string | undefined {
    for (const root of own) {
      // Only what projects call a root: nobody starts a program inside a package.
      if (root.init !== undefined || !isProjectRoot(root.path, scope)) continue;
      const found = searchModule(root, [first]);
      if (found?.kind === "file" && !found.file.stub && !found.file.guess) return found.file.path;
    }
    return undefined;
  }
}

function isProjectRoot(path: string, { chain }: ProjectScope): boolean {
  return chain.some(
    (project) =>
      project.directory === path ||
      project.sourceRoots.some((root) => root.scope === "main" && root.directory === path),
  );
}
