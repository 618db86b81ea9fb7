/**
 * Asks git. Only git itself is run: the commands that are asked read objects and the index, so no hook, filter, text converter or
 * external diff of the repository has a part in them, and what is left of settings that start a program is off.
 */
import { spawn } from "node:child_process";

/** git is not there, or cannot answer; in words for the user. */
export class GitProblem extends Error {
  override readonly name = "GitProblem";
}

const safeSettings: readonly string[] = [
  "-c",
  "core.fsmonitor=false",
  // A partial clone would fetch what it lacks, by whatever program its settings name.
  "-c",
  "protocol.allow=never",
];

const safeEnvironment = {
  LC_ALL: "C",
  GIT_OPTIONAL_LOCKS: "0",
  GIT_PAGER: "",
  GIT_TERMINAL_PROMPT: "0",
  GIT_NO_LAZY_FETCH: "1",
};

/** The standard output of one command, whole. Rejects with `GitProblem`. */
export async function git(directory: string, args: readonly string[]): Promise<Buffer> {
  const chunks: Buffer[] = [];
  await gitStream(directory, args, "", (chunk) => chunks.push(chunk));
  return Buffer.concat(chunks);
}

/** Gives the standard output of one command as it comes. Rejects with `GitProblem`, which has the exit code. */
export function gitStream(
  directory: string,
  args: readonly string[],
  input: string,
  onChunk: (chunk: Buffer) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn("git", [...safeSettings, ...args], {
      cwd: directory,
      env: { ...process.env, ...safeEnvironment },
      stdio: ["pipe", "pipe", "pipe"],
      windowsHide: true,
    });
    let complaint = "";
    child.stdout.on("data", onChunk);
    child.stderr.on("data", (chunk: Buffer) => {
      if (complaint.length < mostComplaint) complaint += chunk.toString("utf8");
    });
    // It ends before it has read all of it only when it fails: then its exit code tells.
    child.stdin.on("error", () => undefined);
    child.stdin.end(input);
    child.on("error", (error: NodeJS.ErrnoException) => {
      reject(new GitProblem(error.code === "ENOENT" ? "git is not installed" : error.message));
    });
    child.on("close", (code) => {
      if (code === 0) resolve();
      else reject(new GitProblem(reason(complaint) ?? `git ${args[0] ?? ""} ended with code ${code ?? "none"}`));
    });
  });
}

const mostComplaint = 1 << 16;

/** `bad revision 'main...'` of all that git says. */
function reason(complaint: string): string | undefined {
  const lines = complaint.split("\n").filter((line) => line !== "");
  return (lines.find((line) => line.startsWith("fatal: ")) ?? lines[0])?.replace(/^(fatal|error): /, "");
}
