/** What is measured: `bench/corpus.json`, packages of the registries pinned by version and digest. */
import { readFileSync } from "node:fs";

export interface Corpus {
  readonly python: PythonCorpus;
  readonly javascript: JavaScriptCorpus;
}

export interface JavaScriptCorpus {
  readonly nodeTools: Readonly<Record<string, NodeTool>>;
  readonly trees: readonly JavaScriptTree[];
  /** Projects whose published fixtures and tables are read. */
  readonly samples: readonly Repository[];
  /** Repositories with components and pages of frameworks. */
  readonly components: readonly Repository[];
}

/** A commit of a repository. */
export interface Repository {
  /** `owner/name`; a checkout of it is the directory `owner+name`. */
  readonly repository: string;
  readonly commit: string;
}

export interface JavaScriptTree extends Repository {
  readonly name: string;
  /** What is special about it. */
  readonly make: string;
  /** The part of the repository that is read and its paths are counted from; all of it when absent. */
  readonly directory?: string;
  /** Directories of which every source file is bundled by itself: the applications. */
  readonly applications: readonly Application[];
}

export interface Application {
  readonly directory: string;
  /** The configuration that its bundler is told to use, where that is not the nearest `tsconfig.json`. */
  readonly tsconfig?: string;
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
