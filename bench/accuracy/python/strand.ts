/** Python's measurements: grimp, pyright, and the sample projects of deptry and FawltyDeps. */
import { readCorpus } from "../../corpus/corpus.ts";
import { PythonCache } from "../../corpus/python-cache.ts";
import type { Strand } from "../strand.ts";
import { measureGrimp } from "./grimp.ts";
import { observe, type ObservedTree } from "./observed-tree.ts";
import { measurePyright } from "./pyright.ts";
import { measureSamples } from "./samples.ts";

export const python: Strand = {
  language: "python",
  parts: ["grimp", "pyright", "samples"],
  async measure(options) {
    const corpus = readCorpus().python;
    const cache = new PythonCache(corpus, options.python);
    const trees = corpus.trees.filter(({ name }) => options.trees?.includes(name) ?? true);
    // One at a time: the graphs of all would not fit.
    async function* observed(): AsyncGenerator<ObservedTree> {
      for (const tree of trees) {
        console.error(`reading ${tree.name}`);
        yield await observe(cache, tree);
      }
    }
    for (const part of options.parts) {
      if (part === "grimp") await measureGrimp(cache, observed(), options);
      if (part === "pyright") await measurePyright(cache, observed(), options);
      if (part === "samples") await measureSamples(options);
    }
  },
};
