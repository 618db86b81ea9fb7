/**
 * What builds would be told by their command line and their machine. All of it is given by the caller: nothing is looked up
 * on the machine that depbraid runs on, so that a repository reads alike everywhere.
 */
import type { FileSystem } from "../files/file-system.ts";

export interface BuildEnvironment {
  readonly maven?: MavenEnvironment;
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
