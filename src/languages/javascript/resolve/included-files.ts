/**
 * Which files a tsconfig.json speaks of: `files`, `include`, `exclude`.
 * @see https://www.typescriptlang.org/tsconfig/#include
 */
import { matchesGlob } from "./glob.ts";
import { below, joinPath } from "./join-path.ts";

export interface Inclusion {
  readonly directory: string;
  /** All as paths and patterns from the root of the repository. */
  readonly files: readonly string[] | undefined;
  readonly include: readonly string[] | undefined;
  readonly exclude: readonly string[] | undefined;
  readonly outputs: readonly string[];
}

export class IncludedFiles {
  readonly #files: ReadonlySet<string>;
  readonly #include: readonly string[];
  readonly #exclude: readonly string[];

  constructor({ directory, files, include, exclude, outputs }: Inclusion) {
    this.#files = new Set(files);
    // Without `files` and `include` everything below counts.
    this.#include = include ?? (files === undefined ? [joinPath(directory, "**/*") ?? "**/*"] : []);
    this.#exclude = exclude ?? outputs.filter((output) => below(output, directory) === undefined);
  }

  /** Directories that the patterns begin with, before their first wildcard: where sources are likely to be counted from. */
  get bases(): readonly string[] {
    const bases = this.#include.map((pattern) => {
      const parts = pattern.split("/");
      const wild = parts.findIndex((part) => /[*?]/.test(part));
      const fixed = wild < 0 ? parts : parts.slice(0, wild);
      if (wild < 0 && /\.[a-z]+$/.test(fixed.at(-1) ?? "")) fixed.pop();
      return fixed.join("/");
    });
    return [...new Set(bases)];
  }

  /** Whether it speaks of files outside of its own directory. */
  reachesOut(directory: string): boolean {
    return (
      this.#include.some((pattern) => below(directory, pattern) === undefined) ||
      [...this.#files].some((file) => below(directory, file) === undefined)
    );
  }

  covers(path: string): boolean {
    if (this.#files.has(path)) return true;
    return (
      this.#include.some((pattern) => matches(pattern, path)) && !this.#exclude.some((each) => matches(each, path))
    );
  }
}

/** A pattern that names a directory stands for all that is below it. */
function matches(pattern: string, path: string): boolean {
  if (pattern === "") return true;
  if (!pattern.includes("*") && !pattern.includes("?")) return below(pattern, path) !== undefined;
  return matchesGlob(pattern, path) || (!pattern.endsWith("*") && matchesGlob(`${pattern}/**`, path));
}
