/** Modules that a build makes: their absence from a bare checkout is no fault, and their source may be there. */
import { directoryOf } from "../../../model/directory-of.ts";
import type { FileIndex } from "../../../files/file-index.ts";
import type { Confidence, Target } from "../../../model/resolution.ts";
import { isWithin } from "../projects/source-layout.ts";
import type { WrittenModules } from "../manifests/manifest.ts";
import type { ExtensionIndex } from "./extension-index.ts";
import type { ModuleTree } from "./module-tree.ts";
import type { ProjectScope } from "./project-scope.ts";
import { Reach } from "./reach.ts";

/** Sources that are compiled to a module of the same name, where no package around them makes that likely anyway. */
const compiledEndings: readonly string[] = [".py.in", ".cpp", ".c", ".rs"];

/** Sources of extension modules, in the languages and by the tools that these are built with. */
const nativeSource = /\.(?:pyx|c|cc|cpp|cxx|cu|rs|f|f90)$|(?:^|\/)meson\.build$/;

/** A module that is made: from a file of this repository, or from nothing that could be pointed at. */
export type Made =
  | { readonly kind: "source"; readonly target: Target; readonly confidence: Confidence }
  /** `likely` where nothing names the module itself. */
  | { readonly kind: "generated"; readonly reason: string; readonly likely?: true };

export class MadeModules {
  readonly #files: FileIndex;
  readonly #tree: ModuleTree;
  readonly #extensions: ExtensionIndex;
  readonly #written: readonly WrittenModules[];
  readonly #ignored = new Map<string, boolean>();
  #nativeSources: readonly string[] | undefined;
  #protos: ReadonlyMap<string, string> | undefined;

  constructor(tree: ModuleTree, extensions: ExtensionIndex, written: readonly WrittenModules[]) {
    this.#written = written;
    this.#files = tree.files;
    this.#tree = tree;
    this.#extensions = extensions;
  }

  /** A compiled module that a manifest names, given the paths (without ending) at which it was looked for. */
  declared(paths: readonly string[]): Made | undefined {
    if (this.#extensions.isEmpty) return undefined;
    for (const path of paths) {
      const extension = this.#extensions.find(path);
      if (extension === undefined) continue;
      const { source, module, manifest } = extension;
      if (source === undefined) return generated(`${manifest} builds ${module}`);
      return { kind: "source", target: this.#tree.module(source, "certain").target, confidence: "declared" };
    }
    return undefined;
  }

  /** A module that a tool of another language writes, wherever it is put then. */
  written(specifier: string): Made | undefined {
    for (const { tool, path, modules } of this.#written) {
      const module = modules.find((each) => specifier === each || specifier.startsWith(`${each}.`));
      if (module !== undefined) return generated(`${tool} writes ${module} from ${path}`);
    }
    return undefined;
  }

  /** How a module would be made, given the paths (without ending) at which it was looked for. */
  find(paths: readonly string[], scope: ProjectScope): Made | undefined {
    const declared = this.declared(paths);
    if (declared !== undefined) return declared;
    for (const path of paths) {
      if (scope.generatedFiles.has(`${path}.py`)) return generated("the build writes it with the version");
      const source = compiledEndings.find((ending) => this.#files.has(path + ending));
      if (source !== undefined) return generated(`compiled from ${path}${source}`);
    }
    const proto = paths.map((path) => this.#protoOf(path)).find((each) => each !== undefined);
    if (proto !== undefined) return generated(`protoc writes it from ${proto}`);
    const ignored = paths.find((path) => this.#isIgnored(path));
    return ignored === undefined ? undefined : generated(`git ignores ${ignored}`);
  }

  /** The same for what can be nowhere but in this repository: an extension module has any name that its build gives it. */
  findInRepo(paths: readonly string[], scope: ProjectScope): Made | undefined {
    const known = this.find(paths, scope);
    if (known !== undefined) return known;
    const directories = scope.chain.length === 0 ? [""] : scope.chain.map((project) => project.directory);
    return directories.some((directory) => this.#isNative(directory))
      ? { kind: "generated", reason: "there are sources to compile", likely: true }
      : undefined;
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

function generated(reason: string): Made {
  return { kind: "generated", reason };
}

/** What is not there, as far as its names say. */
export interface Absent {
  /** Of the node: `python/shop.gone`. */
  readonly name: string;
  readonly specifier: string;
  readonly names: readonly string[];
  /** Whether it can only be in this repository. */
  readonly inRepo: boolean;
  readonly confidence: Confidence;
  /** The file that it would be if case were ignored. */
  readonly caseOf?: string | undefined;
}

/** What is reached in place of something that is not there: its source, or a name without one. */
export function reachAbsent(absent: Absent, made: Made | undefined): Reach {
  const { name, specifier, names, inRepo, confidence, caseOf } = absent;
  // A file that differs in case alone explains more than a build that may make anything.
  if (made?.kind === "generated" && made.likely === true && caseOf !== undefined) return reachAbsent(absent, undefined);
  if (made?.kind === "source") return new Reach(made.target, specifier, names, made.confidence);
  const target: Target = {
    kind: "unresolved",
    name,
    inRepo: inRepo || made !== undefined,
    ...(made === undefined ? {} : { generated: made.reason }),
    ...(made !== undefined || caseOf === undefined ? {} : { caseOf }),
  };
  return new Reach(target, specifier, names, confidence);
}
