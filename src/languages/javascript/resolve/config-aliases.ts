/** Aliases of bundlers, test runners and compilers: those of the nearest configurations above a file. */
import { directoryOf } from "../../../model/directory-of.ts";
import type { Located } from "./file-lookup.ts";
import { joinPath } from "./join-path.ts";
import { type PathMapping } from "../manifests/manifest.ts";
import { mappedTargets } from "./path-mappings.ts";

/** A file that may give aliases, whose targets are paths from its directory. */
interface AliasSource {
  readonly directory: string;
  readonly aliases?: readonly PathMapping[];
}

export class ConfigAliases {
  readonly #byDirectory = new Map<string, AliasSource[]>();

  constructor(tools: readonly AliasSource[]) {
    for (const tool of tools) {
      if (tool.aliases === undefined || tool.aliases.length === 0) continue;
      const beside = this.#byDirectory.get(tool.directory);
      if (beside === undefined) this.#byDirectory.set(tool.directory, [tool]);
      else beside.push(tool);
    }
  }

  /** The first file that an alias leads to. Which tool it is for is not known, so it is a guess. */
  find(specifier: string, directory: string, locate: (path: string) => Located | undefined): Located | undefined {
    if (this.#byDirectory.size === 0) return undefined;
    for (let at = directory; ; at = directoryOf(at)) {
      for (const { directory: base, aliases = [] } of this.#byDirectory.get(at) ?? []) {
        for (const target of mappedTargets(aliases, specifier)?.targets ?? []) {
          const path = joinPath(base, target);
          const found = path === undefined ? undefined : locate(path);
          if (found !== undefined) return { path: found.path, confidence: "inferred" };
        }
      }
      if (at === "") return undefined;
    }
  }
}
