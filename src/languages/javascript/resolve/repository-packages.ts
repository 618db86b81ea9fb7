/** Bare specifiers that name a package of the repository itself: a workspace member, a neighbour, the package itself. */
import type { Project } from "../../../model/project.ts";
import { purl } from "../../../model/purl.ts";
import type { Confidence } from "../../../model/resolution.ts";
import { ownDirectoryPaths } from "./customary-paths.ts";
import type { DeclaredPackages } from "./declared-packages.ts";
import type { FileLookup, Importer, Located } from "./file-lookup.ts";
import { joinPath } from "./join-path.ts";
import type { PackageManifest, PnpManifest } from "../manifests/manifest.ts";
import { exportTargets, targetFile } from "./package-exports.ts";
import type { PackageSpecifier } from "./package-name.ts";
import type { Packages } from "./packages.ts";
import { typesVersionTargets } from "./types-versions.ts";
import { npmVersions } from "../versions.ts";

/** The package of the repository that a name means for a project. */
export interface RepositoryPackage {
  readonly manifest: PackageManifest;
  readonly confidence: Confidence;
  /** Whether an installation links it as it is here; else a registry provides a version of it. */
  readonly isLinked: boolean;
}

export class RepositoryPackages {
  readonly #packages: Packages;
  readonly #declared: DeclaredPackages;
  readonly #lookup: FileLookup;
  readonly #linked: readonly PnpManifest[];

  /** @param linked what Yarn PnP says, which leaves nothing to the names of directories */
  constructor(packages: Packages, declared: DeclaredPackages, lookup: FileLookup, linked: readonly PnpManifest[] = []) {
    this.#linked = linked;
    this.#packages = packages;
    this.#declared = declared;
    this.#lookup = lookup;
  }

  /**
   * The package that a file lies in, by its own name. Node finds it by `exports` (PACKAGE_SELF_RESOLVE), and without them where
   * a workspace links its members; else only a tool could be told of it. Nothing else can have that name here: npm refuses to
   * install a package into itself.
   * @see https://nodejs.org/api/packages.html#self-referencing-a-package-using-its-name
   */
  own(manifest: PackageManifest): RepositoryPackage {
    const isLinked = manifest.exports !== undefined || this.#declared.at(manifest.directory)?.parent !== undefined;
    return { manifest, confidence: isLinked ? "exact" : "inferred", isLinked: true };
  }

  /** Undefined when nothing brings the project what is here: a registry may have a package of that name. */
  find(name: string, project: Project | undefined): RepositoryPackage | undefined {
    const candidates = this.#packages.named(name);
    if (candidates.length === 0) return undefined;
    const place = this.#linked.find(({ links }) => links.get(project?.directory ?? "")?.has(name) === true);
    const link = place?.links.get(project?.directory ?? "")?.get(name);
    const linked = candidates.find(({ directory }) => directory === link);
    if (linked !== undefined) return { manifest: linked, confidence: "exact", isLinked: true };
    const wanted = purl("npm", name);
    const requirements = project?.requirements.filter((requirement) => requirement.package === wanted) ?? [];
    const byPath = requirements.find((requirement) => requirement.path !== undefined);
    const asked = candidates.find(({ directory }) => directory === byPath?.path);
    if (asked !== undefined) return { manifest: asked, confidence: "exact", isLinked: true };
    const fits = ({ version }: PackageManifest): boolean =>
      requirements.length === 0 || requirements.some(({ range }) => satisfies(version, range));
    const near = candidates.find((each) => this.#sharesInstall(each, project) && fits(each));
    if (near !== undefined) return { manifest: near, confidence: "exact", isLinked: true };
    // Another install scope: who does not ask for it gets nothing, and two of one name are fixtures or examples.
    const [only] = candidates;
    if (only === undefined || candidates.length > 1 || requirements.length === 0 || !fits(only)) return undefined;
    return { manifest: only, confidence: "exact", isLinked: false };
  }

  #sharesInstall(manifest: PackageManifest, project: Project | undefined): boolean {
    const other = this.#declared.projectOf(manifest.directory);
    return project !== undefined && other?.installScope === project.installScope;
  }

  /** PACKAGE_RESOLVE within one package of the repository: the file of its entry or of a subpath. */
  locate(
    { manifest, confidence }: RepositoryPackage,
    { subpath }: PackageSpecifier,
    use: EntryUse,
  ): Located | undefined {
    const found = this.#entry(manifest, subpath, use);
    if (found === undefined) return undefined;
    if (manifest.isBroken === true) return { path: found.path, confidence: "inferred" };
    return confidence === "exact" ? found : { path: found.path, confidence };
  }

  /** Paths where an entry should be by its package.json: to say why it is absent. */
  wanted(manifest: PackageManifest, subpath: string): readonly string[] {
    const targets =
      manifest.exports === undefined
        ? entryFields(manifest, subpath)
        : exportTargets(manifest.exports, subpath, () => true);
    return targets.flatMap((target) => joinPath(manifest.directory, target) ?? []);
  }

  #entry(manifest: PackageManifest, subpath: string, use: EntryUse): Located | undefined {
    const { directory, exports } = manifest;
    const locate = (target: string): Located | undefined => {
      const path = joinPath(directory, targetFile(target));
      return path === undefined ? undefined : this.#lookup.locate(path, use.importer);
    };
    if (exports !== undefined) {
      const [first] = exportTargets(exports, subpath, (condition) => use.conditions.has(condition));
      const answer = first === undefined ? undefined : locate(first);
      if (answer !== undefined) return answer;
      // Node's answer is not in the checkout: another condition (types, source) may lead to where it comes from.
      for (const target of exportTargets(exports, subpath, () => true)) {
        const other = locate(target);
        if (other !== undefined) return { path: other.path, confidence: "inferred" };
      }
    }
    const legacy: Confidence = exports === undefined ? "exact" : "inferred";
    for (const target of entryFields(manifest, subpath)) {
      const found = locate(target);
      if (found !== undefined) return legacy === "exact" ? found : { path: found.path, confidence: legacy };
    }
    if (subpath === ".") return this.#index(directory, use);
    // Published from the directory that is built, or by the package's own name for its source (Ember).
    const published = exports === undefined ? [subpath] : exportTargets(exports, subpath, () => true);
    for (const path of published.flatMap((target) => ownDirectoryPaths(target, directory))) {
      const found = this.#lookup.present(path, use.importer);
      if (found !== undefined) return { path: found, confidence: "inferred" };
    }
    return undefined;
  }

  /** What the entry is built from, where no field says it: an index where sources are kept. */
  #index(directory: string, use: EntryUse): Located | undefined {
    const own = this.#lookup.file(joinPath(directory, "index") ?? "index", use.importer);
    if (own !== undefined) return { path: own, confidence: "exact" };
    for (const root of ["src/index", "lib/index", "src/main", "src/public-api", "src/public_api"]) {
      const path = joinPath(directory, root);
      const found = path === undefined ? undefined : this.#lookup.file(path, use.importer);
      if (found !== undefined) return { path: found, confidence: "inferred" };
    }
    return undefined;
  }
}

export interface EntryUse {
  readonly importer: Importer;
  /** Conditions that hold: `import` or `require`, `node`, ... */
  readonly conditions: ReadonlySet<string>;
}

function entryFields(
  { main, module, browser, types, typesVersions }: PackageManifest,
  subpath: string,
): readonly string[] {
  if (subpath === ".") return [main, module, browser, types].flatMap((field) => field ?? []);
  return typesVersions === undefined ? [subpath] : [subpath, ...typesVersionTargets(typesVersions, subpath)];
}

function satisfies(version: string | undefined, range: string): boolean {
  const set = npmVersions.range(range);
  const parsed = version === undefined ? undefined : npmVersions.parse(version);
  return set === undefined || parsed === undefined || set.contains(parsed);
}
