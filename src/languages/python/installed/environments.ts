/**
 * Finds the environments that a repository's projects keep beside their manifests. The walk leaves them out; of them nothing but
 * the metadata of what is installed is read, and nothing that lies elsewhere by way of a symlink.
 * @see https://docs.python.org/3/library/venv.html
 * @see https://peps.python.org/pep-0582/
 */
import type { DirectoryEntry, EntryKind, FileSystem } from "../../../files/file-system.ts";
import { type Diagnostic, fileDiagnostic } from "../../../model/diagnostic.ts";

/** A directory that packages are installed into, and whose projects it serves: those in and below `directory`. */
export interface SitePackages {
  readonly directory: string;
  readonly path: string;
}

const environmentNames: ReadonlySet<string> = new Set([".venv", "venv", "env", ".env", "virtualenv"]);
const localPackages = "__pypackages__";

/** A reader of directories that never throws and never leaves the repository. */
export class Tree {
  readonly #fileSystem: FileSystem;

  constructor(fileSystem: FileSystem) {
    this.#fileSystem = fileSystem;
  }

  list(directory: string): readonly DirectoryEntry[] {
    try {
      return this.#fileSystem.list(directory);
    } catch {
      return [];
    }
  }

  /** What an entry is; for a symlink within the repository what it leads to. */
  follow(path: string, kind: EntryKind): { readonly path: string; readonly kind: EntryKind } | undefined {
    if (kind !== "symlink") return { path, kind };
    return this.#fileSystem.follow(path);
  }

  /** The text of a file; undefined when it cannot be read or is too large. */
  read(path: string, limit: number): string | undefined {
    try {
      return Buffer.from(this.#fileSystem.read(path, limit)).toString("utf8");
    } catch {
      return undefined;
    }
  }
}

/** The places that packages of these directories' environments are installed into. */
export function findSitePackages(
  directories: readonly string[],
  tree: Tree,
  diagnostics: Diagnostic[],
): readonly SitePackages[] {
  return directories.flatMap((directory) =>
    tree.list(directory).flatMap(({ name, kind }) => {
      if (kind === "file" || (!environmentNames.has(name) && name !== localPackages)) return [];
      const path = join(directory, name);
      const real = tree.follow(path, kind);
      if (real === undefined) {
        diagnostics.push(
          fileDiagnostic(
            "symlink",
            path,
            "the environment leads out of the repository; what is installed was not read",
          ),
        );
        return [];
      }
      if (real.kind !== "directory") return [];
      const found = name === localPackages ? libraries(real.path, tree) : sitePackages(real.path, tree);
      return found.map((each) => ({ directory, path: each }));
    }),
  );
}

/** `lib/python3.12/site-packages`, or `Lib/site-packages` on Windows. */
function sitePackages(environment: string, tree: Tree): readonly string[] {
  const entries = tree.list(environment);
  if (!entries.some(({ name, kind }) => name === "pyvenv.cfg" && kind === "file")) return [];
  const found: string[] = [];
  for (const { name, kind } of entries) {
    if (kind !== "directory" || (name !== "lib" && name !== "Lib")) continue;
    for (const inner of tree.list(join(environment, name))) {
      const path = join(join(environment, name), inner.name);
      if (inner.kind !== "directory") continue;
      if (inner.name === "site-packages") found.push(path);
      else if (/^(?:python|pypy)[0-9.]+$/.test(inner.name)) {
        const site = tree.list(path).find((each) => each.name === "site-packages" && each.kind === "directory");
        if (site !== undefined) found.push(join(path, site.name));
      }
    }
  }
  return found;
}

/** `__pypackages__/3.12/lib` */
function libraries(packages: string, tree: Tree): readonly string[] {
  return tree
    .list(packages)
    .filter(({ name, kind }) => kind === "directory" && /^[0-9.]+$/.test(name))
    .map(({ name }) => join(join(packages, name), "lib"));
}

export function join(directory: string, name: string): string {
  return directory === "" ? name : `${directory}/${name}`;
}
