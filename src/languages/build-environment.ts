/**
 * What builds would be told by their command line and their machine, and what users say of packages that nothing in the repository
 * says. All of it is given by the caller: nothing is looked up on the machine that depbraid runs on, so that a repository reads
 * alike everywhere.
 */
import type { FileSystem } from "../files/file-system.ts";

export interface BuildEnvironment {
  readonly maven?: MavenEnvironment;
  /** Versions of Python as specifiers, and names as `sys.platform` has them: code that runs elsewhere only never runs. */
  readonly python?: { readonly versions?: string; readonly platforms?: readonly string[] };
  /** Conditions of `exports` and `imports` that hold beside the usual ones. */
  readonly conditions?: readonly string[];
  /** By language: modules, or packages of code, to what provides them and those below. */
  readonly providers?: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

export interface MavenEnvironment {
  /** Profiles as `-P` takes them: `release`, `!slow`. */
  readonly profiles?: readonly string[];
  /** User properties, as `-D` sets them. */
  readonly properties?: Readonly<Record<string, string>>;
  /** Properties of the machine: `java.version`, `os.name`, `env.CI`. What depends on them is unknown without them. */
  readonly system?: Readonly<Record<string, string>>;
  /** A local repository (`~/.m2/repository`), of which POMs alone are read: parents and BOMs that are not in the repository. */
  readonly localRepository?: FileSystem;
}
