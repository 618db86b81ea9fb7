/** JavaScript's measurements: TypeScript, oxc-resolver, esbuild, tables of `exports` and `imports`, frameworks' compilers. */
import { readCorpus } from "../../corpus/corpus.ts";
import { JavaScriptCache } from "../../corpus/javascript-cache.ts";
import type { Strand } from "../strand.ts";
import { measureComponents } from "./components.ts";
import { observe, type ObservedTree } from "./observed-tree.ts";
import { measureEsbuild } from "./esbuild.ts";
import { measureOxc } from "./oxc.ts";
import { prepare } from "./prepared-tree.ts";
import { measureTables } from "./tables.ts";
import { measureTypeScript } from "./typescript.ts";
import type { TypeScript } from "./typescript-api.ts";

export const javascript: Strand = {
  language: "javascript",
  parts: ["typescript", "oxc", "esbuild", "tables", "components"],
  async measure(options) {
    const corpus = readCorpus().javascript;
    const cache = new JavaScriptCache(corpus, options.checkouts);
    const trees = corpus.trees.filter(({ name }) => options.trees?.includes(name) ?? true);
    // Made once for all parts: preparing a tree takes longer than measuring it.
    const made = new Map<string, Promise<ObservedTree>>();
    async function* observed(): AsyncGenerator<ObservedTree> {
      for (const tree of trees) {
        let one = made.get(tree.name);
        if (one === undefined) {
          console.error(`reading ${tree.name}`);
          made.set(tree.name, (one = observe(prepare(cache, tree), cache.load<TypeScript>("typescript"))));
        }
        yield await one;
      }
    }
    for (const part of options.parts) {
      if (part === "typescript") await measureTypeScript(cache, observed(), options);
      if (part === "oxc") await measureOxc(cache, observed(), corpus.samples, options);
      if (part === "esbuild") await measureEsbuild(cache, observed(), options);
      if (part === "tables") measureTables(cache, corpus.samples, options);
      if (part === "components") await measureComponents(cache, corpus.components, options);
    }
  },
};
