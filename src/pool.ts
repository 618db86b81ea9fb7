/** The threads that read and scan: a pure map over files, so any number of them gives the same facts. */
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { diskFileSystem, type FileSystem } from "./files/file-system.ts";
import { packageRoot } from "./files/read-own-file.ts";
import type { FileFacts } from "./model/facts.ts";
import { FactsUnpacker, type PackedFacts } from "./model/packed-facts.ts";
import { readSource, type ReadOptions } from "./read-facts.ts";
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

/** What a thread is started with, what it is then told, and what it answers for each batch. `pool-worker.ts` is the other end. */
export interface WorkerSetup extends ReadOptions {
  readonly root: string;
  readonly batchSize: number;
  /** One number: the next batch that no thread has taken. */
  readonly next: Int32Array<SharedArrayBuffer>;
}
export interface WorkerTask {
  readonly paths: readonly string[];
}
export interface WorkerAnswer {
  readonly batch: number;
  readonly packed: PackedFacts;
  /** For each file of the batch: its bytes times two, plus one when it was parsed. */
  readonly costs: Float64Array<ArrayBuffer>;
}

/** A thread loads and warms its code anew, so fewer files than these do not repay it. */
const filesWorthAThread = 1000;
const batchSize = 32;

/**
 * Reads and scans files, on this thread and on others that take batches from a shared count. The others are started as
 * soon as the walk has seen enough files for them, so that they load their code while it goes on.
 */
export class Pool {
  readonly #root: string | FileSystem;
  readonly #options: PoolOptions;
  readonly #next = new Int32Array(new SharedArrayBuffer(4));
  readonly #workers: Worker[] = [];
  readonly #cores = availableParallelism();
  #seen = 0;

  /** @param root a directory, or a file system of the caller's own (then no threads) */
  constructor(root: string | FileSystem, options: PoolOptions) {
    this.#root = root;
    this.#options = options;
  }

  /** Tells that the walk has found one more file to read. */
  expect(): void {
    this.#seen++;
    const { jobs } = this.#options;
    const wanted = jobs ?? Math.min(this.#cores, 1 + Math.floor(this.#seen / filesWorthAThread));
    if (this.#workers.length + 1 < Math.min(wanted, this.#seen)) this.#start();
  }

  #start(): void {
    if (typeof this.#root !== "string") return;
    const { precise, sizeLimit } = this.#options;
    const setup: WorkerSetup = { root: this.#root, batchSize, next: this.#next, precise, sizeLimit };
    const worker = new Worker(workerModule, { workerData: setup });
    // Until it has something to do it keeps no process alive: the walk may fail yet.
    worker.unref();
    this.#workers.push(worker);
  }

  /** Facts of all files, in their order. To be called once. */
  async extract(paths: readonly string[]): Promise<readonly FileResult[]> {
    const { signal, onProgress } = this.#options;
    const batches: (readonly FileResult[])[] = [];
    let done = 0;
    const collect = (batch: number, results: readonly FileResult[]): void => {
      batches[batch] = results;
      done += results.length;
      onProgress(done);
    };
    const answer = ({ batch, packed, costs }: WorkerAnswer): void =>
      collect(batch, unpack(batchOf(paths, batch), packed, costs));
    const task: WorkerTask = { paths };
    for (const worker of this.#workers) {
      worker.ref();
      worker.postMessage(task);
    }
    const others = Promise.all(this.#workers.map((worker) => finished(worker, answer, signal)));
    try {
      await Promise.all([others, this.#extractHere(paths, collect)]);
    } finally {
      await this.close();
    }
    return batches.flat();
  }

  /** Ends the threads, whatever they are at. */
  async close(): Promise<void> {
    await Promise.all(this.#workers.splice(0).map((worker) => worker.terminate()));
  }

  async #extractHere(
    paths: readonly string[],
    collect: (batch: number, results: readonly FileResult[]) => void,
  ): Promise<void> {
    const fileSystem = typeof this.#root === "string" ? diskFileSystem(this.#root) : this.#root;
    const syntax = createSyntax();
    for (;;) {
      // Lets the garbage collector's finalisers free syntax trees, answers of threads come in, and an abort be heard.
      await new Promise(setImmediate);
      this.#options.signal?.throwIfAborted();
      const batch = Atomics.add(this.#next, 0, 1);
      const files = batchOf(paths, batch);
      if (files.length === 0) return;
      const results: FileResult[] = [];
      for (const path of files) {
        const { facts, parsed, bytes } = readSource(fileSystem, path, syntax, this.#options);
        results.push({ path, facts, parsed, bytes });
      }
      collect(batch, results);
    }
  }
}

function batchOf(paths: readonly string[], batch: number): readonly string[] {
  return paths.slice(batch * batchSize, (batch + 1) * batchSize);
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

/** Threads run the build, also when this code is read from its sources (by a test runner). */
const workerModule = new URL("dist/pool-worker.js", packageRoot);
