/** What is installed in the environments of a repository, in the words of a manifest. */
import { directoryOf } from "../../../model/directory-of.ts";
import type { FileSystem } from "../../../files/file-system.ts";
import { type Diagnostic, fileDiagnostic } from "../../../model/diagnostic.ts";
import type { InstalledDistributions, PythonManifest } from "../manifests/manifest.ts";
import {
  distributionOf,
  type InstalledDistribution,
  modulesOfRecord,
  modulesOfTopLevel,
  requirementsOf,
} from "./distribution.ts";
import { findSitePackages, join, type SitePackages, Tree } from "./environments.ts";

/** Bounds that no honest environment reaches. */
const mostEnvironments = 50;
const mostDistributions = 3000;
const recordLimit = 8 * 1024 * 1024;
const metadataLimit = 2 * 1024 * 1024;

export function installedDistributions(
  manifests: readonly PythonManifest[],
  fileSystem: FileSystem,
): { readonly manifests: readonly InstalledDistributions[]; readonly diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const directories = new Set(["", ...manifests.filter(isOfProject).map(({ path }) => directoryOf(path))]);
  const tree = new Tree(fileSystem);
  const all = findSitePackages([...directories].sort(), tree, diagnostics);
  const [beyond] = all.slice(mostEnvironments);
  if (beyond !== undefined) {
    const message = `there are over ${mostEnvironments} environments; what is installed in this one and later ones was not read`;
    diagnostics.push(fileDiagnostic("size", beyond.path, message));
  }
  return { manifests: all.slice(0, mostEnvironments).map((site) => readSite(site, tree, diagnostics)), diagnostics };
}

function isOfProject({ kind }: PythonManifest): boolean {
  return kind === "project" || kind === "requirements" || kind === "environment";
}

function readSite({ directory, path }: SitePackages, tree: Tree, diagnostics: Diagnostic[]): InstalledDistributions {
  const entries = tree
    .list(path)
    .filter(({ name, kind }) => kind === "directory" && (name.endsWith(".dist-info") || name.endsWith(".egg-info")));
  if (entries.length > mostDistributions) {
    const message = `over ${mostDistributions} distributions are installed; the rest was not read`;
    diagnostics.push(fileDiagnostic("size", path, message));
  }
  const distributions = entries
    .slice(0, mostDistributions)
    .flatMap(({ name }) => readDistribution(path, name, tree, diagnostics) ?? []);
  return { kind: "installed", path: join(path, "."), directory, requirements: [], distributions };
}

/** A list of files says more than a list of names, which knows no namespaces. */
function readDistribution(
  site: string,
  name: string,
  tree: Tree,
  diagnostics: Diagnostic[],
): InstalledDistribution | undefined {
  const distribution = distributionOf(name);
  if (distribution === undefined) return undefined;
  const directory = join(site, name);
  const own = new Set(tree.list(directory).flatMap((entry) => (entry.kind === "file" ? [entry.name] : [])));
  const read = (file: string, limit: number): string | undefined => {
    if (!own.has(file)) return undefined;
    const text = tree.read(join(directory, file), limit);
    if (text === undefined) {
      diagnostics.push(fileDiagnostic("unreadable", join(directory, file), "it cannot be read, or is too large"));
    }
    return text;
  };
  const record = read("RECORD", recordLimit);
  const listed = record === undefined ? [] : modulesOfRecord(record);
  const topLevel = listed.length > 0 ? undefined : read("top_level.txt", metadataLimit);
  const metadata = read("METADATA", metadataLimit) ?? read("PKG-INFO", metadataLimit);
  return {
    ...distribution,
    modules: topLevel === undefined ? listed : modulesOfTopLevel(topLevel),
    requires: metadata === undefined ? [] : requirementsOf(metadata),
  };
}
