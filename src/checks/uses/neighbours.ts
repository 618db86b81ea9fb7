import type { Braid } from "../../model/analysis.ts";
import type { Project } from "../../model/project.ts";
import { type Purl, purlName } from "../../model/purl.ts";
import type { Requirement } from "../../model/requirement.ts";

/** What production code of a project gets of the other projects of the repository. */
export class Neighbours {
  readonly #providers: ReadonlyMap<Purl, Project>;
  readonly #reached = new Map<string, ReadonlySet<Purl> | undefined>();

  constructor({ projects }: Braid) {
    this.#providers = new Map(projects.flatMap((each) => (each.package === undefined ? [] : [[each.package, each]])));
  }

  /** Whether a neighbour may come along with what a project needs outside of its tests. True where it cannot be told. */
  mayCome(project: Project, name: Purl): boolean {
    if (!this.#providers.has(name)) return true;
    if (!this.#reached.has(project.id)) this.#reached.set(project.id, this.#reach(project));
    return this.#reached.get(project.id)?.has(name) ?? true;
  }

  /** Undefined where something may bring more than is known: a release of a neighbour, or of its relatives. */
  #reach(project: Project): ReadonlySet<Purl> | undefined {
    const families = new Set([...this.#providers.keys()].map(familyOf));
    const reached = new Set<Purl>();
    const seen = new Set([project]);
    for (const { requirements } of seen) {
      for (const requirement of requirements.filter(isForMore)) {
        const { package: name } = requirement;
        reached.add(name);
        const next = this.#providers.get(name);
        if (next !== undefined) seen.add(next);
        else if (families.has(familyOf(name))) return undefined;
      }
    }
    return reached;
  }
}

/** Tests' needs never come along, and what is managed asks for nothing. */
function isForMore({ scope }: Requirement): boolean {
  return scope !== "test" && scope !== "dev" && scope !== "managed" && scope !== "constraint";
}

/** `org.bank` of `org.bank/till` */
function familyOf(name: Purl): string {
  const text = purlName(name);
  return text.slice(0, Math.max(text.lastIndexOf("/"), 0));
}
