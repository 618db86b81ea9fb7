/** What is measured: `bench/corpus.json`, packages of the registries pinned by version and digest. */
import { readFileSync } from "node:fs";

export interface Corpus {
  readonly python: PythonCorpus;
}

export interface PythonCorpus {
  /** Distributions that are installed to be measured against, with their versions. */
  readonly tools: Readonly<Record<string, string>>;
  readonly nodeTools: Readonly<Record<string, NodeTool>>;
  readonly trees: readonly PythonTree[];
}

export interface NodeTool {
  readonly version: string;
  readonly integrity: string;
}

/** One bare checkout: a source distribution, or several side by side as a monorepo has them. */
export interface PythonTree {
  readonly name: string;
  /** What is special about it. */
  readonly make: string;
  readonly distributions: readonly SourceDistribution[];
  /** Directories from which module names are counted. */
  readonly roots: readonly string[];
  /** Top-level packages in them. */
  readonly packages: readonly string[];
}

export interface SourceDistribution {
  readonly name: string;
  readonly version: string;
  readonly sha256: string;
}

export function readCorpus(): Corpus {
  return JSON.parse(readFileSync(new URL("../corpus.json", import.meta.url), "utf8"));
}
