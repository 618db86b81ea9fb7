import { directoryProblem } from "../files/file-system.ts";
import { changedSince, GitProblem } from "../files/git-changes.ts";
import type { CliOptions } from "./options.ts";
import { UsageError } from "./usage-error.ts";

/** The paths that `affected` is asked about, counted from the analysed directory. Rejects with `UsageError`. */
export async function changedPaths({ change, directory }: CliOptions): Promise<readonly string[]> {
  if (change === undefined) return [];
  if ("files" in change) return change.files;
  const problem = directoryProblem(directory);
  if (problem !== undefined) throw new UsageError(problem);
  try {
    return await changedSince(directory, change.since);
  } catch (error) {
    if (!(error instanceof GitProblem)) throw error;
    throw new UsageError(`cannot tell what changed since "${change.since}": ${error.message}`);
  }
}
