/** Imports of all files that match: what a pattern reaches from the file that it stands in. */
import type { FileIndex } from "../../../files/file-index.ts";
import type { Diagnostic } from "../../../model/diagnostic.ts";
import type { GlobChoice, ImportFact } from "../../../model/facts.ts";
import type { Project } from "../../../model/project.ts";
import { customaryPaths } from "./customary-paths.ts";
import { FilesBelow } from "./files-below.ts";
import { expandBraces, matchesGlob } from "./glob.ts";
import { asBraces, hasMoreThanStars, loadablePatterns } from "./glob-forms.ts";
import { joinPath } from "./join-path.ts";
import { filterOf } from "./path-filter.ts";
import { mappedPaths } from "./path-mappings.ts";
import type { TsConfig } from "./tsconfigs.ts";

/** Who asks. */
export interface GlobAsker {
  readonly directory: string;
  readonly configs: readonly TsConfig[];
  readonly project: Project | undefined;
}

/** More files than anyone means by one import. */
const maxFiles = 1000;

export class FileSets {
  readonly #files: FileIndex;
  readonly #below: FilesBelow;
  readonly #diagnostics: Diagnostic[] = [];

  constructor(files: FileIndex) {
    this.#files = files;
    this.#below = new FilesBelow(files);
  }

  /** Patterns of which not everything was taken. */
  get diagnostics(): readonly Diagnostic[] {
    return this.#diagnostics;
  }

  /** In order of their paths; without the importer itself. */
  reached(importer: string, fact: ImportFact, asker: GlobAsker): readonly string[] {
    const { choice, specifier } = fact;
    const wanted = asBraces(specifier);
    const complain = (message: string): void => {
      this.#diagnostics.push({
        code: "unsupported",
        file: importer,
        line: fact.line,
        column: fact.column,
        message: `the pattern ${JSON.stringify(specifier)} ${message}`,
      });
    };
    if (hasMoreThanStars(wanted)) {
      complain("has signs that are not read; nothing is taken for it");
      return [];
    }
    const { base, rest } = split(wanted);
    for (const directory of this.#directories(base, asker)) {
      const below = this.#below.list(directory, rest);
      const matching = this.#matching(below.paths, directory, rest, choice, asker);
      const found = matching.filter((path) => path !== importer);
      if (!below.isWhole) complain("looks through too many files; the rest is left out");
      if (found.length === 0) continue;
      if (found.length > maxFiles) complain(`matches ${found.length} files; the first ${maxFiles} are taken`);
      return found.slice(0, maxFiles);
    }
    return [];
  }

  #matching(
    paths: readonly string[],
    directory: string,
    rest: string,
    choice: GlobChoice | undefined,
    asker: GlobAsker,
  ): readonly string[] {
    const start = directory === "" ? 0 : directory.length + 1;
    const patterns = expandBraces(rest).flatMap((each) => (choice === undefined ? loadablePatterns(each) : [each]));
    const except = (choice?.except ?? []).flatMap((each) => this.#absolute(asBraces(each), directory, asker));
    const passes = filterOf(choice?.matching);
    return paths.filter((path) => {
      const below = path.slice(start);
      if (!patterns.some((pattern) => matchesGlob(pattern, below))) return false;
      return passes(`./${below}`) && !except.some((pattern) => matchesGlob(pattern, path));
    });
  }

  /** Patterns from the repository's root on. One that begins with stars holds below the directory that is looked through. */
  #absolute(pattern: string, within: string, asker: GlobAsker): readonly string[] {
    const { base, rest } = split(pattern);
    const directories = base === "" && !/^\.{0,2}\//.test(pattern) ? [within] : this.#directories(base, asker);
    return directories.flatMap((directory) =>
      expandBraces(rest).map((each) => (directory === "" ? each : `${directory}/${each}`)),
    );
  }

  /** Directories that the fixed part of a pattern may mean, likeliest first. */
  #directories(base: string, { directory, configs, project }: GlobAsker): readonly string[] {
    const root = project?.directory ?? "";
    let paths: readonly string[];
    if (/^\.{1,2}(?:\/|$)/.test(base)) paths = [joinPath(directory, base)].flatMap((path) => path ?? []);
    else if (base.startsWith("/") || base === "") paths = [joinPath(root, `.${base}`)].flatMap((path) => path ?? []);
    else {
      const mapped = configs.flatMap((config) => mappedPaths(config, `${base}/x`)?.paths ?? []);
      paths = [...mapped, ...customaryPaths(`${base}/x`, root)].map((path) => path.slice(0, -"/x".length));
    }
    return [...new Set(paths)].filter((path) => this.#files.hasDirectory(path));
  }
}

/** The directories before the first wildcard, and the pattern below them. */
function split(pattern: string): { readonly base: string; readonly rest: string } {
  const parts = pattern.split("/");
  const wild = parts.findIndex((part) => /[*?{]/.test(part));
  const at = wild < 0 ? parts.length - 1 : wild;
  return { base: parts.slice(0, at).join("/"), rest: parts.slice(at).join("/") };
}
