/** Files below a directory, as far as a pattern can reach. */
import type { FileIndex } from "../../../files/file-index.ts";

/** Of one pattern; above it, a bundler would not be asked either. */
const maxSeen = 50_000;
/** Links may lead far down. */
const maxDepth = 64;

export interface FileList {
  readonly paths: readonly string[];
  /** Not all were looked at. */
  readonly isWhole: boolean;
}

export class FilesBelow {
  readonly #files: FileIndex;
  readonly #known = new Map<string, FileList>();

  constructor(files: FileIndex) {
    this.#files = files;
  }

  /** Sorted. Names with a leading dot only where the pattern writes one; what is installed never. */
  list(directory: string, pattern: string): FileList {
    const depth = pattern.includes("**") ? maxDepth : pattern.split("/").length + 1;
    const dots = /(^|\/)\./.test(pattern);
    const key = `${directory}\n${depth}\n${dots}`;
    let list = this.#known.get(key);
    if (list === undefined) this.#known.set(key, (list = this.#collect(directory, depth, { dots })));
    return list;
  }

  #collect(directory: string, depth: number, { dots }: { readonly dots: boolean }): FileList {
    const paths: string[] = [];
    const pending = [{ at: directory, left: depth }];
    let seen = 0;
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      const { at, left } = next;
      for (const name of this.#files.names(at)) {
        if (++seen > maxSeen) return { paths: paths.sort(), isWhole: false };
        if (name === "node_modules" || (!dots && name.startsWith("."))) continue;
        const path = at === "" ? name : `${at}/${name}`;
        if (this.#files.hasDirectory(path)) {
          if (left > 1) pending.push({ at: path, left: left - 1 });
        } else if (this.#files.has(path)) paths.push(this.#files.real(path));
      }
    }
    return { paths: paths.sort(), isWhole: true };
  }
}
