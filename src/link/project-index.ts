import type { Project } from "../model/project.ts";

/** Finds the innermost project of a file. */
export class ProjectIndex {
  readonly #byDirectory = new Map<string, Project[]>();

  constructor(projects: readonly Project[]) {
    for (const project of projects) {
      const here = this.#byDirectory.get(project.directory);
      if (here === undefined) this.#byDirectory.set(project.directory, [project]);
      else here.push(project);
    }
  }

  /**
   * The innermost project of an ecosystem that holds the file; where there is none, the innermost of any. A Python file in
   * an npm package belongs to the Python project around both, if there is one.
   */
  of(file: string, ecosystem: string): Project | undefined {
    let any: Project | undefined;
    for (let end = file.lastIndexOf("/"); ; end = file.lastIndexOf("/", end - 1)) {
      const here = this.#byDirectory.get(end < 0 ? "" : file.slice(0, end));
      const own = here?.find((project) => project.ecosystem === ecosystem);
      if (own !== undefined) return own;
      any ??= here?.[0];
      if (end < 0) return any;
    }
  }
}

/** Main or test, by the longest source root that holds the file; undefined where no root does. */
export function rootScope(file: string, project: Project | undefined): "main" | "test" | undefined {
  let best: { readonly directory: string; readonly scope: "main" | "test" } | undefined;
  for (const root of project?.sourceRoots ?? []) {
    const holds = root.directory === "" || file.startsWith(`${root.directory}/`);
    if (holds && (best === undefined || root.directory.length > best.directory.length)) best = root;
  }
  return best?.scope;
}
