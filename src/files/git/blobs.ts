/** Contents by their ids, as git keeps them: no filter turns them into what a checkout would have. */
import { createHash } from "node:crypto";
import { GitProblem, gitStream } from "./command.ts";

/** What git would call this content; `digits` says by which of its two hashes. */
export function blobId(bytes: Uint8Array, digits: number): string {
  const hash = createHash(digits === 64 ? "sha256" : "sha1");
  return hash.update(`blob ${bytes.length}\0`).update(bytes).digest("hex");
}

/** The bytes, or how many there are where they are over the limit. */
export type Blob = Uint8Array | { readonly tooLarge: number };

/**
 * Reads contents by one process. What is over the limit passes by without being kept. Rejects with `GitProblem`, also where git
 * lacks one of them: a partial clone.
 */
export async function readBlobs(
  directory: string,
  ids: ReadonlySet<string>,
  limit: number,
): Promise<ReadonlyMap<string, Blob>> {
  const reader = new BatchReader(limit);
  if (ids.size === 0) return reader.blobs;
  const input = `${[...ids].join("\n")}\n`;
  await gitStream(directory, ["cat-file", "--batch"], input, (chunk) => reader.take(chunk)).catch((error: unknown) => {
    throw error instanceof GitProblem && error.message.includes("promisor") ? new GitProblem(partial) : error;
  });
  if (reader.missing > 0) throw new GitProblem(partial);
  if (reader.blobs.size < ids.size) throw new GitProblem("git cat-file ended early");
  return reader.blobs;
}

const partial = "this clone is partial and lacks files of that commit; nothing is fetched: fetch them first";

const lineFeed = 0x0a;

/**
 * Reads `ID blob SIZE`, a line break, the content and a line break, again and again, in chunks that break anywhere.
 * @see https://git-scm.com/docs/git-cat-file#_batch_output
 */
class BatchReader {
  readonly blobs = new Map<string, Blob>();
  missing = 0;
  readonly #limit: number;
  #header = "";
  #id = "";
  /** Absent where the content is over the limit. */
  #content: Buffer | undefined;
  #size = 0;
  /** Bytes of the content and its line break that are to come; while it is zero a header is read. */
  #left = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  take(chunk: Buffer): void {
    for (let at = 0; at < chunk.length;)
      at = this.#left > 0 ? this.#takeContent(chunk, at) : this.#takeHeader(chunk, at);
  }

  #takeHeader(chunk: Buffer, at: number): number {
    const end = chunk.indexOf(lineFeed, at);
    this.#header += chunk.toString("latin1", at, end < 0 ? chunk.length : end);
    if (end < 0) return chunk.length;
    const [id = "", kind, size = "0"] = this.#header.split(" ");
    this.#header = "";
    if (kind !== "blob") {
      this.missing++;
      return end + 1;
    }
    this.#id = id;
    this.#size = Number(size);
    this.#content = this.#size > this.#limit ? undefined : Buffer.allocUnsafeSlow(this.#size);
    this.#left = this.#size + 1;
    return end + 1;
  }

  #takeContent(chunk: Buffer, at: number): number {
    const end = Math.min(chunk.length, at + this.#left);
    // The line break after the content falls off the buffer's end.
    this.#content?.set(chunk.subarray(at, Math.min(end, at + this.#left - 1)), this.#size + 1 - this.#left);
    this.#left -= end - at;
    if (this.#left === 0) this.blobs.set(this.#id, this.#content ?? { tooLarge: this.#size });
    return end;
  }
}
