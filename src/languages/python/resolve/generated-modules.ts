/** Modules that a build writes: their absence from a bare checkout is no fault. */
import type { FileIndex } from "../../../files/file-index.ts";
import type { ProjectScope } from "./project-scope.ts";

/** Sources that are compiled to a module of the same name, and the modules they become. */
const compiledEndings: readonly string[] = [".pyx", ".py.in", ".so", ".pyd", ".cpp", ".c", ".rs"];

export class GeneratedModules {
  readonly #files: FileIndex;
  readonly #ignored = new Map<string, boolean>();
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
    const ignored = paths.find((path) => this.#isIgnored(path));
    return ignored === undefined ? undefined : `git ignores ${ignored}`;
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
