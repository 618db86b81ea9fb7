/** Where a relative path of a command may lead: from its file, or from the directories that people run it in. */
import { directoryOf } from "../model/directory-of.ts";
import type { Project } from "../model/project.ts";

interface Relative {
  readonly path: string;
  readonly base: "file" | "working-directory" | "unknown";
}

/**
 * Paths from the root that a path may mean, the likeliest first: of a working directory the project's, the root, the file's
 * own, and those between. Paths that leave the repository are none.
 */
export function basePaths(file: string, { path, base }: Relative, project: Project | undefined): readonly string[] {
  const own = directoryOf(file);
  const bases = base === "file" ? [own] : [project?.directory ?? "", "", ...ancestors(own)];
  const paths = bases.flatMap((directory) => withinRoot(directory, path) ?? []);
  return [...new Set(paths)];
}

function ancestors(directory: string): readonly string[] {
  const found: string[] = [];
  for (let at = directory; at !== ""; at = directoryOf(at)) found.push(at);
  return found;
}

/** A path from a directory as one from the root; undefined when it leaves the repository. */
function withinRoot(directory: string, path: string): string | undefined {
  const parts: string[] = [];
  for (const part of `${directory}/${path}`.split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== "..") parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join("/");
}
