import type { Project } from "../../model/project.ts";

/** Projects by where they stand. */
export class ProjectPlaces {
  /** By ecosystem and directory. */
  readonly #places = new Map<string, Project[]>();

  constructor(projects: readonly Project[]) {
    for (const project of projects) {
      const key = `${project.ecosystem} ${project.directory}`;
      const here = this.#places.get(key);
      if (here === undefined) this.#places.set(key, [project]);
      else here.push(project);
    }
  }

  /** The projects of an ecosystem in a directory and in those above it, by directory, the nearest first. */
  *around(ecosystem: string, directory: string): Iterable<readonly Project[]> {
    for (let end = directory.length; end > 0; end = directory.lastIndexOf("/", end - 1)) {
      const here = this.#places.get(`${ecosystem} ${directory.slice(0, end)}`);
      if (here !== undefined) yield here;
    }
    yield this.#places.get(`${ecosystem} `) ?? [];
  }
}
