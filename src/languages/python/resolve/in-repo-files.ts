/** Edges to files of this repository, and what is known of the packages among them. */
import type { Declaration } from "../../../model/resolution.ts";
import { purlName } from "../../../model/purl.ts";
import type { Definers } from "./definers.ts";
import type { MadeModules } from "./made-modules.ts";
import type { ModuleFile } from "./module-tree.ts";
import type { WrittenNames } from "./package-names.ts";
import type { PackageContentsIndex } from "./package-contents.ts";
import type { ProjectScope, ProjectScopes } from "./project-scope.ts";
import type { RequiredProjects } from "./required-projects.ts";
import { noDetails, Reach } from "./reach.ts";

export class InRepoFiles {
  readonly contents: PackageContentsIndex;
  readonly definers: Definers;
  readonly made: MadeModules;
  readonly #scopes: ProjectScopes;
  readonly #required: RequiredProjects;

  constructor(
    scopes: ProjectScopes,
    required: RequiredProjects,
    contents: PackageContentsIndex,
    definers: Definers,
    made: MadeModules,
  ) {
    this.#scopes = scopes;
    this.#required = required;
    this.contents = contents;
    this.definers = definers;
    this.made = made;
  }

  reach(
    file: ModuleFile,
    names: readonly string[],
    specifier: string,
    { confidence, shadows }: WrittenNames,
    scope: ProjectScope,
  ): Reach {
    const declaration = this.#declarationOf(file.path, scope);
    const details =
      declaration === undefined && shadows === undefined
        ? noDetails
        : { declaration, via: undefined, shadows, shadowedBy: undefined };
    return new Reach(file.target, specifier, names, file.guess ? "inferred" : confidence, details);
  }

  /** Files of one project need no declaration; those of another are of the package that it publishes. */
  #declarationOf(target: string, scope: ProjectScope): Declaration | undefined {
    const owner = this.#scopes.owner(target);
    if (owner?.package === undefined || scope.project === undefined || scope.chain.includes(owner)) return undefined;
    if (scope.requires(owner)) return { package: owner.package, state: "declared" };
    if (this.#required.of(scope).includes(owner)) return { package: owner.package, state: "transitive" };
    return scope.declarationOf(purlName(owner.package), "runtime");
  }
}
