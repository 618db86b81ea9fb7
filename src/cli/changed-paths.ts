import { directoryProblem } from "../files/file-system.ts";
import { changedSince } from "../files/git/changes.ts";
import { GitProblem } from "../files/git/command.ts";
import type { CliOptions, Since } from "./options.ts";
import { UsageError } from "./usage-error.ts";

/** The paths that `affected` is asked about, counted from the analysed directory. Rejects with `UsageError`. */
export async function changedPaths({ command, change, directory }: CliOptions): Promise<readonly string[]> {
  if (command !== "affected" || change === undefined) return [];
  if ("files" in change) return change.files;
  const problem = directoryProblem(directory);
  if (problem !== undefined) throw new UsageError(problem);
  return inWords(change, ({ since }) => changedSince(directory, since));
}

/** Asks git; what it cannot tell is the user's to mend. Rejects with `UsageError`. */
export async function inWords<T>(change: Since, ask: (change: Since) => Promise<T>): Promise<T> {
  try {
    return await ask(change);
  } catch (error) {
    if (!(error instanceof GitProblem)) throw error;
    throw new UsageError(`cannot tell what changed since "${change.since}": ${error.message}`);
  }
}
