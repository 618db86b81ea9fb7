/**
 * What a file may count on: the projects around it, what they ask for, and the Python that they run on.
 */
import { directoryOf } from "../../../model/directory-of.ts";
import type { Declaration } from "../../../model/resolution.ts";
import type { Project } from "../../../model/project.ts";
import { purlName } from "../../../model/purl.ts";
import type { Requirement } from "../../../model/requirement.ts";
import { choicesOf } from "../projects/chosen-requirements.ts";
import { isTransitivePin } from "../projects/compiled-pins.ts";
import { distributionPurl } from "../versions/distribution-name.ts";
import type { InstalledDistribution } from "../installed/distribution.ts";
import { InstalledIndex } from "./installed-index.ts";
import { DeclaredRuntime } from "./declared-runtime.ts";
import { ProviderIndex, stubbedDistribution } from "./distributions.ts";
import type { EnvironmentFile, PythonManifest } from "../manifests/manifest.ts";
import { environmentsByDirectory } from "../projects/environment-files.ts";
import { isWithin, joinPath } from "../projects/source-layout.ts";
import { managedPython, requiredPython } from "./pythons.ts";
import { parseSpecifiers, type VersionRange, versionRange } from "../versions/specifiers.ts";

/** One project with those around it that it may lean on. */
export class ProjectScope {
  /** Of no other scope. */
  readonly id: number;
  /** The innermost first. Lone requirements files lean on the package around them; a package leans on nothing. */
  readonly chain: readonly Project[];
  readonly requiresPython: VersionRange | undefined;
  /** The Pythons and platforms that they are for. */
  readonly runtime: DeclaredRuntime;
  /** Files that its builds write, from the root of the repository. */
  readonly generatedFiles: ReadonlySet<string>;
  readonly #declared: ReadonlySet<string>;
  /** Distributions named for a requirement and an extra of it: `psycopg-pool` for `psycopg[pool]`. */
  readonly #companions: readonly string[];
  /** Extras that are asked for by name: `duckdb` of `ibis-framework[duckdb]`. */
  readonly #extras: ReadonlySet<string>;
  readonly #locked: ReadonlySet<string>;
  /** Whether what is locked is all that there is. */
  readonly #isLockedWhole: boolean;
  /** The environment that it is run in, where one lies in the repository. */
  readonly installed: InstalledIndex | undefined;
  #brought: ReadonlySet<string> | undefined;
  readonly #environments: readonly EnvironmentFile[];
  #declaredIndex: ProviderIndex | undefined;
  #lockedIndex: ProviderIndex | undefined;

  constructor(
    id: number,
    chain: readonly Project[],
    manifests: readonly PythonManifest[],
    environments: readonly EnvironmentFile[],
    installed: InstalledIndex | undefined,
    /** The projects whose lockfiles install those of the chain. */
    installations: readonly Project[],
  ) {
    this.id = id;
    this.chain = chain;
    this.installed = installed;
    this.#environments = environments;
    const requirements = chain.flatMap((project) => project.requirements);
    const own = manifests.filter((manifest) => chain.some(({ directory }) => directoryOf(manifest.path) === directory));
    this.#declared = new Set([
      ...requirements
        .filter((requirement) => isAsking(requirement) && !isTransitivePin(requirement))
        .map((requirement) => purlName(requirement.package)),
      ...impliedBuildRequirements(own),
    ]);
    this.#extras = new Set(requirements.flatMap(({ extras = [] }) => extras));
    this.#companions = requirements.flatMap(({ package: each, extras = [] }) =>
      extras.map((extra) => `${purlName(each)}-${extra}`),
    );
    const pins = requirements.filter(isTransitivePin).map((requirement) => requirement.package);
    const locks = installations.flatMap((project) => project.locks.map((entry) => entry.package));
    const lockFiles = manifests.flatMap((manifest) =>
      manifest.kind === "lock" && installations.some(({ directory }) => directoryOf(manifest.path) === directory)
        ? [manifest]
        : [],
    );
    // What a requirements file was compiled to is whole, too.
    const compiled = pins.length + locks.length - lockFiles.reduce((sum, { entries }) => sum + entries.length, 0);
    this.#isLockedWhole = compiled > 0 || lockFiles.some(({ whole }) => whole);
    this.#locked = new Set([...[...locks, ...pins].map(purlName), ...lockFiles.flatMap(({ besides }) => besides)]);
    // What users say counts before what manifests do.
    const choices = choicesOf(manifests);
    const python = choices?.versions ?? requiredPython(chain);
    const known = python ?? managedPython(chain);
    const specifiers = known === undefined ? undefined : parseSpecifiers(known);
    this.requiresPython = specifiers === undefined ? undefined : versionRange(specifiers);
    const named = own.flatMap((manifest) => (manifest.kind === "project" ? (manifest.platforms ?? []) : []))[0];
    const platforms = choices?.platforms ?? named;
    this.runtime = new DeclaredRuntime(python, platforms);
    this.generatedFiles = new Set(
      own.flatMap((manifest) =>
        manifest.kind === "project"
          ? manifest.generatedFiles.map((path) => joinPath(directoryOf(manifest.path), path) ?? path)
          : [],
      ),
    );
  }

  get project(): Project | undefined {
    return this.chain[0];
  }

  get declared(): ProviderIndex {
    this.#declaredIndex ??= new ProviderIndex(runtimeNames(this.#declared));
    return this.#declaredIndex;
  }

  get locked(): ProviderIndex {
    this.#lockedIndex ??= new ProviderIndex([...runtimeNames(this.#locked), ...this.#companions]);
    return this.#lockedIndex;
  }

  declares(distribution: string): boolean {
    return this.#declared.has(distribution);
  }

  /** Whether it is asked for, or locked. */
  mentions(distribution: string): boolean {
    return this.#declared.has(distribution) || this.#locked.has(distribution);
  }

  /** Whether stubs of a distribution are asked for: enough for an import that is erased before it runs. */
  declaresStubs(distribution: string): boolean {
    return this.#declared.has(`types-${distribution}`) || this.#declared.has(`${distribution}-stubs`);
  }

  /** Whether environment files may declare for a file what nothing that is read does: what is computed, what conda holds. */
  declaresElsewhere(use: "main" | "test"): boolean {
    return this.#environments.some(({ open }) => open === "all" || (open === "tests" && use === "test"));
  }

  /** Absent where no project says anything. */
  declarationOf(distribution: string, use: "runtime" | "types"): Declaration | undefined {
    if (this.project === undefined) return undefined;
    return { package: distributionPurl(distribution), state: this.#stateOf(distribution, use) };
  }

  #stateOf(distribution: string, use: "runtime" | "types"): Declaration["state"] {
    if (this.declares(distribution) || this.chain.some((each) => each.package === distributionPurl(distribution))) {
      return "declared";
    }
    if (this.#extras.has(distribution) || this.#companions.includes(distribution)) return "declared";
    if (use === "types" && this.declaresStubs(distribution)) return "declared";
    if (this.#locked.has(distribution)) return "transitive";
    if (this.installed?.has(distribution) === true) {
      this.#brought ??= this.installed.broughtBy(this.#declared);
      return this.#brought.has(distribution) ? "transitive" : "undeclared";
    }
    return this.#locked.size === 0 || !this.#isLockedWhole ? "unknown" : "undeclared";
  }

  /** Whether it asks for a project of this repository, by its package's name or by path. */
  requires(other: Project): boolean {
    if (other.package !== undefined && this.declares(purlName(other.package))) return true;
    return this.chain.some((project) => project.requirements.some(({ path }) => path === other.directory));
  }
}

/**
 * A `setup.py` is run by setuptools where no `pyproject.toml` beside it says by what.
 * @see https://peps.python.org/pep-0518/#build-system-table
 */
function impliedBuildRequirements(manifests: readonly PythonManifest[]): readonly string[] {
  const projects = manifests.flatMap((manifest) => (manifest.kind === "project" ? manifest : []));
  const isTold = (directory: string): boolean =>
    projects.some(
      ({ path, format, requirements }) =>
        format === "pyproject.toml" &&
        directoryOf(path) === directory &&
        requirements.some(({ scope }) => scope === "build"),
    );
  return projects.some(({ path, format }) => format === "setup.py" && !isTold(directoryOf(path))) ? ["setuptools"] : [];
}

/** Versions that are only constrained or overridden are not asked for. */
function isAsking({ scope }: Requirement): boolean {
  return scope !== "constraint" && scope !== "managed";
}

/** Stubs provide nothing at run time. */
function runtimeNames(names: Iterable<string>): readonly string[] {
  return [...names].filter((name) => stubbedDistribution(name) === undefined);
}

/** Finds the scope of a file by its directory. */
export class ProjectScopes {
  readonly projects: readonly Project[];
  readonly #byDirectory: ReadonlyMap<string, Project>;
  readonly #byId: ReadonlyMap<string, Project>;
  readonly #manifests: readonly PythonManifest[];
  readonly #packages: ReadonlySet<string>;
  readonly #environments: ReadonlyMap<string, readonly EnvironmentFile[]>;
  readonly #scopes = new Map<string, ProjectScope>();
  readonly #installed: ReadonlyMap<string, InstalledIndex>;
  #made = 0;

  constructor(projects: readonly Project[], manifests: readonly PythonManifest[]) {
    this.projects = projects.filter((project) => project.ecosystem === "pypi");
    this.#byDirectory = new Map(this.projects.map((project) => [project.directory, project]));
    this.#byId = new Map(this.projects.map((each) => [each.id, each]));
    this.#manifests = manifests;
    this.#packages = new Set(
      manifests.flatMap((each) => (each.kind === "project" && each.isProject ? [each.path] : [])),
    );
    this.#environments = environmentsByDirectory(manifests, this.#byDirectory.keys());
    this.#installed = installedByDirectory(manifests);
  }

  /** Whether a project builds a package, rather than being only a list of requirements. */
  isPackage(project: Project): boolean {
    return this.#packages.has(project.manifest);
  }

  of(directory: string): ProjectScope {
    const known = this.#scopes.get(directory);
    if (known !== undefined) return known;
    const scope = this.#find(directory);
    this.#scopes.set(directory, scope);
    return scope;
  }

  #find(directory: string): ProjectScope {
    const project = this.#byDirectory.get(directory);
    if (project === undefined) {
      return directory === ""
        ? new ProjectScope(this.#made++, [], this.#manifests, [], this.#installed.get(""), [])
        : this.of(directoryOf(directory));
    }
    const outer = this.isPackage(project) || directory === "" ? [] : this.of(directoryOf(directory)).chain;
    const chain = [project, ...outer];
    return new ProjectScope(
      this.#made++,
      chain,
      this.#manifests,
      chain.flatMap((each) => this.#environments.get(each.directory) ?? []),
      this.#installedAround(directory),
      [...new Set(chain.flatMap((each) => [each, this.#byId.get(each.installScope) ?? each]))],
    );
  }

  /** The nearest environment at a project or above it: a workspace keeps one for all its members. */
  #installedAround(directory: string): InstalledIndex | undefined {
    for (let at = directory; ; at = directoryOf(at)) {
      const installed = this.#installed.get(at);
      if (installed !== undefined || at === "") return installed;
    }
  }

  /** The package that a file of this repository is published in, or the project that it merely belongs to. */
  owner(path: string): Project | undefined {
    const { chain } = this.of(directoryOf(path));
    return chain.find((project) => this.isPackage(project)) ?? chain[0];
  }
}

/** Several environments of one directory are taken together: which of them is used nobody says. */
function installedByDirectory(manifests: readonly PythonManifest[]): ReadonlyMap<string, InstalledIndex> {
  const found = new Map<string, InstalledDistribution[]>();
  for (const manifest of manifests) {
    if (manifest.kind !== "installed") continue;
    const list = found.get(manifest.directory) ?? [];
    found.set(manifest.directory, [...list, ...manifest.distributions]);
  }
  return new Map([...found].map(([directory, distributions]) => [directory, new InstalledIndex(distributions)]));
}

/** The length of the path that two directories share, in parts. */
export function nearness(a: string, b: string): number {
  let shared = "";
  let count = 0;
  for (const part of a.split("/")) {
    shared = shared === "" ? part : `${shared}/${part}`;
    if (!isWithin(b, shared)) break;
    count++;
  }
  return count;
}
