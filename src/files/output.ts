/** Where results go: a stream, or a file that the user named. */
import { once } from "node:events";
import { closeSync, openSync, writeFileSync } from "node:fs";

/** Writes chunks in order. Throws when the file cannot be written. Nothing else waits to be done: a stream only costs more. */
export function writeFile(path: string, chunks: Iterable<string>): void {
  const handle = openSync(path, "w");
  try {
    for (const chunk of chunks) writeFileSync(handle, chunk);
  } finally {
    closeSync(handle);
  }
}

/** Writes chunks in order, waiting when the reader is slow; a reader that goes away ends it quietly. */
export async function writeStream(stream: NodeJS.WritableStream, chunks: Iterable<string>): Promise<void> {
  let gone: NodeJS.ErrnoException | undefined;
  const onError = (error: NodeJS.ErrnoException): void => {
    gone = error;
  };
  stream.on("error", onError);
  // Small chunks are joined: a write costs more than a line is worth.
  let pending = "";
  const closed = once(stream, "close").catch(() => undefined);
  const flush = async (): Promise<void> => {
    const text = pending;
    pending = "";
    if (text !== "" && !stream.write(text)) await Promise.race([once(stream, "drain"), closed]);
  };
  try {
    for (const chunk of chunks) {
      pending += chunk;
      if (pending.length > 65_536) await flush();
      if (gone !== undefined) break;
    }
    await flush();
  } catch (error) {
    if (gone === undefined) throw error;
  }
  // The listener stays: an error of the last write may come later.
  if (gone !== undefined && gone.code !== "EPIPE") throw gone;
}
