import type { Project } from "../../model/project.ts";
import type { Requirement } from "../../model/requirement.ts";

export type Managed = ReadonlyMap<string, Requirement>;

/** The versions that a project and its parents manage: the nearest counts. */
export class Management {
  readonly #projects: ReadonlyMap<string, Project>;
  readonly #known = new Map<string, Managed>();

  constructor(projects: readonly Project[]) {
    this.#projects = new Map(projects.map((project) => [project.id, project]));
  }

  of(project: Project): Managed {
    let known = this.#known.get(project.id);
    if (known === undefined) {
      // A circle of parents ends where it comes back.
      this.#known.set(project.id, new Map());
      this.#known.set(project.id, (known = this.#read(project)));
    }
    return known;
  }

  #read({ parent, requirements }: Project): Managed {
    const above = parent === undefined ? undefined : this.#projects.get(parent);
    const inherited: Managed = above === undefined ? new Map() : this.of(above);
    // Those of a profile count only where it is on.
    const own = requirements.filter(({ scope, group }) => scope === "managed" && group === undefined);
    if (own.length === 0) return inherited;
    const managed = new Map(inherited);
    for (const requirement of own) managed.set(fileKey(requirement), requirement);
    return managed;
  }
}

/** Which file of a package is meant: each is managed by itself. */
export function fileKey({ package: name, classifier, type }: Requirement): string {
  return JSON.stringify([name, classifier, type]);
}
