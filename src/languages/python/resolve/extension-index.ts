/** The compiled modules that manifests name, by the last part of their names. */
import { directoryOf } from "../../../model/directory-of.ts";
import type { FileIndex } from "../../../files/file-index.ts";
import type { ExtensionModule, PythonManifest } from "../manifests/manifest.ts";
import { isWithin, joinPath } from "../projects/source-layout.ts";

export interface Extension {
  /** Dotted; without a package where the manifest does not say into which it is put. */
  readonly module: string;
  /** The manifest that names it. */
  readonly manifest: string;
  /** The directory of the project that it is part of. */
  readonly project: string;
  /** Its first source, where that lies in the repository. */
  readonly source: string | undefined;
}

export class ExtensionIndex {
  readonly #byName = new Map<string, Extension[]>();

  constructor(manifests: readonly PythonManifest[], projectOf: (directory: string) => string, files: FileIndex) {
    for (const manifest of manifests) {
      for (const each of extensionsOf(manifest)) {
        const directory = directoryOf(manifest.path);
        const path = each.source === undefined ? undefined : joinPath(directory, each.source);
        const source = path !== undefined && files.has(path) ? files.real(path) : undefined;
        this.#add({ module: each.module, manifest: manifest.path, project: projectOf(directory), source });
      }
    }
  }

  #add(extension: Extension): void {
    const name = extension.module.slice(extension.module.lastIndexOf(".") + 1);
    const list = this.#byName.get(name);
    if (list === undefined) this.#byName.set(name, [extension]);
    else list.push(extension);
  }

  get isEmpty(): boolean {
    return this.#byName.size === 0;
  }

  /** The extension that is looked for at a path without ending (`src/shop/_fast`): one that names its package, if any does. */
  find(path: string): Extension | undefined {
    if (this.isEmpty) return undefined;
    const candidates = this.#byName.get(path.slice(path.lastIndexOf("/") + 1));
    const fitting = candidates?.filter(({ module, project }) => isWithin(path, project) && isNamed(path, module));
    return fitting?.toSorted((a, b) => b.module.length - a.module.length)[0];
  }
}

function extensionsOf(manifest: PythonManifest): readonly ExtensionModule[] {
  return manifest.kind === "project" || manifest.kind === "native-build" ? manifest.extensions : [];
}

function isNamed(path: string, module: string): boolean {
  const end = module.replaceAll(".", "/");
  return path === end || path.endsWith(`/${end}`);
}
