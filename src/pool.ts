/** The threads that read and scan: a pure map over files, so any number of them gives the same facts. */
import { availableParallelism } from "node:os";
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
  /** Threads; by the number of files and cores when absent. */
  readonly jobs: number | undefined;
  readonly signal: AbortSignal | undefined;
  /** Called now and then with how many files are done. */
  readonly onProgress: (done: number) => void;
}

/** What a thread is started with, and what it answers for each batch. `pool-worker.ts` is the other end. */
export interface WorkerSetup extends ReadOptions {
  readonly root: string;
  readonly paths: readonly string[];
  readonly batchSize: number;
  /** One number: the next batch that no thread has taken. */
  readonly next: Int32Array<SharedArrayBuffer>;
}
export interface WorkerAnswer {
  readonly batch: number;
  readonly packed: PackedFacts;
  /** For each file of the batch: its bytes times two, plus one when it was parsed. */
  readonly costs: Float64Array<ArrayBuffer>;
}

/**
 * A thread must warm its code up anew, so fewer files than these do not repay it. Measured on 2 cores: two threads lost a
 * fifth on 1,300 files, were even at 11,700 and gained a sixth on 15,200.
 */
const filesWorthAThread = 2000;
const batchSize = 64;

/** Facts of all files, in their order. `root` is a directory, or a file system of the caller's own (then no threads). */
export async function extractAll(
  root: string | FileSystem,
  paths: readonly string[],
  options: PoolOptions,
): Promise<readonly FileResult[]> {
  const worthwhile = Math.min(availableParallelism(), Math.floor(paths.length / filesWorthAThread));
  const threads = Math.min(options.jobs ?? worthwhile, paths.length);
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

/** Threads take batches from a shared count, so that none waits for this thread, which has manifests to read meanwhile. */
async function extractInThreads(
  root: string,
  paths: readonly string[],
  threads: number,
  options: PoolOptions,
): Promise<readonly FileResult[]> {
  const { precise, sizeLimit, signal } = options;
  const next = new Int32Array(new SharedArrayBuffer(4));
  const setup: WorkerSetup = { root, paths, batchSize, next, precise, sizeLimit };
  const batches: FileResult[][] = [];
  let done = 0;
  const collect = ({ batch, packed, costs }: WorkerAnswer): void => {
    const files = paths.slice(batch * batchSize, (batch + 1) * batchSize);
    batches[batch] = unpack(files, packed, costs);
    done += files.length;
    options.onProgress(done);
  };
  const workers = Array.from({ length: threads }, () => new Worker(workerModule(), { workerData: setup }));
  try {
    await Promise.all(workers.map((worker) => finished(worker, collect, signal)));
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
  return batches.flat();
}

/** Resolves when a thread has found no batch left; rejects when it fails or the run is aborted. */
function finished(
  worker: Worker,
  collect: (answer: WorkerAnswer) => void,
  signal: AbortSignal | undefined,
): Promise<void> {
  return new Promise((resolve, reject) => {
    worker.on("message", (answer: WorkerAnswer) => {
      if (signal?.aborted === true) reject(signal.reason);
      else collect(answer);
    });
    worker.on("error", reject);
    worker.on("exit", (code) => {
      if (code === 0) resolve();
      else reject(new Error(`a scanning thread ended early with code ${code}`));
    });
  });
}

function unpack(paths: readonly string[], packed: PackedFacts, costs: Float64Array): FileResult[] {
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
