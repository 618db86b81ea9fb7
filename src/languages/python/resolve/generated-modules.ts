/** Modules that a build writes: their absence from a bare checkout is no fault. */
import type { FileIndex } from "../../../files/file-index.ts";
import { directoryOf, isWithin } from "../projects/source-layout.ts";
import type { ProjectScope } from "./project-scope.ts";

/** Sources that are compiled to a module of the same name, and the modules they become. */
const compiledEndings: readonly string[] = [".pyx", ".py.in", ".so", ".pyd", ".cpp", ".c", ".rs"];

/** Sources of extension modules, in the languages and by the tools that these are built with. */
const nativeSource = /\.(?:pyx|c|cc|cpp|cxx|cu|rs|f|f90)$|(?:^|\/)meson\.build$/;

export class GeneratedModules {
  readonly #files: FileIndex;
  readonly #ignored = new Map<string, boolean>();
  #nativeSources: readonly string[] | undefined;
  #protos: ReadonlyMap<string, string> | undefined;

  constructor(files: FileIndex) {
    this.#files = files;
  }

  /** Why a module would be made by a build, given the paths (without ending) at which it was looked for. */
  reason(paths: readonly string[], scope: ProjectScope): string | undefined {
    for (const path of paths) {
      if (scope.generatedFiles.has(`${path}.py`)) return "the build writes it with the version";
      const source = compiledEndings.find((ending) => this.#files.has(path + ending));
      if (source !== undefined) return `compiled from ${path}${source}`;
    }
    const proto = paths.map((path) => this.#protoOf(path)).find((each) => each !== undefined);
    if (proto !== undefined) return `protoc writes it from ${proto}`;
    const binary = paths.find((path) => this.#isCompiled(path));
    if (binary !== undefined) return `compiled: ${binary}`;
    const ignored = paths.find((path) => this.#isIgnored(path));
    return ignored === undefined ? undefined : `git ignores ${ignored}`;
  }

  /** The same for what can be nowhere but in this repository: an extension module has any name that its build gives it. */
  reasonInRepo(paths: readonly string[], scope: ProjectScope): string | undefined {
    const known = this.reason(paths, scope);
    if (known !== undefined) return known;
    const directories = scope.chain.length === 0 ? [""] : scope.chain.map((project) => project.directory);
    return directories.some((directory) => this.#isNative(directory)) ? "there are sources to compile" : undefined;
  }

  /**
   * A shared library, with what it was compiled for in its name: `_till.cpython-312-x86_64-linux-gnu.so`.
   * @see https://peps.python.org/pep-3149/
   */
  #isCompiled(path: string): boolean {
    const directory = directoryOf(path);
    const stem = `${path.slice(directory === "" ? 0 : directory.length + 1)}.`;
    return this.#files.names(directory).some((name) => name.startsWith(stem) && /\.(?:so|pyd)$/.test(name));
  }

  /** Whether a project holds sources of extension modules: their names are known to its build alone. */
  #isNative(directory: string): boolean {
    this.#nativeSources ??= this.#files.paths.filter((path) => nativeSource.test(path)).map(directoryOf);
    return this.#nativeSources.some((each) => isWithin(each, directory));
  }

  /** Kept, because asking git's rules costs more than all else here. */
  #isIgnored(path: string): boolean {
    const known = this.#ignored.get(path);
    if (known !== undefined) return known;
    const ignored = this.#files.isIgnored(`${path}.py`) || this.#files.isIgnored(`${path}/__init__.py`);
    this.#ignored.set(path, ignored);
    return ignored;
  }

  /** @see https://protobuf.dev/reference/python/python-generated/#invocation */
  #protoOf(path: string): string | undefined {
    const base = /(?:^|\/)([^/]+)_pb2(?:_grpc)?$/.exec(path)?.[1];
    if (base === undefined) return undefined;
    this.#protos ??= new Map(
      this.#files.paths
        .filter((each) => each.endsWith(".proto"))
        .toReversed()
        .map((each) => [each.slice(each.lastIndexOf("/") + 1, -6).replaceAll("-", "_"), each]),
    );
    return this.#protos.get(base);
  }
}
