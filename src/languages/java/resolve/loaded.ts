/**
 * What is loaded by its name while the program runs. Nothing says that it must be there: a name that is of no class of the
 * repository and of no artifact that is asked for leads nowhere, and no edge says that it should have been declared.
 */
import type { FileIndex } from "../../../files/file-index.ts";
import type { ImportFact } from "../../../model/facts.ts";
import type { ResolvedImport } from "../../../model/resolution.ts";
import { libraryMark } from "../facts/loads.ts";
import type { ClassFile, ClassIndex, Chosen } from "./class-index.ts";
import type { ExternalPackages } from "./external.ts";
import { nearestPath } from "./nearness.ts";
import { splitQualified } from "./qualified.ts";
import { type Answer, makeResolved, toExternal } from "./resolved.ts";

export class LoadedNames {
  readonly #classes: ClassIndex;
  readonly #external: ExternalPackages;
  readonly #files: FileIndex;
  #libraries: ReadonlyMap<string, readonly string[]> | undefined;

  constructor(classes: ClassIndex, external: ExternalPackages, files: FileIndex) {
    this.#classes = classes;
    this.#external = external;
    this.#files = files;
  }

  /** @param toFile the answer for a class of the repository, as for one that is imported */
  resolve(
    from: ClassFile,
    fact: ImportFact,
    toFile: (from: ClassFile, chosen: Chosen) => Answer,
  ): ResolvedImport | undefined {
    const { specifier, kind } = fact;
    const isLibrary = specifier.startsWith(libraryMark);
    const name = isLibrary ? specifier.slice(libraryMark.length) : specifier;
    const answer = isLibrary ? this.#library(from, name) : this.#class(from, name, toFile);
    if (answer === undefined) return undefined;
    const { target, confidence, declaration } = answer;
    return makeResolved("imports", name, fact, {
      target,
      confidence: kind === "dotted-path" ? "inferred" : confidence,
      ...(declaration?.state === "declared" ? { declaration } : {}),
    });
  }

  #class(from: ClassFile, name: string, toFile: (from: ClassFile, chosen: Chosen) => Answer): Answer | undefined {
    const candidates = this.#classes.binary(name);
    const chosen = candidates === undefined ? undefined : this.#classes.choose(candidates, from);
    if (chosen !== undefined) return chosen.file.path === from.path ? undefined : toFile(from, chosen);
    const { packageName, className } = splitQualified(name, "import");
    // A package of the repository, without such a class.
    if (!packageName.includes(".") || this.#classes.package(packageName) !== undefined) return undefined;
    const external = this.#external.resolve(from.module, packageName, className);
    if (external === undefined || (external.kind === "package" && external.confidence !== "declared")) return undefined;
    return toExternal(external);
  }

  /**
   * The file of a native library as every system calls it, if the repository holds one; the nearest of several.
   * @see https://docs.oracle.com/en/java/javase/25/docs/api/java.base/java/lang/System.html#mapLibraryName(java.lang.String)
   */
  #library(from: ClassFile, name: string): Answer | undefined {
    const base = name.slice(name.lastIndexOf("/") + 1);
    const names = base === name ? [`lib${base}.so`, `lib${base}.dylib`, `lib${base}.jnilib`, `${base}.dll`] : [base];
    this.#libraries ??= librariesOf(this.#files);
    for (const each of names) {
      const path = nearestPath(this.#libraries.get(each) ?? [], from.path);
      if (path !== undefined) return { target: { kind: "file", path }, confidence: "inferred" };
    }
    return undefined;
  }
}

function librariesOf(files: FileIndex): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const path of files.paths) {
    if (!/\.(?:so|dylib|jnilib|dll)$/.test(path)) continue;
    const name = path.slice(path.lastIndexOf("/") + 1);
    const known = found.get(name);
    if (known === undefined) found.set(name, [path]);
    else known.push(path);
  }
  return found;
}
