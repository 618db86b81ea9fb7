/**
 * From what a build writes to the source that it is written from. In a bare checkout nothing is built: what refers to
 * `dist/x.js` means the source of `dist/x.js`.
 */
import { directoryOf } from "../../../model/directory-of.ts";
import type { FileIndex } from "../../../files/file-index.ts";
import type { Confidence } from "../../../model/resolution.ts";
import { below, joinPath } from "./join-path.ts";
import { type AngularLibraryManifest } from "../manifests/manifest.ts";
import type { Packages } from "./packages.ts";
import type { TsConfig, TsConfigs } from "./tsconfigs.ts";

/** Where the source of an absent path may be: a path with the ending of the output, or without any. */
export interface SourceCandidate {
  readonly path: string;
  readonly confidence: Confidence;
}

/** Directories that builds write to, by custom; some nest (`dist/esm`). */
const outputNames: ReadonlySet<string> = new Set(
  "dist lib build out es esm cjs umd types typings output bundles dist-src".split(" "),
);
/** A custom is given up where paths go deeper than this below such directories. */
const maxNested = 3;

export class BuildOutputs {
  readonly #files: FileIndex;
  readonly #packages: Packages;
  readonly #byOutput = new Map<string, TsConfig[]>();
  readonly #libraries: readonly { readonly library: AngularLibraryManifest; readonly destination: string }[];
  readonly #libraryAt: ReadonlyMap<string, AngularLibraryManifest>;

  constructor(
    files: FileIndex,
    packages: Packages,
    tsconfigs: TsConfigs,
    libraries: readonly AngularLibraryManifest[],
  ) {
    this.#files = files;
    this.#packages = packages;
    for (const config of tsconfigs.all)
      for (const output of config.outputs) {
        const configs = this.#byOutput.get(output);
        if (configs === undefined) this.#byOutput.set(output, [config]);
        else configs.push(config);
      }
    this.#libraryAt = new Map(libraries.map((library) => [library.directory, library]));
    this.#libraries = libraries.flatMap((library) => {
      if (library.destination === undefined) return [];
      const destination = joinPath(library.directory, library.destination);
      return destination === undefined ? [] : [{ library, destination }];
    });
  }

  /** Likeliest first: what a configuration says, then custom. */
  sources(path: string): readonly SourceCandidate[] {
    const declared = [...this.#ofLibraries(path), ...this.#ofConfigs(path)];
    return [
      ...declared.map((each): SourceCandidate => ({ path: each, confidence: "declared" })),
      ...this.#byCustom(path).map((each): SourceCandidate => ({ path: each, confidence: "inferred" })),
    ];
  }

  /** The configuration that says that a path is written by a build; undefined when none does. */
  writtenBy(path: string): string | undefined {
    const library = this.#libraries.find(({ destination }) => below(destination, path) !== undefined);
    return library?.library.file ?? this.#configsOver(path)[0]?.config.file;
  }

  #configsOver(path: string): readonly { readonly config: TsConfig; readonly rest: string }[] {
    if (this.#byOutput.size === 0) return [];
    const found: { config: TsConfig; rest: string }[] = [];
    for (let directory = path; ; directory = directoryOf(directory)) {
      const rest = below(directory, path) ?? "";
      for (const config of this.#byOutput.get(directory) ?? []) found.push({ config, rest });
      if (directory === "") return found;
    }
  }

  /**
   * `outDir` holds what stands below `rootDir`; without one, below what all sources have in common.
   * @see https://www.typescriptlang.org/tsconfig/#rootDir
   */
  #ofConfigs(path: string): readonly string[] {
    return this.#configsOver(path).flatMap(({ config, rest }) =>
      config.sources.flatMap((source) => joinPath(source, rest) ?? []),
    );
  }

  /** The entry file of an Angular library, or of one of its secondary entry points. */
  #ofLibraries(path: string): readonly string[] {
    return this.#libraries.flatMap(({ library, destination }) => {
      const rest = below(destination, path);
      if (rest === undefined) return [];
      const directory = joinPath(library.directory, rest);
      const entry = directory === undefined ? undefined : this.#libraryAt.get(directory);
      if (entry !== undefined) return joinPath(entry.directory, entry.entryFile) ?? [];
      return ["", "src", "src/lib"].flatMap((root) => joinPath(library.directory, `${root}/${rest}`) ?? []);
    });
  }

  /** `dist/x` -> `src/x`, `dist/esm/x` -> `src/x`, `dist/src/x` -> `src/x`. */
  #byCustom(path: string): readonly string[] {
    const home = this.#packages.around(directoryOf(path))?.directory ?? "";
    const parts = (below(home, path) ?? "").split("/");
    const candidates: string[] = [];
    for (let nested = 0; nested < maxNested && outputNames.has(parts[nested] ?? ""); nested++) {
      const rest = parts.slice(nested + 1).join("/");
      for (const root of ["src/", "lib/", ""]) {
        const candidate = joinPath(home, root + rest);
        if (candidate !== undefined && candidate !== path && this.#files.hasDirectory(directoryOf(candidate)))
          candidates.push(candidate);
      }
    }
    return candidates;
  }
}
