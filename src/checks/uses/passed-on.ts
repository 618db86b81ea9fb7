import type { Project } from "../../model/project.ts";
import type { Purl } from "../../model/purl.ts";
import type { Requirement } from "../../model/requirement.ts";
import { requirementKey } from "./requirement-key.ts";

/** What projects of the repository hand on: a package that one asks for, and that one which depends on it imports. */
export class PassedOn {
  readonly #byPackage = new Map<Purl, Project>();
  readonly #below = new Map<Project, ReadonlySet<Project>>();
  readonly #users = new Map<string, Project>();
  readonly #noted = new Map<Project, Set<Purl>>();

  constructor(projects: readonly Project[]) {
    for (const project of projects) if (project.package !== undefined) this.#byPackage.set(project.package, project);
  }

  /** Notes that a project imports a package that it does not ask for. */
  add(user: Project, name: Purl): void {
    let noted = this.#noted.get(user);
    if (noted === undefined) this.#noted.set(user, (noted = new Set()));
    if (noted.has(name)) return;
    noted.add(name);
    for (const project of this.#reached(user)) {
      for (const requirement of project.requirements) {
        if (requirement.package !== name || requirement.scope !== "runtime") continue;
        const key = requirementKey(requirement);
        if (!this.#users.has(key)) this.#users.set(key, user);
      }
    }
  }

  user(requirement: Requirement): Project | undefined {
    return this.#users.get(requirementKey(requirement));
  }

  /** The projects that one asks for, and those that these ask for to run. */
  #reached(user: Project): ReadonlySet<Project> {
    const known = this.#below.get(user);
    if (known !== undefined) return known;
    const found = new Set<Project>();
    const queue = [user];
    for (let project = queue.pop(); project !== undefined; project = queue.pop()) {
      for (const { package: name, scope } of project.requirements) {
        if (project === user ? scope === "managed" || scope === "constraint" : scope !== "runtime") continue;
        const next = this.#byPackage.get(name);
        if (next === undefined || next === user || found.has(next)) continue;
        found.add(next);
        queue.push(next);
      }
    }
    this.#below.set(user, found);
    return found;
  }
}
