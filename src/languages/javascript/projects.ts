/** Puts package.json, workspaces and lockfiles together into projects. */
import { directoryOf } from "../../model/directory-of.ts";
import type { FileIndex } from "../../files/file-index.ts";
import { VersionFiles } from "../../files/version-files.ts";
import { type Project, projectId } from "../../model/project.ts";
import { purl } from "../../model/purl.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import type { ProjectList } from "../language.ts";
import {
  type LockManifest,
  type Manifest,
  type PackageManifest,
  type UnreadLockManifest,
  type WorkspaceManifest,
} from "./manifests/manifest.ts";
import { isBundled } from "./projects/bundlers.ts";
import { withoutDeno } from "./projects/deno.ts";
import { readableProjects } from "./projects/readable-projects.ts";
import { Packages } from "./resolve/packages.ts";
import { projectLocks } from "./projects/lock-answers.ts";
import { MissingTargets } from "./projects/missing-targets.ts";
import { ownVersions } from "./projects/own-versions.ts";
import { requirementsOf, type RootSettings } from "./projects/requirements.ts";
import { withoutSettledPeers } from "./projects/settled-peers.ts";
import { TsConfigs } from "./resolve/tsconfigs.ts";
import { Usage } from "./projects/usage.ts";
import { workspaceRoots } from "./projects/workspaces.ts";

export function javascriptProjects(all: readonly Manifest[], files: FileIndex): ProjectList {
  const manifests = withoutDeno(all);
  const written = manifests.filter((each) => each.kind === "package");
  const packages = new Packages(written);
  const workspaceFiles = manifests.filter((each) => each.kind === "workspace");
  const hasWorkspaceFile = new Set(workspaceFiles.filter(({ isRoot }) => isRoot).map(({ directory }) => directory));
  const own = written.filter((manifest) => manifest.isProject || hasWorkspaceFile.has(manifest.directory));
  const roots = workspaceRoots(own, workspaceFiles, packages);
  const locks = locksByDirectory(manifests);
  const lockfiles = lockfilesByDirectory(manifests);
  const directories = new Set(own.map(({ directory }) => directory));
  const usage = new Usage(manifests, (directory) => projectDirectory(directories, directory));
  const members = membersByRoot(roots);
  const readable = readableProjects(own, files);
  const settings = settingsByDirectory([...workspaceFiles, ...own]);
  const diagnostics: Diagnostic[] = [];

  const versions = new VersionFiles(manifests.flatMap((each) => (each.kind === "runtimes" ? each.runtimes : [])));

  const toProject = (manifest: PackageManifest): Project => {
    const { directory, file, name, version } = manifest;
    const root = roots.get(directory);
    const scope = scopeOf(roots, directory);
    const lock = locks.get(directory);
    const requirements = requirementsOf(manifest, {
      packages,
      sharesInstall: (a, b) => scopeOf(roots, a) === scopeOf(roots, b),
      peers: locks.get(scope)?.peers,
      isReadable: readable.has(directory),
      // Tools of the root read the configuration of its members.
      usedBy: (required) => usage.evidence(required, [directory, ...(members.get(directory) ?? [])]),
      settings: settings.get(scope) ?? [],
      complain: (diagnostic) => diagnostics.push(diagnostic),
    });
    const packed = isBundled(manifest, root === undefined ? undefined : packages.at(root));
    const runtimes = [...manifest.runtimes, ...versions.of(directory)];
    const beside = lockfiles.get(directory) ?? [];
    // Lerna and Rush have members that a lockfile of the root knows nothing of.
    const isWorkspace = packages.at(scope)?.workspaces !== undefined || locks.get(scope)?.tool === "pnpm";
    const isShared = scope !== directory && isWorkspace;
    const installedBy = projectLocks({
      manifest,
      requirements,
      beside,
      ofRoot: isShared && (lockfiles.get(scope)?.length ?? 0) === 1 ? locks.get(scope) : undefined,
      configured: files.has(scope === "" ? ".npmrc" : `${scope}/.npmrc`),
      overridden: overriddenNames([...(settings.get(scope) ?? []), ...(settings.get(directory) ?? [])]),
    });
    return {
      id: projectId(file),
      directory,
      manifest: file,
      ecosystem: "npm",
      ...(name === undefined ? {} : { package: purl("npm", name) }),
      ...(version === undefined ? {} : { version }),
      ...(manifest.private === undefined ? {} : { private: true as const }),
      ...(root === undefined ? {} : { parent: projectId(manifestAt(packages, root)) }),
      installScope: projectId(manifestAt(packages, scope)),
      ...(packed ? { packed: true as const } : {}),
      sourceRoots: [],
      requirements,
      ...(runtimes.length === 0 ? {} : { runtimes }),
      scripts: manifest.scripts.map(({ name: script }) => script),
      locks: withoutSettledPeers(
        lock?.entries ?? ownVersions(locks.get(scope), directory, requirements),
        settings.get(scope) ?? [],
      ),
      ...(installedBy.length === 0 ? {} : { lockfiles: installedBy }),
    };
  };
  const tsconfigs = new TsConfigs(
    manifests.filter((each) => each.kind === "tsconfig"),
    (name) => packages.named(name)[0]?.directory,
  );
  const projects = own.map(toProject);
  const missing = new MissingTargets(files);
  for (const each of manifests) {
    if (each.kind === "package") missing.addPackage(each);
    else if (each.kind === "tsconfig") missing.addConfiguration(each);
  }
  return { projects, diagnostics: [...diagnostics, ...tsconfigs.diagnostics, ...missing.diagnostics] };
}

/** Of files that lay something down; pnpm and Yarn have it in files of their own. */
function settingsByDirectory(
  manifests: readonly (WorkspaceManifest | PackageManifest)[],
): ReadonlyMap<string, readonly RootSettings[]> {
  const settings = new Map<string, RootSettings[]>();
  for (const { directory, file, catalogs, overrides, peerRules } of manifests) {
    const own = {
      file,
      ...(catalogs === undefined ? {} : { catalogs }),
      ...(overrides === undefined ? {} : { overrides }),
      ...(peerRules === undefined ? {} : { peerRules }),
    };
    const known = settings.get(directory);
    if (known === undefined) settings.set(directory, [own]);
    else known.push(own);
  }
  return settings;
}

function manifestAt(packages: Packages, directory: string): string {
  const manifest = packages.at(directory);
  if (manifest !== undefined) return manifest.file;
  return directory === "" ? "package.json" : `${directory}/package.json`;
}

/** npm-shrinkwrap.json wins over package-lock.json. */
function locksByDirectory(manifests: readonly Manifest[]): ReadonlyMap<string, LockManifest> {
  const locks = new Map<string, LockManifest>();
  for (const manifest of manifests) {
    if (manifest.kind !== "lock") continue;
    if (!locks.has(manifest.directory) || manifest.file.endsWith("npm-shrinkwrap.json"))
      locks.set(manifest.directory, manifest);
  }
  return locks;
}

function lockfilesByDirectory(
  manifests: readonly Manifest[],
): ReadonlyMap<string, readonly (LockManifest | UnreadLockManifest)[]> {
  const locks = new Map<string, (LockManifest | UnreadLockManifest)[]>();
  for (const manifest of manifests) {
    if (manifest.kind !== "lock" && manifest.kind !== "unread-lock") continue;
    const known = locks.get(manifest.directory);
    if (known === undefined) locks.set(manifest.directory, [manifest]);
    else known.push(manifest);
  }
  return locks;
}

function overriddenNames(settings: readonly RootSettings[]): ReadonlySet<string> {
  return new Set(settings.flatMap(({ overrides = [] }) => overrides.map(({ name }) => name)));
}

/** The outermost workspace that a package belongs to, by way of its root. */
function scopeOf(roots: ReadonlyMap<string, string>, directory: string): string {
  let scope = directory;
  for (let root = roots.get(scope); root !== undefined; root = roots.get(scope)) scope = root;
  return scope;
}

function membersByRoot(roots: ReadonlyMap<string, string>): ReadonlyMap<string, readonly string[]> {
  const members = new Map<string, string[]>();
  for (const [member, root] of roots) {
    const known = members.get(root);
    if (known === undefined) members.set(root, [member]);
    else known.push(member);
  }
  return members;
}

/** The directory of the innermost project around a directory. */
function projectDirectory(directories: ReadonlySet<string>, directory: string): string | undefined {
  for (let at = directory; ; at = directoryOf(at)) {
    if (directories.has(at)) return at;
    if (at === "") return undefined;
  }
}
