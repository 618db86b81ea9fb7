/** Which projects a lockfile is for: the one that it lies at, and those of this repository that are installed with it. */
import { directoryOf } from "../../../model/directory-of.ts";
import { type Diagnostic, fileDiagnostic } from "../../../model/diagnostic.ts";
import type { LockEntry } from "../../../model/requirement.ts";
import type { LockFile, PythonManifest } from "../manifests/manifest.ts";
import { joinPath } from "./source-layout.ts";

export class LockFiles {
  readonly #byDirectory = new Map<string, LockFile[]>();
  /** The directory whose lockfile names another one as installed with it. */
  readonly #owners = new Map<string, string>();

  constructor(manifests: readonly PythonManifest[]) {
    for (const manifest of manifests) {
      if (manifest.kind !== "lock") continue;
      const directory = directoryOf(manifest.path);
      const known = this.#byDirectory.get(directory);
      if (known === undefined) this.#byDirectory.set(directory, [manifest]);
      else known.push(manifest);
    }
    for (const [directory, locks] of this.#byDirectory) {
      for (const member of locks.flatMap(({ members }) => members)) {
        const path = joinPath(directory, member);
        // A member with a lockfile of its own is installed by that one.
        if (path !== undefined && path !== directory && !this.#byDirectory.has(path)) this.#owners.set(path, directory);
      }
    }
  }

  /** What the lockfiles of a directory lock. */
  entries(directory: string): readonly LockEntry[] {
    return (this.#byDirectory.get(directory) ?? []).flatMap(({ entries }) => entries);
  }

  /** The lockfiles of a directory. */
  at(directory: string): readonly LockFile[] {
    return this.#byDirectory.get(directory) ?? [];
  }

  /** The directory whose lockfile a project's directory is installed by: mostly itself. */
  owner(directory: string): string {
    return this.#owners.get(directory) ?? directory;
  }

  /** A lockfile beside no manifest locks nothing that is known here. */
  lone(hasProject: (directory: string) => boolean): readonly Diagnostic[] {
    return [...this.#byDirectory].flatMap(([directory, locks]) =>
      hasProject(directory)
        ? []
        : locks.map(({ path }) =>
            fileDiagnostic("manifest", path, "no manifest that is read lies beside this lockfile: it is of no project"),
          ),
    );
  }
}
