/**
 * What bundlers put in a module's place when they build for browsers: `browser` of package.json as an object. The graph is that
 * of Node and of TypeScript, which do not know the field; the replacement is a further edge, and a guess, as the module is loaded
 * in one place and its replacement in another.
 * @see https://github.com/defunctzombie/package-browser-field-spec
 * @see https://esbuild.github.io/api/#platform, https://webpack.js.org/configuration/resolve/#resolvealiasfields
 */
import { directoryOf } from "../../../model/directory-of.ts";
import { purl } from "../../../model/purl.ts";
import type { ImportFact } from "../../../model/facts.ts";
import type { ResolvedImport, Target } from "../../../model/resolution.ts";
import { type PackageManifest } from "../manifests/manifest.ts";
import type { FileLookup } from "./file-lookup.ts";
import { joinPath } from "./join-path.ts";
import { splitPackageSpecifier } from "./package-name.ts";
import type { Packages } from "./packages.ts";
import { importEdge } from "./import-edge.ts";

interface Replacements {
  /** By the path of the file that is replaced. */
  readonly files: ReadonlyMap<string, string>;
  /** By specifier. */
  readonly names: ReadonlyMap<string, string>;
}

export class BrowserFields {
  readonly #packages: Packages;
  readonly #lookup: FileLookup;
  /** Most repositories have none. */
  readonly #isAnywhere: boolean;
  readonly #byManifest = new Map<PackageManifest, Replacements>();

  constructor(packages: Packages, lookup: FileLookup) {
    this.#packages = packages;
    this.#lookup = lookup;
    this.#isAnywhere = packages.all.some(({ replacements }) => replacements !== undefined);
  }

  /** The further edge of an import, or none. */
  instead(importer: string, fact: ImportFact, { target }: ResolvedImport): readonly ResolvedImport[] {
    if (!this.#isAnywhere || fact.typeOnly) return [];
    const replacement = this.#replacement(target, fact.specifier, importer);
    return replacement === undefined ? [] : [importEdge(fact, { target: replacement, confidence: "inferred" })];
  }

  /**
   * A file is replaced for whoever asks for it, by the package that it lies in; what lies outside only for the files of the
   * package that says so. Undefined too where nothing takes its place (`false`), or what should is not there.
   */
  #replacement(target: Target, specifier: string, importer: string): Target | undefined {
    if (target.kind === "file") {
      if (target.path === importer) return undefined;
      const owner = this.#packages.around(directoryOf(target.path));
      const text = this.#of(owner)?.files.get(target.path);
      const found = owner === undefined || text === undefined ? undefined : this.#target(text, owner);
      return found?.kind === "file" && (found.path === target.path || found.path === importer) ? undefined : found;
    }
    if (target.kind === "unresolved") return undefined;
    const owner = this.#packages.around(directoryOf(importer));
    const text = this.#of(owner)?.names.get(specifier.replace(/^node:/, ""));
    return owner === undefined || text === undefined ? undefined : this.#target(text, owner);
  }

  #target(text: string, { directory }: PackageManifest): Target | undefined {
    if (!text.startsWith(".")) {
      const name = splitPackageSpecifier(text)?.name;
      return name === undefined ? undefined : { kind: "package", package: purl("npm", name) };
    }
    const path = joinPath(directory, text);
    const found = path === undefined ? undefined : this.#lookup.locate(path, "javascript");
    return found === undefined ? undefined : { kind: "file", path: found.path };
  }

  #of(manifest: PackageManifest | undefined): Replacements | undefined {
    if (manifest?.replacements === undefined) return undefined;
    const known = this.#byManifest.get(manifest);
    if (known !== undefined) return known;
    const files = new Map<string, string>();
    const names = new Map<string, string>();
    for (const [key, text] of manifest.replacements) {
      names.set(key, text);
      const path = joinPath(manifest.directory, key);
      const found = path === undefined ? undefined : this.#lookup.locate(path, "javascript");
      if (found !== undefined) files.set(found.path, text);
    }
    const made = { files, names };
    this.#byManifest.set(manifest, made);
    return made;
  }
}
