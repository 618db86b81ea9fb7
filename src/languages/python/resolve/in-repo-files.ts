/** Edges to files of this repository, and what is known of the packages among them. */
import type { Confidence, Declaration } from "../../../model/resolution.ts";
import { purlName } from "../../../model/purl.ts";
import type { Definers } from "./definers.ts";
import type { MadeModules } from "./made-modules.ts";
import type { ModuleFile } from "./module-tree.ts";
import type { PackageContentsIndex } from "./package-contents.ts";
import type { ProjectScope, ProjectScopes } from "./project-scope.ts";
import { Reach } from "./reach.ts";

export class InRepoFiles {
  readonly contents: PackageContentsIndex;
  readonly definers: Definers;
  readonly made: MadeModules;
  readonly #scopes: ProjectScopes;

  constructor(scopes: ProjectScopes, contents: PackageContentsIndex, definers: Definers, made: MadeModules) {
    this.#scopes = scopes;
    this.contents = contents;
    this.definers = definers;
    this.made = made;
  }

  reach(
    file: ModuleFile,
    written: { readonly specifier: string; readonly names: readonly string[]; readonly confidence: Confidence },
    scope: ProjectScope,
  ): Reach {
    const { specifier, names } = written;
    const confidence = file.guess ? "inferred" : written.confidence;
    const declaration = this.#declarationOf(file.path, scope);
    return new Reach(file.target, specifier, names, confidence, declaration && { declaration });
  }

  /** Files of one project need no declaration; those of another are of the package that it publishes. */
  #declarationOf(target: string, scope: ProjectScope): Declaration | undefined {
    const owner = this.#scopes.owner(target);
    if (owner?.package === undefined || scope.project === undefined || scope.chain.includes(owner)) return undefined;
    if (scope.requires(owner)) return { package: owner.package, state: "declared" };
    return scope.declarationOf(purlName(owner.package), "runtime");
  }
}
