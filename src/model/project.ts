import type { Purl } from "./purl.ts";
import type { LockEntry, Requirement } from "./requirement.ts";

/** A directory from which module names are counted. */
export interface SourceRoot {
  /** From the repository's root; `""` for the root itself. */
  readonly directory: string;
  readonly scope: "main" | "test";
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
  /** What it publishes, when it has a name. */
  readonly package?: Purl;
  /** Its own version as written, when it is known. */
  readonly version?: string;
  /** The workspace root or parent whose requirements it inherits: a project id. */
  readonly parent?: string;
  /** What shares one installation; equal for projects that do. A project id. */
  readonly installScope: string;
  readonly sourceRoots: readonly SourceRoot[];
  /** Effective requirements: those written here, and inherited ones with their own file and line. */
  readonly requirements: readonly Requirement[];
  /** Names of the scripts that its manifest defines, where manifests do. */
  readonly scripts?: readonly string[];
  /** Lock entries of the lockfile beside its manifest. */
  readonly locks: readonly LockEntry[];
}

/** The id of a project by its main manifest. */
export function projectId(manifest: string): string {
  return `project:${manifest}`;
}
