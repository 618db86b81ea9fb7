/** What a commit holds. */
import { git } from "./command.ts";

export interface TreeEntry {
  /** From the directory that was asked about. */
  readonly path: string;
  readonly kind: "file" | "symlink" | "submodule";
  /** Of its content, in hexadecimal: 40 digits, or 64. */
  readonly id: string;
}

const kinds: Readonly<Record<string, TreeEntry["kind"]>> = { "120000": "symlink", "160000": "submodule" };

/** All that stands in a directory of the work tree and below it, as a commit has it. Rejects with `GitProblem`. */
export async function readTree(directory: string, commit: string): Promise<ReadonlyMap<string, TreeEntry>> {
  const listing = (await git(directory, ["ls-tree", "-r", "-z", commit])).toString("utf8");
  const entries = new Map<string, TreeEntry>();
  // `100644 blob 2f3c...<TAB>web/src/app.ts<NUL>`
  for (let at = 0; at < listing.length;) {
    const tab = listing.indexOf("\t", at);
    const end = listing.indexOf("\0", tab);
    if (tab < 0 || end < 0) break;
    const path = listing.slice(tab + 1, end);
    const id = listing.slice(listing.lastIndexOf(" ", tab) + 1, tab);
    entries.set(path, { path, id, kind: kinds[listing.slice(at, at + 6)] ?? "file" });
    at = end + 1;
  }
  return entries;
}
