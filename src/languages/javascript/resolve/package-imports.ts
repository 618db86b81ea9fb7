/** PACKAGE_IMPORTS_RESOLVE: what a package.json says of names that begin with `#`. */
import type { JsonNode } from "../../../files/json-node.ts";
import type { AbsentFiles } from "./absent-files.ts";
import type { Asker } from "./asker.ts";
import type { FileLookup } from "./file-lookup.ts";
import type { PackageManifest } from "../manifests/manifest.ts";
import { joinPath } from "./join-path.ts";
import { missing, type Outcome, reached } from "./outcome.ts";
import { importTargets, targetFile } from "./package-exports.ts";

interface Imports {
  readonly directory: string;
  readonly imports: JsonNode;
}

export class PackageImports {
  readonly #lookup: FileLookup;
  readonly #absent: AbsentFiles;

  constructor(lookup: FileLookup, absent: AbsentFiles) {
    this.#lookup = lookup;
    this.#absent = absent;
  }

  /** A text is the specifier of another package, to be asked for instead. Undefined where the package has no `imports`. */
  find(specifier: string, manifest: PackageManifest | undefined, asker: Asker): Outcome | string | undefined {
    if (manifest?.imports === undefined) return undefined;
    const { directory, imports } = manifest;
    const found = this.#target(specifier, { directory, imports }, asker);
    return typeof found !== "string" && manifest.isBroken === true ? { ...found, confidence: "inferred" } : found;
  }

  #target(specifier: string, { directory, imports }: Imports, asker: Asker): Outcome | string {
    const nodeFirst = importTargets(imports, specifier, (condition) => asker.conditions.has(condition));
    const any = importTargets(imports, specifier, () => true);
    const wanted: string[] = [];
    for (const target of [...nodeFirst.slice(0, 1), ...any]) {
      if (!target.startsWith("./")) return target;
      const path = joinPath(directory, targetFile(target));
      if (path === undefined) continue;
      const found = this.#lookup.locate(path, asker.importer);
      if (found !== undefined) return reached(found, target === nodeFirst[0] ? undefined : "inferred");
      wanted.push(path);
    }
    return missing(specifier, "in-repo", this.#absent.reason(wanted), this.#lookup.nearest(wanted, asker.importer));
  }
}
