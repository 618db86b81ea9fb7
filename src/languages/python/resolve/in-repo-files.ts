/** Edges to files of this repository, and what is known of the packages among them. */
import type { Confidence, Declaration } from "../../../model/resolution.ts";
import { purlName } from "../../../model/purl.ts";
import type { Definers } from "./definers.ts";
import type { MadeModules } from "./made-modules.ts";
import type { ModuleFile } from "./module-tree.ts";
import type { Finding } from "./package-names.ts";
import type { PackageContentsIndex } from "./package-contents.ts";
import type { ProjectScope, ProjectScopes } from "./project-scope.ts";
import type { RequiredProjects } from "./required-projects.ts";
import { noDetails, Reach, type ReachDetails } from "./reach.ts";

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

  /** A file as it is reached by its own name. */
  reach(file: ModuleFile, { confidence, shadows }: Finding, scope: ProjectScope): Reach {
    return new Reach(file.target, undefined, [], sureness(file, confidence), this.#details(file, shadows, scope));
  }

  /** A module that its package is asked for by name. */
  member(file: ModuleFile, name: string, { confidence, shadows }: Finding, scope: ProjectScope): Reach {
    const details = this.#details(file, shadows, scope);
    return new Reach(file.target, undefined, [name], sureness(file, confidence), details, true);
  }

  #details(file: ModuleFile, shadows: string | undefined, scope: ProjectScope): ReachDetails {
    const declaration = this.#declarationOf(file.path, scope);
    return declaration === undefined && shadows === undefined
      ? noDetails
      : { declaration, via: undefined, shadows, shadowedBy: undefined };
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

function sureness(file: ModuleFile, confidence: Confidence): Confidence {
  return file.guess ? "inferred" : confidence;
}
