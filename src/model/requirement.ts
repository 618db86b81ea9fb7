import type { Evidence } from "./location.ts";
import type { Purl } from "./purl.ts";

/** When a requirement is installed. `managed` and `constraint` bind versions without asking for anything. */
export type RequirementScope =
  | "runtime"
  | "dev"
  | "test"
  | "build"
  | "optional"
  | "peer"
  | "provided"
  | "managed"
  | "constraint";

/** A declared need: package, range, scope, condition and where it is written. */
export interface Requirement {
  readonly package: Purl;
  /** The range as its ecosystem writes it, properties filled in; `*` when none is given. */
  readonly range: string;
  readonly scope: RequirementScope;
  /** The extra, dependency group, profile or Gradle configuration it belongs to. */
  readonly group?: string;
  /**
   * The environment of its own that it is installed into, where there are several: one of tox, a file of conda's. What is
   * in another one, or in none, need not be there.
   */
  readonly environment?: string;
  /** The condition under which it is active: a PEP 508 marker, a profile's activation. */
  readonly marker?: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** The name that code imports it by, where its project gives it another: then it is installed beside one of its own. */
  readonly alias?: string;
  /** It is published within the package that asks for it: `bundleDependencies`. */
  readonly bundled?: true;
  /** Optional parts of the package that are asked for with it: `pool` of `psycopg[pool]`. */
  readonly extras?: readonly string[];
  /** Which file of the package is asked for, where one publishes several: Maven's `tests`, `linux-x86_64`. */
  readonly classifier?: string;
  /** Maven's type of that file, where it is no `jar`: `pom`, `test-jar`, `war`. */
  readonly type?: string;
  /** What is not to come with it: `group:artifact`, either may be `*`. */
  readonly exclusions?: readonly string[];
  /** Directory, from the root, of the in-repo project that is asked for by path or workspace protocol. */
  readonly path?: string;
  /** Where a part of it came from: the property, parent, catalog or management entry. */
  readonly origin?: readonly Evidence[];
  /** Seen at work outside source code: named by a script or by a tool's configuration. */
  readonly usedBy?: Evidence;
  /**
   * Whether an import would show its use. False for what works by being installed (starters, drivers, plug-ins, types)
   * and for what is not known well enough to say: such a requirement is never reported unused.
   */
  readonly observable: boolean;
}

/** One resolved version in a lockfile. */
export interface LockEntry {
  readonly package: Purl;
  readonly version: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly integrity?: string;
  /** What this version asks for in turn; `version` when the lockfile says which one it got. */
  readonly requires: readonly LockedRequirement[];
  /** What it wants beside it, and what it gets; absent where the lockfile does not tell. */
  readonly peers?: readonly LockedPeer[];
}

/** A peer requirement of a locked package; an optional one that is not there is left out. */
export interface LockedPeer {
  readonly package: Purl;
  readonly range: string;
  readonly optional: boolean;
  /** The version that stands beside it; absent where there is none. */
  readonly version?: string;
}

export interface LockedRequirement {
  readonly package: Purl;
  readonly range: string;
  readonly version?: string;
}
