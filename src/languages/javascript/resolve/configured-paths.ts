/** What configurations and customs say of bare specifiers: `paths`, `baseUrl`, `@/x`. */
import type { FileIndex } from "../../../files/file-index.ts";
import type { Project } from "../../../model/project.ts";
import type { Confidence } from "../../../model/resolution.ts";
import type { AbsentFiles } from "./absent-files.ts";
import { customaryPaths, ownDirectoryPaths } from "./customary-paths.ts";
import type { FileLookup, Importer } from "./file-lookup.ts";
import { below, joinPath } from "./join-path.ts";
import { missing, type Outcome, reached } from "./outcome.ts";
import { suffixedPaths } from "./module-suffixes.ts";
import { mappedPaths, rootDirPaths } from "./path-mappings.ts";
import type { TsConfig, TsConfigs } from "./tsconfigs.ts";

/** Who asks, as far as configurations care. */
export interface ConfiguredAsker {
  readonly configs: readonly TsConfig[];
  readonly importer: Importer;
  readonly project: Project | undefined;
}

const folder = "node_modules/";

export class ConfiguredPaths {
  readonly #files: FileIndex;
  readonly #lookup: FileLookup;
  readonly #absent: AbsentFiles;

  constructor(files: FileIndex, lookup: FileLookup, absent: AbsentFiles) {
    this.#files = files;
    this.#lookup = lookup;
    this.#absent = absent;
  }

  /** By `paths`: what is in the checkout first, then sources of build outputs; unresolved when none of the targets is there. */
  mapped(specifier: string, { configs, importer }: ConfiguredAsker): Outcome | undefined {
    let absent: Outcome | undefined;
    for (const config of configs) {
      const mapping = mappedPaths(config, specifier);
      if (mapping === undefined) continue;
      const confidence = confidenceOf(config, configs);
      const variants = mapping.paths.flatMap((path) => suffixedPaths(path, configs));
      const present = this.#firstPresent(variants, importer, confidence);
      if (present !== undefined) return present;
      for (const path of variants) {
        const found = this.#lookup.locate(path, importer);
        if (found !== undefined) return reached(found, confidence);
      }
      const speaks = mapping.isSpecific && !mapping.paths.some((path) => path.includes(folder));
      if (!speaks || absent !== undefined) continue;
      const wanted = mapping.paths.flatMap((path) => this.#lookup.wanted(path, importer));
      const near = this.#lookup.nearest(mapping.paths, importer);
      absent = missing(specifier, "in-repo", this.#absent.reason(wanted), near);
    }
    return absent;
  }

  /** The specifier that `paths` makes of one by a target among what is installed: `@till/x` as `@shop/till/lib/x`. */
  installed(specifier: string, { configs }: ConfiguredAsker): string | undefined {
    for (const config of configs) {
      const mapping = mappedPaths(config, specifier);
      if (mapping?.isSpecific !== true) continue;
      for (const path of mapping.paths) {
        const at = path.lastIndexOf(folder);
        if (at === 0 || path[at - 1] === "/") return path.slice(at + folder.length);
      }
    }
    return undefined;
  }

  /** The same place below another of `rootDirs`. */
  twin(path: string, { configs, importer }: ConfiguredAsker): Outcome | undefined {
    for (const config of configs) {
      const found = this.#lookup.first(rootDirPaths(config, path), importer);
      if (found !== undefined) return reached(found, confidenceOf(config, configs));
    }
    return undefined;
  }

  /** From `baseUrl`. */
  based(specifier: string, { configs, importer }: ConfiguredAsker): Outcome | undefined {
    for (const config of configs) {
      const path = config.baseUrl === undefined ? undefined : joinPath(config.baseUrl, specifier);
      const found = path === undefined ? undefined : this.#lookup.present(path, importer);
      // TypeScript adds no `.json`: `angular` is not `angular.json`.
      if (found === undefined || (found.endsWith(".json") && !specifier.endsWith(".json"))) continue;
      return { target: { kind: "file", path: found }, confidence: confidenceOf(config, configs) };
    }
    return undefined;
  }

  /**
   * From `baseUrl` by way of another root that a build fills: `baseUrl` is one of `rootDirs`, so what is in the others is in
   * it, too. Only for paths: a lone name is a package.
   */
  generated(specifier: string, { configs }: ConfiguredAsker): Outcome | undefined {
    if (!specifier.includes("/")) return undefined;
    for (const { baseUrl, rootDirs, file } of configs) {
      if (baseUrl === undefined || !rootDirs.includes(baseUrl)) continue;
      const filled = rootDirs.find((root) => !this.#files.hasDirectory(root));
      if (filled !== undefined) return missing(specifier, "in-repo", `in ${filled}, which a build fills: ${file}`);
    }
    return undefined;
  }

  /** What no rule says and everybody writes: `@/x`, `/x`. Where the project's own configuration says it, custom is silent. */
  customary(specifier: string, { configs, project, importer }: ConfiguredAsker): Outcome | undefined {
    const paths = customaryPaths(specifier, project?.directory ?? "");
    if (paths.length === 0) return undefined;
    const own = configs.filter(({ file }) => below(project?.directory ?? "", file) !== undefined);
    if (own.some((config) => mappedPaths(config, specifier)?.isSpecific === true)) return undefined;
    return this.#firstPresent(paths, importer, "inferred");
  }

  /** `/x`: `paths` hold for it as for a bare name. */
  rooted(specifier: string, asker: ConfiguredAsker): Outcome | undefined {
    const mapped = this.mapped(specifier, asker);
    return mapped?.target.kind === "file" ? mapped : this.customary(specifier, asker);
  }

  /** From directories of the project, as bundlers may be told to look. */
  ownDirectory(specifier: string, { project, importer }: ConfiguredAsker): Outcome | undefined {
    if (project === undefined) return undefined;
    return this.#firstPresent(ownDirectoryPaths(specifier, project.directory), importer, "inferred");
  }

  /**
   * By `paths` of another configuration of the project: a file that none includes takes part in the compilation of those
   * that import it.
   */
  beside(specifier: string, { project, importer, configs }: ConfiguredAsker, all: TsConfigs): Outcome | undefined {
    if (project === undefined) return undefined;
    const others = all.within(project.directory).filter((config) => !configs.includes(config));
    const found = this.mapped(specifier, { configs: others, importer, project });
    const explains =
      found?.target.kind === "file" || (found?.target.kind === "unresolved" && found.target.generated !== undefined);
    return found !== undefined && explains ? { ...found, confidence: "inferred" } : undefined;
  }

  #firstPresent(paths: readonly string[], importer: Importer, confidence: Confidence): Outcome | undefined {
    for (const path of paths) {
      const found = this.#lookup.present(path, importer);
      if (found !== undefined) return { target: { kind: "file", path: found }, confidence };
    }
    return undefined;
  }
}

/** The first configuration decides; others that include the file may be of a test runner or of the editor. */
function confidenceOf(config: TsConfig, configs: readonly TsConfig[]): Confidence {
  return config === configs[0] ? "declared" : "inferred";
}
