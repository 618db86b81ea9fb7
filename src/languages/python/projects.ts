/**
 * Puts manifests together: one project a directory with a `pyproject.toml`, `setup.cfg` or `setup.py`, its requirements
 * files joined to it; a requirements file that stands alone is a project too.
 */
import { directoryOf } from "../../model/directory-of.ts";
import type { FileIndex } from "../../files/file-index.ts";
import { VersionFiles } from "../../files/version-files.ts";
import type { ProjectList } from "../language.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import { type Project, projectId } from "../../model/project.ts";
import type { LockEntry, Requirement, RequirementScope } from "../../model/requirement.ts";
import type { Evidence } from "../../model/location.ts";
import { type Purl, purlName, purlType } from "../../model/purl.ts";
import { choicesOf, inChosenEnvironment } from "./projects/chosen-requirements.ts";
import { condaPythons, condaRequirements } from "./projects/conda-requirements.ts";
import { isPin, lockEntries, pinnedRequirements } from "./projects/compiled-pins.ts";
import { distributionPurl } from "./versions/distribution-name.ts";
import { isObservable } from "./resolve/distributions.ts";
import type {
  DeclaredRequirement,
  EnvironmentFile,
  PythonChoices,
  PythonManifest,
  RequirementsFile,
} from "./manifests/manifest.ts";
import { missingPaths } from "./projects/made-targets.ts";
import { type Unit, unitsOf } from "./projects/units.ts";
import { projectLocks } from "./projects/lock-answers.ts";
import { LockFiles } from "./projects/lock-files.ts";
import { linkedFile, linkedRequirements } from "./projects/requirement-links.ts";
import { joinPath, sourceRoots } from "./projects/source-layout.ts";
import { Usage } from "./projects/usage.ts";

export function pythonProjects(manifests: readonly PythonManifest[], files: FileIndex): ProjectList {
  const diagnostics: Diagnostic[] = [];
  const units = unitsOf(manifests);
  const packages = new Map<string, string>();
  for (const { directory, manifests: own } of units) {
    const name = own.find((each) => each.name !== undefined)?.name;
    if (name !== undefined) packages.set(directory, name);
  }
  const byDirectory = new Map(units.map((unit) => [unit.directory, unit]));
  const lockFiles = new LockFiles(manifests);
  diagnostics.push(...lockFiles.lone((directory) => byDirectory.has(directory)));
  const installScope = (directory: string): string => {
    const owner = byDirectory.get(lockFiles.owner(directory));
    return projectId(owner === undefined ? directory : mainManifest(owner));
  };
  const context: Context = {
    files,
    diagnostics,
    packages,
    published: new Set([...packages.values()].map(distributionPurl)),
    byPath: requirementsByPath(manifests),
    lockFiles,
    installScope,
    choices: choicesOf(manifests),
    usage: new Usage(manifests),
    versions: new VersionFiles(manifests.flatMap((each) => (each.kind === "version-file" ? each.runtimes : []))),
  };
  const projects = units
    .map((unit) => projectOf(unit, context))
    .sort((a, b) => (a.manifest < b.manifest ? -1 : a.manifest > b.manifest ? 1 : 0));
  return { projects, diagnostics };
}

interface Context {
  readonly files: FileIndex;
  readonly diagnostics: Diagnostic[];
  /** Names of the packages of this repository, by directory. */
  readonly packages: ReadonlyMap<string, string>;
  /** What its projects publish. */
  readonly published: ReadonlySet<Purl>;
  readonly byPath: ReadonlyMap<string, RequirementsFile>;
  readonly lockFiles: LockFiles;
  readonly versions: VersionFiles;
  readonly choices: PythonChoices | undefined;
  readonly usage: Usage;
  /** The project whose lockfile installs the one of a directory. */
  installScope(directory: string): string;
}

function requirementsByPath(manifests: readonly PythonManifest[]): ReadonlyMap<string, RequirementsFile> {
  return new Map(manifests.flatMap((each) => (each.kind === "requirements" ? [[each.path, each] as const] : [])));
}

function projectOf(unit: Unit, context: Context): Project {
  const { directory, manifests } = unit;
  const main = mainManifest(unit);
  const id = projectId(main);
  const name = manifests.find((each) => each.name !== undefined)?.name;
  const version = manifests.find((each) => each.version !== undefined)?.version;
  const named = manifests.find((each) => each.sourceDirectories.length > 0)?.sourceDirectories ?? [];
  const entryPoints = manifests.flatMap((each) => each.entryPoints);
  const runtimes = [
    ...manifests.flatMap((each) => each.requiresPython ?? []),
    ...context.versions.of(directory),
    ...[...manifests, ...unit.environments].flatMap(condaPythons),
  ];
  const requirements = inChosenEnvironment(requirementsOf(unit, context), context.choices);
  context.diagnostics.push(...missingPaths(unit, requirements, context.files));
  const lockfiles = projectLocks({
    directory,
    requirements,
    locks: context.lockFiles.at(context.lockFiles.owner(directory)),
    compiled: [...unit.files, ...unit.locks].filter((file) => file.compiled !== undefined),
    published: context.published,
  });
  return {
    id,
    directory,
    manifest: main,
    ecosystem: "pypi",
    ...(name === undefined ? {} : { package: distributionPurl(name) }),
    ...(version === undefined ? {} : { version }),
    installScope: context.lockFiles.owner(directory) === directory ? id : context.installScope(directory),
    sourceRoots: sourceRoots(directory, named, context.files),
    requirements,
    locks: [...locksOf(unit), ...context.lockFiles.entries(directory)],
    ...(lockfiles.length === 0 ? {} : { lockfiles }),
    ...(runtimes.length === 0 ? {} : { runtimes }),
    ...(entryPoints.length === 0 ? {} : { entryPoints }),
  };
}

function mainManifest({ directory, manifests, files, environments }: Unit): string {
  return manifests[0]?.path ?? mainFile(files)?.path ?? environments[0]?.path ?? directory;
}

/** The file that a lone set of requirements files is known by. */
function mainFile(files: readonly RequirementsFile[]): RequirementsFile | undefined {
  const rank = ({ path, scope }: RequirementsFile): number => {
    const name = path.slice(path.lastIndexOf("/") + 1).toLowerCase();
    const known = ["requirements.in", "requirements.txt", "base.in", "base.txt", "main.in", "main.txt"].indexOf(name);
    if (known >= 0) return known;
    return scope === "runtime" ? 10 : scope === "constraint" ? 30 : 20;
  };
  return files.toSorted((a, b) => rank(a) - rank(b))[0];
}

function requirementsOf(unit: Unit, context: Context): readonly Requirement[] {
  const { directory, manifests } = unit;
  const own = manifests.flatMap((manifest) =>
    manifest.requirements.map((each) => located(each, directory)).concat(condaRequirements(manifest)),
  );
  const selfContained =
    own.some(({ scope }) => scope === "runtime" || scope === "optional") &&
    !manifests.some((manifest) => manifest.dynamicDependencies);
  const main = mainFile(unit.files);
  const named = namedFiles(unit, context);
  const joined = [...new Set([...unit.files, ...named.keys()])].flatMap((file) => {
    const told = named.get(file);
    if (told !== undefined) {
      const asked = fileRequirements(file, unit).concat(linkedRequirements(file, unit.directory, context));
      return asked.map((each) => placed(each, told.scope, told.group));
    }
    // Beside a package that lists its own needs, a requirements file describes the environment to work on it.
    const scope: RequirementScope = selfContained && file.scope === "runtime" ? "dev" : file.scope;
    const group =
      manifests.length === 0 && stemOf(file.path) === stemOf(main?.path ?? "") ? undefined : stemOf(file.path);
    const all = fileRequirements(file, unit).concat(linkedRequirements(file, unit.directory, context));
    return all.map((each) => placed(each, scope, group));
  });
  const filled = unit.environments.flatMap((file) => environmentRequirements(file, unit, context, selfContained));
  const frozen = new Set([
    ...unit.files.filter(isFrozen).map(({ path }) => path),
    ...unit.environments.filter(({ mixed }) => mixed).map(({ path }) => path),
  ]);
  const told = new Map([...named].map(([file, { evidence }]) => [file.path, evidence]));
  const all = [...own, ...joined, ...filled];
  const provided = new Set(context.choices?.providers.values());
  return all.map((requirement) => {
    const usedBy = context.usage.evidence(purlName(requirement.package), directory);
    return withUse(withEvidence(requirement, told.get(requirement.file)), usedBy, { frozen, provided });
  });
}

interface Naming {
  readonly scope: RequirementScope;
  readonly group: string | undefined;
  /** Where the manifest names the file. */
  readonly evidence: Evidence;
}

/** The requirements files that a project's own manifests name as theirs; the first naming of each. */
function namedFiles({ manifests, directory }: Unit, context: Context): ReadonlyMap<RequirementsFile, Naming> {
  const found = new Map<RequirementsFile, Naming>();
  for (const manifest of manifests) {
    for (const link of manifest.files) {
      const file = linkedFile(link, directory, manifest.path, context);
      if (file === undefined || found.has(file)) continue;
      const { scope, group, line, column } = link;
      const evidence = { file: manifest.path, line, column, message: "is named here" };
      found.set(file, { scope, group, evidence });
    }
  }
  return found;
}

/**
 * Whether a file looks as `pip freeze` writes it: nothing but exact pins, and many of them. Then it holds what its packages
 * need in turn as well, and does not say which is which.
 */
function isFrozen({ path, requirements }: RequirementsFile): boolean {
  return (
    !path.endsWith(".in") &&
    requirements.length >= fewestFrozen &&
    requirements.every(({ range }) => /^===?[^,*]+$/.test(range))
  );
}

/** People pin a handful of packages by hand. */
const fewestFrozen = 8;

/** In the scope and group of the file that asks; constraints stay what they are. */
function placed(
  requirement: DeclaredRequirement,
  scope: RequirementScope,
  group: string | undefined,
): DeclaredRequirement {
  const effective = requirement.scope === "constraint" ? requirement.scope : scope;
  return { ...requirement, scope: effective, ...(group === undefined ? {} : { group }) };
}

/** What an environment file asks for, and what it links to. Beside a package that lists its own needs it is for work on it. */
function environmentRequirements(
  file: EnvironmentFile,
  unit: Unit,
  context: Context,
  selfContained: boolean,
): readonly DeclaredRequirement[] {
  const { path, requirements, links } = file;
  const listed: RequirementsFile = { kind: "requirements", path, scope: "runtime", requirements: [], links };
  const isOwn = unit.manifests.length + unit.files.length === 0;
  return requirements
    .map((each) => located(each, directoryOf(path)))
    .concat(linkedRequirements(listed, unit.directory, context), condaRequirements(file))
    .map((each) => {
      const scope: RequirementScope = selfContained && each.scope === "runtime" ? "dev" : each.scope;
      return placed(each, scope, isOwn || each.group !== undefined ? each.group : stemOf(path));
    });
}

/** A compiled file beside its source declares the same once more: only one of them is asked whether it is used. */
function fileRequirements(file: RequirementsFile, unit: Unit): readonly DeclaredRequirement[] {
  return file.compiled === undefined ? file.requirements : pinnedRequirements(file, unit.files);
}

function withEvidence(requirement: DeclaredRequirement, evidence: Evidence | undefined): DeclaredRequirement {
  return evidence === undefined ? requirement : { ...requirement, origin: [...(requirement.origin ?? []), evidence] };
}

/** Of a distribution whose modules are known, or told, an import shows that it is used. */
function withUse(
  requirement: DeclaredRequirement,
  usedBy: Evidence | undefined,
  { frozen, provided }: { readonly frozen: ReadonlySet<string>; readonly provided: ReadonlySet<string> },
): Requirement {
  const pinned = isPin(requirement) || frozen.has(requirement.file);
  const isDistribution = purlType(requirement.package) === "pypi";
  const name = purlName(requirement.package);
  const observable = isDistribution && !pinned && (isObservable(name) || provided.has(name));
  return { ...requirement, ...(usedBy === undefined ? {} : { usedBy }), observable };
}

/** `requirements-dev` of `requirements-dev.in`. */
function stemOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1).replace(/\.[a-z]+$/i, "");
}

/** A requirement by path, with the path from the root; a path that leads out of the repository is dropped. */
function located({ path, ...requirement }: DeclaredRequirement, directory: string): DeclaredRequirement {
  const target = path === undefined ? undefined : joinPath(directory, path);
  return target === undefined ? requirement : { ...requirement, path: target };
}

function locksOf(unit: Unit): readonly LockEntry[] {
  return [...unit.files, ...unit.locks].flatMap(lockEntries);
}
