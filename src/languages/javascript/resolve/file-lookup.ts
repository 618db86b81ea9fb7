/**
 * From a path without its ending to the file that it means.
 * @see https://nodejs.org/api/modules.html#all-together LOAD_AS_FILE, LOAD_AS_DIRECTORY
 * @see https://www.typescriptlang.org/docs/handbook/modules/reference.html#file-extension-substitution
 */
import { directoryOf } from "../../../model/directory-of.ts";
import type { FileIndex } from "../../../files/file-index.ts";
import type { Confidence } from "../../../model/resolution.ts";
import type { BuildOutputs } from "./build-outputs.ts";
import { caseCorrected } from "./near-paths.ts";
import { joinPath } from "./join-path.ts";
import type { Packages } from "./packages.ts";

export interface Located {
  readonly path: string;
  readonly confidence: Confidence;
}

/** Which endings are tried first: those of the language that the importer is written in. */
export type Importer = "typescript" | "javascript";

const endings: Readonly<Record<Importer, readonly string[]>> = {
  typescript: [".ts", ".tsx", ".d.ts", ".js", ".jsx", ".json", ".mts", ".cts", ".mjs", ".cjs", ".vue", ".svelte"],
  javascript: [
    ".js",
    ".jsx",
    ".mjs",
    ".cjs",
    ".json",
    ".ts",
    ".tsx",
    ".mts",
    ".cts",
    ".d.ts",
    ".vue",
    ".svelte",
    ".node",
  ],
};
/** React Native's and Expo's variants of one module: any of them shows where it is. */
const platforms = [".native", ".web", ".ios", ".android"];

type Substitutions = readonly (readonly [ending: string, sources: readonly string[]])[];

/** What a name written for the output means in the source. */
const substitutions: Substitutions = [
  [".d.ts", [".ts", ".tsx", ".js"]],
  [".d.mts", [".mts"]],
  [".d.cts", [".cts"]],
  [".js", [".ts", ".tsx", ".jsx", ".d.ts"]],
  [".jsx", [".tsx", ".d.ts"]],
  [".mjs", [".mts", ".d.mts"]],
  [".cjs", [".cts", ".d.cts"]],
  // Declarations keep the endings of the sources that they were written from.
  [".ts", [".d.ts", ".tsx"]],
  [".tsx", [".d.ts"]],
  [".mts", [".d.mts"]],
  [".cts", [".d.cts"]],
  [".css", [".scss", ".less", ".sass"]],
];
/** What bundlers may write a file from beside that: they choose the ending themselves. */
const bundled: Substitutions = [
  [".js", [".mts", ".cts", ".mjs"]],
  [".mjs", [".ts", ".tsx", ".js"]],
  [".cjs", [".ts", ".tsx", ".js"]],
  [".d.mts", [".ts", ".tsx"]],
  [".d.cts", [".ts", ".tsx"]],
];

export class FileLookup {
  readonly #files: FileIndex;
  readonly #packages: Packages;
  readonly #outputs: BuildOutputs;

  constructor(files: FileIndex, packages: Packages, outputs: BuildOutputs) {
    this.#files = files;
    this.#packages = packages;
    this.#outputs = outputs;
  }

  /** A file, a directory's index, or the source of what a build would write there. */
  locate(path: string, importer: Importer): Located | undefined {
    const present = this.present(path, importer);
    if (present !== undefined) return { path: present, confidence: "exact" };
    for (const { path: source, confidence } of this.#outputs.sources(path)) {
      const found = this.present(source, importer) ?? this.#substitute(source, bundled);
      if (found !== undefined) return { path: found, confidence };
    }
    return undefined;
  }

  /** The first of several paths that leads anywhere. */
  first(paths: readonly string[], importer: Importer): Located | undefined {
    for (const path of paths) {
      const found = this.locate(path, importer);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** What is in the checkout itself; a file wins over a directory of the same name. */
  present(path: string, importer: Importer): string | undefined {
    return this.file(path, importer) ?? this.directory(path, importer);
  }

  /** LOAD_AS_FILE, the exact name first. */
  file(path: string, importer: Importer): string | undefined {
    if (path === "") return undefined;
    if (this.#files.has(path)) return this.#files.real(path);
    // One look at the directory settles most absent paths.
    const directory = directoryOf(path);
    if (!this.#files.hasDirectory(directory)) return undefined;
    const substituted = this.#substitute(path, substitutions);
    if (substituted !== undefined) return substituted;
    for (const ending of endings[importer]) if (this.#files.has(path + ending)) return this.#files.real(path + ending);
    for (const platform of platforms)
      for (const ending of [".ts", ".tsx", ".js", ".jsx"])
        if (this.#files.has(path + platform + ending)) return this.#files.real(path + platform + ending);
    return undefined;
  }

  isDirectory(path: string): boolean {
    return !this.#files.has(path) && this.#files.hasDirectory(path);
  }

  /** What can only be a directory: that of the checkout, or the one whose index is built. */
  folder(path: string, importer: Importer): Located | undefined {
    const found = this.directory(path, importer);
    return found === undefined ? this.locate(`${path}/index`, importer) : { path: found, confidence: "exact" };
  }

  /** LOAD_AS_DIRECTORY: what its package.json names, else its index. */
  directory(path: string, importer: Importer): string | undefined {
    if (!this.#files.hasDirectory(path)) return undefined;
    const manifest = this.#packages.at(path);
    for (const entry of manifest === undefined ? [] : [manifest.main, manifest.module, manifest.types]) {
      const target = entry === undefined ? undefined : joinPath(path, entry);
      if (target === undefined || target === path) continue;
      const candidates = [target, ...this.#outputs.sources(target).map((source) => source.path)];
      for (const candidate of candidates) {
        const found =
          this.file(candidate, importer) ?? this.#index(candidate, importer) ?? this.#substitute(candidate, bundled);
        if (found !== undefined) return found;
      }
    }
    return this.#index(path, importer);
  }

  /** LOAD_INDEX */
  #index(path: string, importer: Importer): string | undefined {
    return this.file(path === "" ? "index" : `${path}/index`, importer);
  }

  /** The file that an absent path would mean if case did not matter. */
  near(path: string, importer: Importer): string | undefined {
    const corrected = caseCorrected(path, this.#files);
    return corrected === undefined ? undefined : this.present(corrected, importer);
  }

  /** The same of several paths: the first that there is. */
  nearest(paths: readonly string[], importer: Importer): string | undefined {
    for (const path of paths) {
      const found = this.near(path, importer);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** Paths that would have answered: one of them is ignored by git where a build makes it. */
  wanted(path: string, importer: Importer): readonly string[] {
    return [path, ...endings[importer].map((ending) => path + ending)];
  }

  #substitute(path: string, table: Substitutions): string | undefined {
    const found = table.find(([ending]) => path.endsWith(ending));
    if (found === undefined) return undefined;
    const stem = path.slice(0, -found[0].length);
    const source = found[1].find((ending) => this.#files.has(stem + ending));
    return source === undefined ? undefined : this.#files.real(stem + source);
  }
}
