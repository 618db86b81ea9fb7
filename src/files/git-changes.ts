/** Which files differ between two commits, as git itself says. Only git is run: no hook, filter or driver of the repository. */
import { execFile } from "node:child_process";

/** git is not there, or cannot answer; in words for the user. */
export class GitProblem extends Error {
  override readonly name = "GitProblem";
}

/**
 * Paths below `directory`, counted from it, that differ between the last common commit of `revision` and HEAD, and HEAD;
 * deleted ones included, and of a renamed one both. What is not committed is not among them. Rejects with `GitProblem`.
 */
export async function changedSince(directory: string, revision: string): Promise<readonly string[]> {
  // git would read it as an option.
  if (revision.startsWith("-") || revision === "") throw new GitProblem(`there is no revision "${revision}"`);
  // Two commits are compared, so nothing of the work tree is read and no filter of it runs; of the settings that name a
  // program this command heeds the file system monitor's, the external diff's and the text converters': all are off.
  const output = await git(directory, [
    "-c",
    "core.fsmonitor=false",
    "diff",
    "--name-only",
    "-z",
    "--no-renames",
    "--no-ext-diff",
    "--no-textconv",
    "--ignore-submodules=dirty",
    "--relative",
    `${revision}...`,
    "--",
  ]);
  return output.split("\0").filter((path) => path !== "");
}

const mostBytes = 256 * 1024 * 1024;

function git(directory: string, args: readonly string[]): Promise<string> {
  const env = { ...process.env, LC_ALL: "C", GIT_OPTIONAL_LOCKS: "0", GIT_PAGER: "", GIT_TERMINAL_PROMPT: "0" };
  return new Promise((resolve, reject) => {
    execFile("git", [...args], { cwd: directory, env, maxBuffer: mostBytes }, (error, stdout, stderr) => {
      if (error === null) resolve(stdout);
      else if (error.code === "ENOENT") reject(new GitProblem("git is not installed"));
      else reject(new GitProblem(reason(stderr) ?? error.message));
    });
  });
}

/** `bad revision 'main...'` of all that git says. */
function reason(stderr: string): string | undefined {
  const lines = stderr.split("\n").filter((line) => line !== "");
  return (lines.find((line) => line.startsWith("fatal: ")) ?? lines[0])?.replace(/^(fatal|error): /, "");
}
