/**
 * POMs of a local repository, by coordinates. Only where the caller names one; nothing but `.pom` files is read.
 * @see https://maven.apache.org/repositories/layout.html
 */
import type { FileSystem } from "../../../files/file-system.ts";
import { decode } from "../../../files/source-text.ts";
import type { Diagnostic } from "../../../model/diagnostic.ts";
import type { Pom } from "../manifests/pom-model.ts";
import { readPom } from "../manifests/pom.ts";

const sizeLimit = 20 * 1024 * 1024;
/** What may be a part of a path; nothing that could lead elsewhere. */
const plain = /^(?!\.+$)[\w.+-]+$/;

export class LocalRepository {
  readonly diagnostics: Diagnostic[] = [];
  readonly #fileSystem: FileSystem;
  readonly #known = new Map<string, Pom | undefined>();

  constructor(fileSystem: FileSystem) {
    this.#fileSystem = fileSystem;
  }

  pom(groupId: string, artifactId: string, version: string): Pom | undefined {
    const parts = [...groupId.split("."), artifactId, version];
    if (!parts.every((part) => plain.test(part))) return undefined;
    const path = `${parts.join("/")}/${artifactId}-${version}.pom`;
    if (!this.#known.has(path)) this.#known.set(path, this.#read(path));
    return this.#known.get(path);
  }

  #read(path: string): Pom | undefined {
    // Evidence of it must not look like a file of the repository that is analysed.
    const name = `m2:${path}`;
    try {
      const { manifest, diagnostics } = readPom(decode(name, this.#fileSystem.read(path, sizeLimit)));
      if (manifest === undefined) this.diagnostics.push(...diagnostics);
      return manifest;
    } catch {
      // Not there: whoever asks says what is unknown for want of it.
      return undefined;
    }
  }
}
