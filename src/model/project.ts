import type { Purl } from "./purl.ts";
import type { RuntimeDemand } from "./runtime-demand.ts";
import type { ProjectLock } from "./project-lock.ts";
import type { LockEntry, Requirement } from "./requirement.ts";

/** A directory from which module names are counted. */
export interface SourceRoot {
  /** From the repository's root; `""` for the root itself. */
  readonly directory: string;
  readonly scope: "main" | "test";
}

/** A module that a manifest names to be loaded from outside: a command, a plug-in of another program. */
export interface EntryPoint {
  /** `console_scripts`, `pytest11` */
  readonly group: string;
  /** What it is called by those who ask for it. */
  readonly name: string;
  /** Its module specifier. */
  readonly module: string;
  /** What of the module is meant; absent for the module itself. */
  readonly attribute?: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** One unit with a manifest: npm package or workspace member, Maven module, Gradle project, Python project. */
export interface Project {
  /** `project:web/package.json` */
  readonly id: string;
  /** Directory of the manifest, from the root; `""` for the root itself. */
  readonly directory: string;
  /** Path of its main manifest. */
  readonly manifest: string;
  /** The purl type of what it publishes and requires: `npm`. */
  readonly ecosystem: string;
  /** The scheme by which its tool reads and compares versions, where that is not its ecosystem's own: `gradle`. */
  readonly versionScheme?: string;
  /** What it publishes, when it has a name. */
  readonly package?: Purl;
  /** How the other projects of its build ask for it, where they do not by what it publishes. */
  readonly inBuild?: {
    /** `project(":core")` */
    readonly notation: string;
    /** Directory of the build; equal for projects of one. */
    readonly build: string;
  };
  /** Its own version as written, when it is known. */
  readonly version?: string;
  /** It is never published: outside of its installation nobody can ask for it by its name. */
  readonly private?: true;
  /** The workspace root or parent whose requirements it inherits: a project id. */
  readonly parent?: string;
  /** What shares one installation; equal for projects that do. A project id. */
  readonly installScope: string;
  /**
   * What it needs to run is put into what it builds, or it is never installed by others: requirements for development do for
   * its production code.
   */
  readonly packed?: true;
  readonly sourceRoots: readonly SourceRoot[];
  /** Effective requirements: those written here, and inherited ones with their own file and line. */
  readonly requirements: readonly Requirement[];
  /** Of the programs that run, build and install it; of each the nearest file that says it, and what its manifests say. */
  readonly runtimes?: readonly RuntimeDemand[];
  /** Where others enter its code, as its manifests say. */
  readonly entryPoints?: readonly EntryPoint[];
  /** Names of the scripts that its manifest defines, where manifests do. */
  readonly scripts?: readonly string[];
  /** Lock entries of the lockfile beside its manifest; of a member of a workspace, those that it asks for itself. */
  readonly locks: readonly LockEntry[];
  /** The lockfiles that it is installed by: those beside its manifest, or that of its workspace. */
  readonly lockfiles?: readonly ProjectLock[];
}

/** The id of a project by its main manifest. */
export function projectId(manifest: string): string {
  return `project:${manifest}`;
}
