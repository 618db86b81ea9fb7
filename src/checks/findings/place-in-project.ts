import type { NodeAttributes } from "../../model/graph-types.ts";
import type { Project } from "../../model/project.ts";

/**
 * The directories of a file within its project, which say what the file is for. Where files belong to units, those below a
 * source root are the names of packages (`com/example/till`), and say nothing.
 */
export function placeInProject(file: string, project: Project | undefined, { unit }: NodeAttributes): string {
  const directory = project?.directory ?? "";
  const below = (path: string): string => (directory === "" ? path : path.slice(directory.length + 1));
  const root = unit === undefined ? undefined : innermostRoot(project, file)?.directory;
  if (root === undefined) return below(file);
  return root === directory ? "" : `${below(root)}/`;
}

/** The source root that a file lies in, if its project has any. */
export function innermostRoot(project: Project | undefined, file: string): Project["sourceRoots"][number] | undefined {
  return project?.sourceRoots
    .filter((root) => root.directory === "" || file.startsWith(`${root.directory}/`))
    .toSorted((a, b) => b.directory.length - a.directory.length)[0];
}
