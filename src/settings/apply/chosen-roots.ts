/** Source roots that users name, in the projects that hold them. */
import type { FileIndex } from "../../files/file-index.ts";
import type { ChosenRoot } from "../../model/choices.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import type { Project, SourceRoot } from "../../model/project.ts";

export interface RootedProjects {
  readonly projects: readonly Project[];
  /** Roots that are not there, or lie in no project. */
  readonly diagnostics: readonly Diagnostic[];
}

export function withChosenRoots(
  projects: readonly Project[],
  roots: readonly ChosenRoot[],
  files: FileIndex,
): RootedProjects {
  if (roots.length === 0) return { projects, diagnostics: [] };
  const byProject = new Map<Project, ChosenRoot[]>();
  const diagnostics: Diagnostic[] = [];
  for (const root of roots) {
    const { directory, language, file, line, column } = root;
    const isThere = directory === "" || files.hasDirectory(directory);
    const owner = isThere ? innermost(projects, directory) : undefined;
    const problem = isThere ? `is in no project of ${language}` : "is not in this repository";
    if (owner === undefined)
      diagnostics.push({ code: "settings", file, line, column, message: `the source root "${directory}" ${problem}` });
    else byProject.set(owner, [...(byProject.get(owner) ?? []), root]);
  }
  return { projects: projects.map((project) => withRoots(project, byProject.get(project) ?? [])), diagnostics };
}

function innermost(projects: readonly Project[], directory: string): Project | undefined {
  let found: Project | undefined;
  for (const project of projects) {
    const holds =
      project.directory === "" || directory === project.directory || directory.startsWith(`${project.directory}/`);
    if (holds && (found === undefined || project.directory.length > found.directory.length)) found = project;
  }
  return found;
}

function withRoots(project: Project, chosen: readonly ChosenRoot[]): Project {
  if (chosen.length === 0) return project;
  const named = new Set(chosen.map(({ directory }) => directory));
  const replaced = chosen.some(({ others }) => others === "replaced");
  const kept = replaced ? [] : project.sourceRoots.filter(({ directory }) => !named.has(directory));
  const own = chosen.map(({ directory, scope }): SourceRoot => ({ directory, scope }));
  return { ...project, sourceRoots: [...own, ...kept] };
}
