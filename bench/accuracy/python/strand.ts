/** Python's measurements: grimp, pyright, and the sample projects of deptry and FawltyDeps. */
import { readCorpus } from "../../corpus/corpus.ts";
import { PythonCache } from "../../corpus/python-cache.ts";
import type { Strand } from "../strand.ts";
import { measureGrimp } from "./grimp.ts";
import { measurePyright } from "./pyright.ts";
import { measureSamples } from "./samples.ts";

export const python: Strand = {
  language: "python",
  parts: ["grimp", "pyright", "samples"],
  async measure(options) {
    const corpus = readCorpus().python;
    const cache = new PythonCache(corpus, options.python);
    const trees = corpus.trees.filter(({ name }) => options.trees?.includes(name) ?? true);
    for (const part of options.parts) {
      if (part === "grimp") await measureGrimp(cache, trees, options);
      if (part === "pyright") await measurePyright(cache, trees, options);
      if (part === "samples") await measureSamples(options);
    }
  },
};
