/** The threads that read and scan: a pure map over files, so any number of them gives the same facts. */
import { Worker } from "node:worker_threads";
import { diskFileSystem, type FileSystem } from "./files/file-system.ts";
import { languageOf } from "./languages/by-path.ts";
import type { FileFacts } from "./model/facts.ts";
import { FactsUnpacker, type PackedFacts } from "./model/packed-facts.ts";
import { readFacts, type ReadOptions } from "./read-facts.ts";
import { createSyntax } from "./syntax/syntax.ts";

/** One file's facts, and what they cost. */
export interface FileResult {
  readonly path: string;
  readonly facts: FileFacts;
  readonly parsed: boolean;
  readonly bytes: number;
}

export interface PoolOptions extends ReadOptions {
  readonly jobs: number;
  readonly signal: AbortSignal | undefined;
  /** Called now and then with how many files are done. */
  readonly onProgress: (done: number) => void;
}

/** What a thread is started with, sent, and answers. `../pool-worker.ts` is the other end. */
export interface WorkerSetup extends ReadOptions {
  readonly root: string;
}
export interface WorkerAnswer {
  readonly packed: PackedFacts;
  /** For each file of the batch: its bytes times two, plus one when it was parsed. */
  readonly costs: Float64Array<ArrayBuffer>;
}

/** Below this many files for each thread, starting it costs more than it saves (measured: about 60 ms a thread). */
const filesWorthAThread = 300;
const batchSize = 64;

/** Facts of all files, in their order. `root` is a directory, or a file system of the caller's own (then no threads). */
export async function extractAll(
  root: string | FileSystem,
  paths: readonly string[],
  options: PoolOptions,
): Promise<readonly FileResult[]> {
  const threads = Math.min(options.jobs, Math.floor(paths.length / filesWorthAThread));
  if (typeof root !== "string" || threads < 2) {
    return extractHere(typeof root === "string" ? diskFileSystem(root) : root, paths, options);
  }
  return extractInThreads(root, paths, threads, options);
}

async function extractHere(
  fileSystem: FileSystem,
  paths: readonly string[],
  options: PoolOptions,
): Promise<readonly FileResult[]> {
  const syntax = createSyntax();
  const results: FileResult[] = [];
  for (const path of paths) {
    const language = languageOf(path);
    if (language === undefined) continue;
    results.push({ path, ...readFacts(fileSystem, path, language, syntax, options) });
    if (results.length % batchSize === 0) {
      options.onProgress(results.length);
      options.signal?.throwIfAborted();
      // Let the garbage collector's finalisers free syntax trees, and an abort be heard.
      await new Promise(setImmediate);
    }
  }
  return results;
}

/** Threads take the next batch when they have answered one; two are under way for each, so that none waits. */
async function extractInThreads(
  root: string,
  paths: readonly string[],
  threads: number,
  options: PoolOptions,
): Promise<readonly FileResult[]> {
  const setup: WorkerSetup = { root, precise: options.precise, sizeLimit: options.sizeLimit };
  const batches: FileResult[][] = [];
  const workers: Worker[] = [];
  let next = 0;
  let done = 0;
  const runThread = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const worker = new Worker(workerModule(), { workerData: setup });
      workers.push(worker);
      const waiting: number[] = [];
      const send = (): void => {
        const start = next * batchSize;
        if (start >= paths.length) {
          if (waiting.length === 0) resolve();
          return;
        }
        waiting.push(next++);
        worker.postMessage(paths.slice(start, start + batchSize));
      };
      worker.on("error", reject);
      worker.on("exit", (code) => reject(new Error(`a scanning thread ended early with code ${code}`)));
      worker.on("message", (answer: WorkerAnswer) => {
        const batch = waiting.shift() ?? 0;
        const files = paths.slice(batch * batchSize, (batch + 1) * batchSize);
        batches[batch] = unpack(files, answer);
        done += files.length;
        options.onProgress(done);
        if (options.signal?.aborted === true) reject(options.signal.reason);
        else send();
      });
      send();
      send();
    });
  try {
    await Promise.all(Array.from({ length: threads }, runThread));
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
  return batches.flat();
}

function unpack(paths: readonly string[], { packed, costs }: WorkerAnswer): FileResult[] {
  const unpacker = new FactsUnpacker(packed);
  return paths.map((path, at) => {
    const cost = costs[at] ?? 0;
    return { path, facts: unpacker.next(), parsed: cost % 2 === 1, bytes: Math.floor(cost / 2) };
  });
}

/** Threads run built code: under a test runner that reads the sources, the build stands beside them. */
function workerModule(): URL {
  const here = import.meta.url;
  return here.endsWith(".ts") ? new URL("../dist/pool-worker.js", here) : new URL("./pool-worker.js", here);
}
