import type { Project } from "../../model/project.ts";

/** By parents: what is built in one go. */
export class Builds {
  readonly #parents: ReadonlyMap<string, string | undefined>;

  constructor(projects: readonly Project[]) {
    this.#parents = new Map(projects.map(({ id, parent }) => [id, parent]));
  }

  areOne(a: Project, b: Project): boolean {
    return this.top(a) === this.top(b);
  }

  /** The id of the uppermost parent. */
  top({ id }: Project): string {
    const seen = new Set<string>();
    for (let at = id; ;) {
      const parent = this.#parents.get(at);
      if (parent === undefined || seen.has(parent)) return at;
      seen.add(parent);
      at = parent;
    }
  }
}
