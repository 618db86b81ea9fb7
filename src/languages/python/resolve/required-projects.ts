/** The projects of this repository that a scope asks for, and those that these ask for in turn. */
import type { Project } from "../../../model/project.ts";
import type { ProjectScope, ProjectScopes } from "./project-scope.ts";

export class RequiredProjects {
  readonly #projects: readonly Project[];
  readonly #byPackage: ReadonlyMap<string, Project>;
  readonly #byDirectory: ReadonlyMap<string, Project>;
  readonly #kept = new Map<ProjectScope, readonly Project[]>();

  constructor({ projects }: ProjectScopes) {
    this.#projects = projects;
    this.#byPackage = new Map(projects.flatMap((each) => (each.package === undefined ? [] : [[each.package, each]])));
    this.#byDirectory = new Map(projects.map((each) => [each.directory, each]));
  }

  /** What it asks for itself first, each in the order of their manifests. */
  of(scope: ProjectScope): readonly Project[] {
    const known = this.#kept.get(scope);
    if (known !== undefined) return known;
    const direct = this.#projects.filter((each) => !scope.chain.includes(each) && scope.requires(each));
    const seen = new Set([...scope.chain, ...direct]);
    const found = [...direct];
    for (const project of found) {
      for (const { package: name, scope: use, path } of project.requirements) {
        if (use !== "runtime") continue;
        const next = path === undefined ? this.#byPackage.get(name) : this.#byDirectory.get(path);
        if (next === undefined || seen.has(next)) continue;
        seen.add(next);
        found.push(next);
      }
    }
    this.#kept.set(scope, found);
    return found;
  }
}
