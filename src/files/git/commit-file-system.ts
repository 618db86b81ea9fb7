import { directoryOf } from "../../model/directory-of.ts";
import { type DirectoryEntry, type EntryKind, FileTooLarge, type FileSystem, UnreadableFile } from "../file-system.ts";
import { isSkippedDirectory } from "../ignore-rules.ts";
import type { Blob } from "./blobs.ts";
import type { TreeEntry } from "./tree.ts";

export interface CommitContents {
  readonly entries: readonly TreeEntry[];
  /** Whether the work tree has a file as the commit has it. */
  readonly isSame: (path: string) => boolean;
  /** Undefined for what was not asked for. */
  readonly contentOf: (entry: TreeEntry) => Blob | undefined;
  readonly disk: FileSystem;
}

/** As many links as an operating system follows. */
const mostHops = 40;

/**
 * The directory as a commit has it. What no commit of this repository holds is seen as it is now: the files of submodules, and
 * what is installed beside the sources; and of the index, by which the walk knows what is kept although it is ignored.
 */
export class CommitFileSystem implements FileSystem {
  readonly #contents: CommitContents;
  readonly #entries = new Map<string, TreeEntry>();
  readonly #directories = new Map<string, Map<string, EntryKind>>([["", new Map()]]);
  readonly #listed = new Map<string, readonly DirectoryEntry[]>();
  readonly #now = new Map<string, readonly DirectoryEntry[]>();

  constructor(contents: CommitContents) {
    this.#contents = contents;
    for (const entry of contents.entries) {
      this.#entries.set(entry.path, entry);
      this.#enter(entry.path, entry.kind === "submodule" ? "directory" : entry.kind);
    }
  }

  list(directory: string): readonly DirectoryEntry[] {
    const known = this.#listed.get(directory);
    if (known !== undefined) return known;
    if (this.#isOfNow(directory)) return this.#contents.disk.list(directory);
    const own = this.#directories.get(directory);
    if (own === undefined) throw new UnreadableFile("there is no such directory");
    const entries = [...own].map(([name, kind]) => ({ name, kind }));
    const all = [...entries, ...this.#installed(directory, own)].sort((a, b) => (a.name < b.name ? -1 : 1));
    this.#listed.set(directory, all);
    return all;
  }

  read(path: string, limit: number): Uint8Array {
    const entry = this.#entries.get(path);
    if (entry === undefined) {
      if (this.#isOfNow(path)) return this.#contents.disk.read(path, limit);
      throw new UnreadableFile("there is no such file");
    }
    // What a link leads to is asked for by its own path.
    if (entry.kind !== "file") throw new UnreadableFile("it is no file");
    if (this.#contents.isSame(path)) return this.#contents.disk.read(path, limit);
    const content = this.#contents.contentOf(entry);
    if (content === undefined) throw new UnreadableFile("its content was not asked for");
    const size = "tooLarge" in content ? content.tooLarge : content.length;
    if ("tooLarge" in content || size > limit) throw new FileTooLarge(size);
    return content;
  }

  follow(path: string): ReturnType<FileSystem["follow"]> {
    if (this.#isOfNow(path)) return this.#contents.disk.follow(path);
    let current: string | undefined = path;
    for (let hops = 0; hops < mostHops && current !== undefined; hops++) {
      const next: Step = this.#step(current);
      if (next.kind !== "link") return next.kind === undefined ? undefined : { path: current, kind: next.kind };
      current = next.path;
    }
    return undefined;
  }

  #enter(path: string, kind: EntryKind): void {
    let [child, childKind] = [path, kind];
    for (;;) {
      const directory = directoryOf(child);
      const name = directory === "" ? child : child.slice(directory.length + 1);
      const siblings = this.#directories.get(directory);
      if (siblings !== undefined) {
        siblings.set(name, childKind);
        return;
      }
      this.#directories.set(directory, new Map([[name, childKind]]));
      [child, childKind] = [directory, "directory"];
    }
  }

  /** What the path's first link leads to, or what the path is where it holds none. */
  #step(path: string): Step {
    for (let end = path.indexOf("/"); ; end = path.indexOf("/", end + 1)) {
      const part = end < 0 ? path : path.slice(0, end);
      const entry = this.#entries.get(part);
      if (entry?.kind === "symlink") {
        const target = this.#targetOf(entry);
        const rest = end < 0 ? "" : path.slice(end);
        return { kind: "link", path: target === undefined ? undefined : target + rest };
      }
      if (end >= 0) continue;
      if (entry?.kind === "file") return { kind: "file" };
      return { kind: this.#directories.has(part) || entry !== undefined ? "directory" : undefined };
    }
  }

  /** Undefined where it leads out of the directory, or is the directory itself. */
  #targetOf(link: TreeEntry): string | undefined {
    const content = this.#contents.contentOf(link);
    if (content === undefined || "tooLarge" in content) return undefined;
    const target = Buffer.from(content).toString("utf8");
    if (target.startsWith("/")) return undefined;
    const parts = directoryOf(link.path)
      .split("/")
      .filter((part) => part !== "");
    for (const part of target.split("/")) {
      if (part === "" || part === ".") continue;
      if (part !== "..") parts.push(part);
      else if (parts.pop() === undefined) return undefined;
    }
    return parts.length === 0 ? undefined : parts.join("/");
  }

  /** Directories that the walk leaves out, but where projects look for what is installed. */
  #installed(directory: string, own: ReadonlyMap<string, EntryKind>): readonly DirectoryEntry[] {
    const now = this.#listNow(directory);
    const siblings = new Set(now.map(({ name }) => name));
    const childrenOf = (name: string): ReadonlySet<string> =>
      new Set(this.#listNow(directory === "" ? name : `${directory}/${name}`).map((child) => child.name));
    return now.filter(
      ({ name, kind }) =>
        kind === "directory" && !own.has(name) && isSkippedDirectory(name, siblings, () => childrenOf(name)),
    );
  }

  /** Nothing for a directory of the commit that is no longer there, or has become a link to elsewhere. */
  #listNow(directory: string): readonly DirectoryEntry[] {
    let entries = this.#now.get(directory);
    if (entries === undefined) {
      const isThere =
        directory === "" || this.#listNow(directoryOf(directory)).some((each) => isCalled(each, directory));
      this.#now.set(directory, (entries = isThere ? this.#contents.disk.list(directory) : []));
    }
    return entries;
  }

  /** Whether a path stands in a submodule, or in a directory that only the work tree has. */
  #isOfNow(path: string): boolean {
    for (let end = path.indexOf("/"); ; end = path.indexOf("/", end + 1)) {
      const part = end < 0 ? path : path.slice(0, end);
      const entry = this.#entries.get(part);
      if (entry?.kind === "submodule") return true;
      if (entry !== undefined) return false;
      // All above it are directories of the commit, so that this asks for one of those.
      if (!this.#directories.has(part)) return this.list(directoryOf(part)).some((each) => isCalled(each, part));
      if (end < 0) return false;
    }
  }
}

function isCalled({ name, kind }: DirectoryEntry, path: string): boolean {
  return kind === "directory" && name === path.slice(path.lastIndexOf("/") + 1);
}

type Step =
  | { readonly kind: "file" | "directory" | undefined }
  | { readonly kind: "link"; readonly path: string | undefined };
