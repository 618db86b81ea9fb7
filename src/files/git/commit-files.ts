/** The files of an earlier commit, read from git's objects; what the work tree still has as it was is read there. */
import { type FileSystem, diskFileSystem } from "../file-system.ts";
import { type Blob, readBlobs } from "./blobs.ts";
import { CommitFileSystem } from "./commit-file-system.ts";
import { mergeBase } from "./history.ts";
import { readTree, type TreeEntry } from "./tree.ts";
import { type FileState, WorkTree } from "./work-tree.ts";

export interface CommitOptions {
  /** Contents of more bytes are not read. */
  readonly sizeLimit: number;
  /** Whether a file may be read: only of those the content is asked for. */
  readonly wants: (path: string) => boolean;
}

export interface CommitFiles {
  /** The last commit that the revision and HEAD have in common. */
  readonly commit: string;
  readonly fileSystem: FileSystem;
  /** Whether the work tree has a file as the commit has it. */
  isSame(path: string): boolean;
}

/** The last common commit of a revision and HEAD, as files of this directory. Rejects with `GitProblem`. */
export async function commitFiles(directory: string, revision: string, options: CommitOptions): Promise<CommitFiles> {
  const { commit, entries, states } = await compareWithBase(directory, revision);
  const present = [...entries.values()].filter(({ path }) => states.get(path) !== "sparse");
  const isSame = (path: string): boolean => states.get(path) === "same";
  const asked = present.filter(({ path, kind }) => kind === "symlink" || (!isSame(path) && options.wants(path)));
  const ids = new Set(asked.flatMap(({ id, kind }) => (kind === "submodule" ? [] : [id])));
  const blobs = await readBlobs(directory, ids, options.sizeLimit);
  const contentOf = ({ id }: TreeEntry): Blob | undefined => blobs.get(id);
  const fileSystem = new CommitFileSystem({ entries: present, isSame, contentOf, disk: diskFileSystem(directory) });
  return { commit, fileSystem, isSame };
}

export interface BaseComparison {
  readonly commit: string;
  readonly entries: ReadonlyMap<string, TreeEntry>;
  readonly states: ReadonlyMap<string, FileState>;
  /** What git tracks now, counted from the directory. */
  readonly tracked: readonly string[];
}

/** What became of each file of the last common commit of a revision and HEAD. Rejects with `GitProblem`. */
export async function compareWithBase(directory: string, revision: string): Promise<BaseComparison> {
  const { commit, indexPath, prefix } = await mergeBase(directory, revision);
  const entries = await readTree(directory, commit);
  const workTree = new WorkTree({ directory, indexPath, prefix }, commit.length);
  const states = new Map<string, FileState>();
  for (const entry of entries.values()) states.set(entry.path, workTree.stateOf(entry));
  return { commit, entries, states, tracked: [...workTree.tracked()] };
}
