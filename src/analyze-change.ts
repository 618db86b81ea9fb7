/**
 * What a change introduces: the conflicts of now that were not there where HEAD left another revision. That state is read from git's
 * objects, so nothing of the work tree is touched; what source files say that are as they were is not asked again.
 */
import { analyzeWithFacts, defaultSizeLimit, RootError } from "./analyze.ts";
import type { AnalyzeOptions } from "./analyze-options.ts";
import { directoryProblem } from "./files/file-system.ts";
import { commitFiles } from "./files/git/commit-files.ts";
import { languageOf } from "./languages/by-path.ts";
import { languages } from "./languages/index.ts";
import type { Analysis } from "./model/analysis.ts";
import type { Conflict } from "./model/conflict.ts";
import { compareConflicts, textOf } from "./model/earlier-conflicts.ts";

export interface ChangeOptions extends Omit<AnalyzeOptions, "fileSystem" | "goal"> {
  /** A branch, a tag, a commit: compared with is the last commit that it and HEAD have in common. */
  readonly since: string;
}

export interface ChangeAnalysis {
  /** The directory as it is, committed or not. */
  readonly now: Analysis;
  /** As it was: by the same options and settings, those of now. */
  readonly before: Analysis;
  /** The id of the commit that `before` is about. */
  readonly commit: string;
  /** Conflicts of now that were not there before, and conflicts of before that are there no longer. */
  readonly introduced: readonly Conflict[];
  readonly gone: readonly Conflict[];
}

/**
 * Analyses a directory of a git work tree twice. Of git only its own objects and its index are asked: no hook, no filter and no
 * other program of the repository runs. Rejects as `analyze` does, and with `GitProblem` where git cannot tell.
 */
export async function analyzeChange({ since, ...options }: ChangeOptions): Promise<ChangeAnalysis> {
  const root = options.root ?? ".";
  const problem = directoryProblem(root);
  if (problem !== undefined) throw new RootError(problem);
  const sizeLimit = options.sizeLimit ?? defaultSizeLimit;
  const commit = await commitFiles(root, since, { sizeLimit, wants: isRead });
  const { analysis: now, results } = await analyzeWithFacts(options, () => undefined);
  const known = (path: string): ReturnType<typeof results.get> => (commit.isSame(path) ? results.get(path) : undefined);
  const { analysis: before } = await analyzeWithFacts({ ...options, fileSystem: commit.fileSystem }, known);
  const { fresh, gone } = compareConflicts(now.conflicts, before.conflicts, {
    now: (conflict) => textOf(conflict, now.line),
    before: (conflict) => textOf(conflict, before.line),
  });
  return { now, before, commit: commit.commit, introduced: fresh, gone };
}

function isRead(path: string): boolean {
  const name = path.slice(path.lastIndexOf("/") + 1);
  if (name === ".gitignore" || languageOf(path) !== undefined) return true;
  return languages.some(({ manifests }) => manifests.some((manifest) => manifest.matches(name, path)));
}
