/** The packages that the repository itself holds, by directory and by name. */
import { directoryOf } from "../../../model/directory-of.ts";
import type { PackageManifest } from "../manifests/manifest.ts";

export class Packages {
  readonly all: readonly PackageManifest[];
  readonly #byDirectory: ReadonlyMap<string, PackageManifest>;
  readonly #byName = new Map<string, PackageManifest[]>();
  readonly #nearest = new Map<string, PackageManifest | undefined>();

  constructor(manifests: readonly PackageManifest[]) {
    this.all = manifests;
    this.#byDirectory = new Map(manifests.map((manifest) => [manifest.directory, manifest]));
    for (const manifest of manifests) {
      if (manifest.name === undefined) continue;
      const same = this.#byName.get(manifest.name);
      if (same === undefined) this.#byName.set(manifest.name, [manifest]);
      else same.push(manifest);
    }
  }

  at(directory: string): PackageManifest | undefined {
    return this.#byDirectory.get(directory);
  }

  /** More than one where test fixtures or examples repeat a name. */
  named(name: string): readonly PackageManifest[] {
    return this.#byName.get(name) ?? [];
  }

  /** LOOKUP_PACKAGE_SCOPE: the package.json of this directory or the nearest one above. */
  around(directory: string): PackageManifest | undefined {
    if (this.#nearest.has(directory)) return this.#nearest.get(directory);
    const here = this.at(directory);
    const found = here !== undefined || directory === "" ? here : this.around(directoryOf(directory));
    this.#nearest.set(directory, found);
    return found;
  }
}
