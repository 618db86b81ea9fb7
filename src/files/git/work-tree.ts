/**
 * Which files of a commit the work tree has as they were. git would run the filters of the repository to tell; this only looks at
 * sizes and times where the index has them, and else compares contents, byte by byte but for the ends of lines.
 */
import { lstatSync, readFileSync, readlinkSync } from "node:fs";
import { join } from "node:path";
import { directoryOf } from "../../model/directory-of.ts";
import { type FileSystem, diskFileSystem } from "../file-system.ts";
import { blobId } from "./blobs.ts";
import { GitIndex, type IndexEntry } from "./index-file.ts";
import type { TreeEntry } from "./tree.ts";

/** `sparse`: it is not there because the checkout leaves it out, which is no change. */
export type FileState = "same" | "changed" | "gone" | "sparse";

export interface WorkTreePlace {
  readonly directory: string;
  readonly indexPath: string;
  /** Of the directory, from the root of the work tree; with a slash at its end. */
  readonly prefix: string;
}

/** Larger files are taken to have changed. */
const hashLimit = 64 * 1024 * 1024;

export class WorkTree {
  readonly #directory: string;
  readonly #prefix: string;
  readonly #index: GitIndex | undefined;
  /** What was written as late as the index may have been changed after git looked at it, in nanoseconds. */
  readonly #indexTime: bigint;
  readonly #fileSystem: FileSystem;
  readonly #plain = new Map<string, boolean>([["", true]]);
  #sparseDirectories: readonly string[] | undefined;

  constructor({ directory, indexPath, prefix }: WorkTreePlace, idDigits: number) {
    this.#directory = directory;
    this.#prefix = prefix;
    const path = join(directory, indexPath);
    const stat = lstatSync(path, { bigint: true, throwIfNoEntry: false });
    const index = stat === undefined ? undefined : GitIndex.read(readFileSync(path), idDigits === 64 ? 32 : 20);
    this.#index = index?.isSplit === true ? undefined : index;
    this.#indexTime = stat?.mtimeNs ?? 0n;
    this.#fileSystem = diskFileSystem(directory);
  }

  /** What git tracks now below the directory, counted from it. */
  *tracked(): Iterable<string> {
    for (const path of this.#index?.paths ?? [])
      if (path.startsWith(this.#prefix)) yield path.slice(this.#prefix.length);
  }

  stateOf({ path, id, kind }: TreeEntry): FileState {
    const known = this.#index?.entry(this.#prefix + path);
    // Of a submodule only which commit of it is wanted is looked at: the rest is another repository's.
    if (kind === "submodule") return known === undefined ? "gone" : known.id === id ? "same" : "changed";
    const full = join(this.#directory, path);
    const stat = this.#isPlain(directoryOf(path))
      ? lstatSync(full, { bigint: true, throwIfNoEntry: false })
      : undefined;
    if (stat === undefined) return known?.sparse === true || this.#isBelowSparse(path) ? "sparse" : "gone";
    if (kind === "symlink" && stat.isSymbolicLink())
      return blobId(readlinkSync(full, { encoding: "buffer" }), id.length) === id ? "same" : "changed";
    if (!stat.isFile()) return "changed";
    if (known !== undefined && this.#isAsKnown(known, stat)) return known.id === id ? "same" : "changed";
    return this.#hasContent(path, id) ? "same" : "changed";
  }

  /** https://git-scm.com/docs/racy-git */
  #isAsKnown(known: IndexEntry, { size, mtimeNs }: { readonly size: bigint; readonly mtimeNs: bigint }): boolean {
    if (known.unmerged || BigInt(known.size) !== size % 0x100000000n || mtimeNs >= this.#indexTime) return false;
    const [seconds, nanoseconds] = [mtimeNs / 1_000_000_000n, mtimeNs % 1_000_000_000n];
    // git may be built without nanoseconds.
    const isSame = known.nanoseconds === 0 || BigInt(known.nanoseconds) === nanoseconds;
    return isSame && BigInt(known.seconds) === seconds % 0x100000000n;
  }

  /** A checkout may have turned line feeds into the system's line breaks. */
  #hasContent(path: string, id: string): boolean {
    try {
      const bytes = Buffer.from(this.#fileSystem.read(path, hashLimit));
      if (blobId(bytes, id.length) === id) return true;
      if (!bytes.includes("\r\n")) return false;
      return blobId(Buffer.from(bytes.toString("latin1").replaceAll("\r\n", "\n"), "latin1"), id.length) === id;
    } catch {
      return false;
    }
  }

  /** Whether no directory on the way is a symlink, through which the path would lead elsewhere. */
  #isPlain(directory: string): boolean {
    let plain = this.#plain.get(directory);
    if (plain === undefined) {
      const stat = this.#isPlain(directoryOf(directory))
        ? lstatSync(join(this.#directory, directory), { throwIfNoEntry: false })
        : undefined;
      this.#plain.set(directory, (plain = stat?.isDirectory() === true));
    }
    return plain;
  }

  #isBelowSparse(path: string): boolean {
    this.#sparseDirectories ??= [...(this.#index?.paths ?? [])].filter((each) => each.endsWith("/"));
    return this.#sparseDirectories.some((directory) => `${this.#prefix}${path}`.startsWith(directory));
  }
}
