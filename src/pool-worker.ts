/** One scanning thread: paths in, packed facts out. Started by `pool.ts`. */
import { parentPort, workerData } from "node:worker_threads";
import { diskFileSystem } from "./files/file-system.ts";
import { languageOf } from "./languages/by-path.ts";
import { FactsPacker } from "./model/packed-facts.ts";
import type { WorkerAnswer, WorkerSetup } from "./pool.ts";
import { noFacts } from "./model/facts.ts";
import { type FileExtraction, readFacts } from "./read-facts.ts";
import { createSyntax } from "./syntax/syntax.ts";

const nothing: FileExtraction = { facts: noFacts, parsed: false, bytes: 0 };
const { root, paths, batchSize, next, ...options }: WorkerSetup = workerData;
const fileSystem = diskFileSystem(root);
const syntax = createSyntax();

for (;;) {
  const batch = Atomics.add(next, 0, 1);
  const files = paths.slice(batch * batchSize, (batch + 1) * batchSize);
  if (files.length === 0) break;
  const packer = new FactsPacker();
  const costs = new Float64Array(files.length);
  files.forEach((path, at) => {
    const language = languageOf(path);
    const { facts, parsed, bytes } =
      language === undefined ? nothing : readFacts(fileSystem, path, language, syntax, options);
    packer.add(facts);
    costs[at] = bytes * 2 + (parsed ? 1 : 0);
  });
  const answer: WorkerAnswer = { batch, packed: packer.finish(), costs };
  parentPort?.postMessage(answer, [answer.packed.numbers.buffer, costs.buffer]);
  // Let the finalisers of syntax trees run: nothing else frees them.
  await new Promise(setImmediate);
}
