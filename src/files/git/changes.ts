/** Which files differ from an earlier commit, committed or not. */
import { diskFileSystem } from "../file-system.ts";
import { walk } from "../walk.ts";
import { compareWithBase } from "./commit-files.ts";

/**
 * Paths below `directory`, counted from it, that the work tree has not as the last common commit of `revision` and HEAD had them;
 * deleted ones included, and of a renamed one both. Rejects with `GitProblem`.
 */
export async function changedSince(directory: string, revision: string): Promise<readonly string[]> {
  const { entries, states, tracked } = await compareWithBase(directory, revision);
  const changed = [...states].filter(([, state]) => state === "changed" || state === "gone").map(([path]) => path);
  const { files } = walk(diskFileSystem(directory));
  const added = [...tracked, ...files.paths].filter((path) => !entries.has(path) && !path.endsWith("/"));
  return [...new Set([...changed, ...added])].sort();
}
