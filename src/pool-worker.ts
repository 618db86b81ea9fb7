/** One scanning thread: paths in, packed facts out. Started by `pool.ts`. */
import { parentPort, workerData } from "node:worker_threads";
import { diskFileSystem } from "./files/file-system.ts";
import { languageOf } from "./languages/by-path.ts";
import { FactsPacker } from "./model/packed-facts.ts";
import type { WorkerAnswer, WorkerSetup } from "./pool.ts";
import { noFacts } from "./model/facts.ts";
import { readFacts } from "./read-facts.ts";
import { createSyntax } from "./syntax/syntax.ts";

const setup: WorkerSetup = workerData;
const fileSystem = diskFileSystem(setup.root);
const syntax = createSyntax();

parentPort?.on("message", (paths: readonly string[]) => {
  const packer = new FactsPacker();
  const costs = new Float64Array(paths.length);
  paths.forEach((path, at) => {
    const language = languageOf(path);
    if (language === undefined) {
      packer.add(noFacts);
      return;
    }
    const { facts, parsed, bytes } = readFacts(fileSystem, path, language, syntax, setup);
    packer.add(facts);
    costs[at] = bytes * 2 + (parsed ? 1 : 0);
  });
  const answer: WorkerAnswer = { packed: packer.finish(), costs };
  parentPort?.postMessage(answer, [answer.packed.numbers.buffer, costs.buffer]);
});
