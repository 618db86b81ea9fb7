/** Where HEAD left another revision. */
import { git, GitProblem } from "./command.ts";

export interface MergeBase {
  /** The id of the last commit that the revision and HEAD have in common. */
  readonly commit: string;
  /** Where the repository's index is, from the directory that was asked about. */
  readonly indexPath: string;
  /** The directory, from the root of the work tree: `""`, or a path with a slash at its end. */
  readonly prefix: string;
}

/** Rejects with `GitProblem` where there is no work tree, no such revision, or nothing in common. */
export async function mergeBase(directory: string, revision: string): Promise<MergeBase> {
  const place = await git(directory, [
    "rev-parse",
    "--is-inside-work-tree",
    "--is-shallow-repository",
    "--git-path",
    "index",
    "--show-prefix",
  ]);
  const [inside, shallow, indexPath = "", ...rest] = place.toString("utf8").split("\n");
  if (inside !== "true") throw new GitProblem(`"${directory}" is not in the work tree of a git repository`);
  const hint = shallow === "true" ? "; this clone is shallow: fetch more of its history (git fetch --unshallow)" : "";
  const ask = async (args: readonly string[], otherwise: string): Promise<string> => {
    const answer = await git(directory, args).catch((error: unknown) => {
      // git says nothing of what it does not find, or that it needs a single revision.
      throw error instanceof GitProblem ? new GitProblem(otherwise, { cause: error }) : error;
    });
    return answer.toString("utf8").trim();
  };
  // git would read it as an option.
  if (revision.startsWith("-") || revision === "") throw new GitProblem(`there is no commit "${revision}"`);
  const commit = await ask(
    ["rev-parse", "--verify", "--quiet", `${revision}^{commit}`],
    `there is no commit "${revision}"${hint}`,
  );
  const head = await ask(["rev-parse", "--verify", "--quiet", "HEAD^{commit}"], "nothing is committed yet");
  const base = await ask(["merge-base", commit, head], `"${revision}" and HEAD have no commit in common${hint}`);
  // A prefix may itself hold line breaks; the last one is git's.
  return { commit: base, indexPath, prefix: rest.join("\n").replace(/\n$/, "") };
}
