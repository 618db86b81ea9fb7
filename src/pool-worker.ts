/** One scanning thread: paths in, packed facts out. Started by `pool.ts`. */
import { parentPort, workerData } from "node:worker_threads";
import { diskFileSystem } from "./files/file-system.ts";
import { FactsPacker } from "./model/packed-facts.ts";
import type { WorkerAnswer, WorkerSetup, WorkerTask } from "./pool.ts";
import { readSource } from "./read-facts.ts";
import { createSyntax } from "./syntax/syntax.ts";

const { root, batchSize, next, ...options }: WorkerSetup = workerData;
const fileSystem = diskFileSystem(root);
const syntax = createSyntax();

async function work({ paths }: WorkerTask): Promise<void> {
  for (;;) {
    const batch = Atomics.add(next, 0, 1);
    const files = paths.slice(batch * batchSize, (batch + 1) * batchSize);
    if (files.length === 0) return;
    const packer = new FactsPacker();
    const costs = new Float64Array(files.length);
    files.forEach((path, at) => {
      const { facts, parsed, bytes } = readSource(fileSystem, path, syntax, options);
      packer.add(facts);
      costs[at] = bytes * 2 + (parsed ? 1 : 0);
    });
    const answer: WorkerAnswer = { batch, packed: packer.finish(), costs };
    parentPort?.postMessage(answer, [answer.packed.numbers.buffer, costs.buffer]);
    // Let the finalisers of syntax trees run: nothing else frees them.
    await new Promise(setImmediate);
  }
}

// One task a thread: after it there is nothing to listen for, and the thread ends.
parentPort?.once("message", (task: WorkerTask) => void work(task));
