/** What configuration files around a directory put on its module search path. */
import { directoryOf } from "../../../model/directory-of.ts";
import type { FileIndex } from "../../../files/file-index.ts";
import type { PythonManifest } from "../manifests/manifest.ts";
import type { PathSettings } from "../manifests/path-settings.ts";
import { joinPath } from "../projects/source-layout.ts";

export interface ConfiguredPaths {
  /** From the root of the repository; those of the nearest file first. */
  readonly directories: readonly string[];
  /** Directories that hold nothing but stubs. */
  readonly stubs: readonly string[];
  readonly importMode: PathSettings["importMode"];
}

/**
 * Where pyright looks for stubs if nobody says otherwise.
 * @see https://microsoft.github.io/pyright/#/configuration
 */
const defaultStubs = "typings";

export class ConfiguredPathIndex {
  readonly #files: FileIndex;
  readonly #own = new Map<string, ConfiguredPaths[]>();
  readonly #kept = new Map<string, ConfiguredPaths>();

  /** @param projectOf the directory of the project that a directory is part of */
  constructor(manifests: readonly PythonManifest[], projectOf: (directory: string) => string, files: FileIndex) {
    this.#files = files;
    for (const manifest of manifests) {
      const settings = settingsOf(manifest);
      if (settings === undefined) continue;
      const directory = directoryOf(manifest.path);
      // A path file works for the whole environment that it is put into.
      this.#add(manifest.path.endsWith(".pth") ? projectOf(directory) : directory, {
        directories: this.#existing(directory, settings.directories),
        stubs: this.#existing(directory, settings.stubDirectories),
        importMode: settings.importMode,
      });
    }
  }

  #add(directory: string, paths: ConfiguredPaths): void {
    const list = this.#own.get(directory);
    if (list === undefined) this.#own.set(directory, [paths]);
    else list.push(paths);
  }

  #existing(directory: string, written: readonly string[]): readonly string[] {
    return written
      .map((each) => joinPath(directory, each))
      .filter((path) => path !== undefined)
      .filter((path) => path === "" || this.#files.hasDirectory(path));
  }

  of(directory: string): ConfiguredPaths {
    const known = this.#kept.get(directory);
    if (known !== undefined) return known;
    const own = this.#own.get(directory) ?? [];
    const typings = directory === "" ? defaultStubs : `${directory}/${defaultStubs}`;
    const stubs = [...own.flatMap((each) => each.stubs), ...(this.#files.hasDirectory(typings) ? [typings] : [])];
    const above = directory === "" ? undefined : this.of(directoryOf(directory));
    const isPlain = own.length === 0 && stubs.length === 0 && above !== undefined;
    const paths = isPlain
      ? above
      : {
          directories: [...own.flatMap((each) => each.directories), ...(above?.directories ?? [])],
          stubs: [...stubs, ...(above?.stubs ?? [])],
          importMode: own.find((each) => each.importMode !== undefined)?.importMode ?? above?.importMode,
        };
    this.#kept.set(directory, paths);
    return paths;
  }
}

function settingsOf(manifest: PythonManifest): PathSettings | undefined {
  return manifest.kind === "project" || manifest.kind === "environment" || manifest.kind === "configuration"
    ? manifest.settings
    : undefined;
}
