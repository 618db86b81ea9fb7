/** What `analyze` is told. */
import type { FileSystem } from "./files/file-system.ts";
import type { MavenEnvironment } from "./languages/build-environment.ts";
import type { Settings } from "./model/settings.ts";

export type Phase = "walk" | "scan" | "link" | "check";

export interface AnalyzeOptions {
  /** The directory to analyse; `.` by default. */
  readonly root?: string;
  /** Files from elsewhere than the disk; then `root` is only a name, and no threads are used. */
  readonly fileSystem?: FileSystem;
  /** Threads; by default as many as the machine has cores, where there are enough files for them. */
  readonly jobs?: number;
  /** Parse every file by its grammar instead of scanning it first. */
  readonly precise?: boolean;
  /** What is wanted: for the graph alone nothing is checked, and `conflicts` is empty. `conflicts` by default. */
  readonly goal?: "conflicts" | "graph";
  /** Codes to check (`import/undeclared`, `import/*`), and codes to leave out. */
  readonly only?: readonly string[];
  readonly ignore?: readonly string[];
  /** Files to keep and to leave out, as `.gitignore` patterns. */
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
  /** What the users of the repository decided; nothing by default: `findSettings` reads what stands in the repository. */
  readonly settings?: Settings;
  /** What builds by Maven are told, and a local repository whose POMs may be read; nothing of it by default. */
  readonly maven?: MavenOptions;
  /** Larger files are not read, in bytes; 20 MiB by default. */
  readonly sizeLimit?: number;
  /** Stops the run: `analyze` rejects with its reason. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (phase: Phase, done: number, total: number) => void;
}

export interface MavenOptions extends Omit<MavenEnvironment, "localRepository"> {
  /** A directory (`~/.m2/repository`), of which only POMs are read that the repository's own name as parents or import. */
  readonly localRepository?: string | FileSystem;
}
