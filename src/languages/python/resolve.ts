/**
 * What the imports of Python files reach.
 * @see https://docs.python.org/3/reference/import.html
 */
import type { FileIndex } from "../../files/file-index.ts";
import type { FileFacts, ImportFact } from "../../model/facts.ts";
import type { Confidence, ImportResolver, ResolvedImport, Target } from "../../model/resolution.ts";
import type { Workspace } from "../language.ts";
import { bundledDistributions } from "./resolve/bundled.ts";
import { distributionPurl } from "./versions/distribution-name.ts";
import { knownProvider } from "./resolve/distributions.ts";
import { type ExternalModule, ExternalModules, isSharedNamespace } from "./resolve/external-imports.ts";
import { GeneratedModules } from "./resolve/generated-modules.ts";
import { importSink, type ImportSink } from "./resolve/import-sink.ts";
import { InRepoImports, isStubOnly, type ModuleHit } from "./resolve/in-repo-imports.ts";
import type { PythonManifest } from "./manifests/manifest.ts";
import { isStub, ModuleSearch } from "./resolve/module-search.ts";
import { PackageContents } from "./resolve/package-contents.ts";
import { ProjectScopes } from "./resolve/project-scope.ts";
import { RelativeImports } from "./resolve/relative-imports.ts";
import { type SearchPath, SearchPaths } from "./resolve/search-path.ts";
import { directoryOf, scopeOfPath } from "./projects/source-layout.ts";
import { isPython2Module, isStandardModule } from "./resolve/stdlib.ts";

export function pythonResolver(workspace: Workspace<PythonManifest>): ImportResolver {
  const resolver = new PythonResolver(workspace);
  return {
    resolve: (path, facts) => resolver.resolve(path, facts),
    find: (name, from) => resolver.find(name, from),
  };
}

class PythonResolver {
  readonly #files: FileIndex;
  readonly #paths: SearchPaths;
  readonly #inRepo: InRepoImports;
  readonly #relative: RelativeImports;
  readonly #external: ExternalModules;
  readonly #generated: GeneratedModules;
  /** Packages that projects of this repository publish. */
  readonly #published: ReadonlySet<string>;

  constructor({ files, manifests, projects, facts }: Workspace<PythonManifest>) {
    this.#files = files;
    const modules = new ModuleSearch(files);
    const scopes = new ProjectScopes(projects, manifests, files);
    const contents = new PackageContents(facts);
    this.#paths = new SearchPaths(scopes, modules);
    this.#generated = new GeneratedModules(files);
    this.#inRepo = new InRepoImports(modules, scopes, contents, this.#generated);
    this.#relative = new RelativeImports(modules, this.#inRepo, this.#generated);
    this.#published = new Set(scopes.projects.flatMap((project) => project.package ?? []));
    this.#external = new ExternalModules(bundledDistributions(files));
  }

  resolve(path: string, facts: FileFacts): readonly ResolvedImport[] {
    const search = this.#paths.of(directoryOf(path));
    const resolved: ResolvedImport[] = [];
    const stub = isStub(path);
    const vendored = vendoredTree.test(path);
    const silent = search.scope.declaresElsewhere(scopeOfPath(path));
    for (const written of facts.imports) {
      // A stub is never executed: neither are its imports.
      const fact = stub && !written.typeOnly ? { ...written, typeOnly: true } : written;
      const sink = importSink(fact);
      if (fact.specifier.startsWith(".")) this.#relative.resolve(path, fact, search, sink);
      else this.#absolute(path, fact, search, sink);
      for (const each of sink.resolved()) {
        const answer = vendored ? withoutClaim(each) : each;
        resolved.push(silent ? withoutDoubt(answer) : answer);
      }
    }
    return resolved;
  }

  find(name: string, from: string): string | undefined {
    const search = this.#paths.of(directoryOf(from));
    const parts = name.split(".");
    const roots = [...(search.script === undefined ? [] : [search.script]), ...search.own, ...search.required];
    const hit = this.#inRepo.find(roots, parts, undefined, from);
    const found = hit?.complete === true ? hit.found : this.#guess(parts, from, search, undefined)?.found;
    return found?.kind === "file" ? found.path : undefined;
  }

  /** The order of the module search path, then of what may be installed. Each step takes the names that it can give. */
  #absolute(importer: string, fact: ImportFact, search: SearchPath, sink: ImportSink): void {
    const parts = fact.specifier.split(".");
    const { scope } = search;
    let left = fact;
    let partial: ModuleHit | undefined;
    const answer = (roots: readonly string[]): boolean => {
      const hit = this.#inRepo.find(roots, parts, left, importer);
      if (hit?.found.kind === "partial" && !isStubOnly(hit)) partial ??= hit;
      if (hit?.complete !== true) return false;
      const rest = this.#inRepo.emit(hit, importer, left, "exact", search, sink);
      left = { ...left, names: rest };
      return rest.length === 0;
    };
    if (search.script !== undefined && answer([search.script])) return;
    if (isStandardModule(parts[0] ?? "", scope.requiresPython)) {
      return sink.add({ kind: "builtin", name: `python/${fact.specifier}` }, left.names, { confidence: "exact" });
    }
    if (answer(search.own) || answer(search.required)) return;
    // https://typing.python.org/en/latest/spec/distributing.html#stub-only-packages: `library-stubs` is of `library`.
    if (isStub(importer)) {
      const stubs = this.#inRepo.find(search.own, [`${parts[0] ?? ""}-stubs`, ...parts.slice(1)], left, importer);
      if (stubs?.complete === true) {
        left = { ...left, names: this.#inRepo.emit(stubs, importer, left, "exact", search, sink) };
        if (left.names.length === 0) return;
      }
    }

    const before = sink.count();
    // What this repository publishes and has only in part is not to be had from elsewhere.
    const published = partial === undefined ? undefined : this.#published;
    const rest = this.#eachModule(parts, left, sink, (each) => this.#external.declared(each, scope, published));
    if (rest.length === 0 && sink.count() > before) return;
    left = { ...left, names: rest };
    const guess = this.#guess(parts, importer, search, left);
    if (guess !== undefined) {
      left = { ...left, names: this.#inRepo.emit(guess, importer, left, "inferred", search, sink) };
      if (left.names.length === 0) return;
    }
    const proto = this.#generatedBeside(parts, importer, left);
    if (proto !== undefined) {
      left = { ...left, names: this.#inRepo.emit(proto, importer, left, "inferred", search, sink) };
      if (left.names.length === 0) return;
    }
    if (partial !== undefined) return this.#inRepo.emitPartial(partial, left, search, sink);
    this.#elsewhere(parts, left, importer, search, sink);
  }

  /** Roots beyond the file's own: a directory that only looks like a namespace is no answer for a name known elsewhere. */
  #guess(
    parts: readonly string[],
    importer: string,
    search: SearchPath,
    fact: ImportFact | undefined,
  ): ModuleHit | undefined {
    const guess = this.#inRepo.find([...search.others, ...search.above], parts, fact, importer);
    if (guess?.complete !== true) return undefined;
    return guess.regular || knownProvider(parts) === undefined ? guess : undefined;
  }

  /**
   * protoc names modules from the directory that it writes to, wherever that lies, packages above it or not.
   * @see https://protobuf.dev/reference/python/python-generated/#invocation
   */
  #generatedBeside(parts: readonly string[], importer: string, fact: ImportFact): ModuleHit | undefined {
    if (!generatedName.test(parts.at(-1) ?? "") && !fact.names.some((name) => generatedName.test(name)))
      return undefined;
    const roots: string[] = [];
    for (let at = directoryOf(importer); ; at = directoryOf(at)) {
      roots.push(at);
      if (at === "") break;
    }
    const hit = this.#inRepo.find(roots, parts, fact, importer);
    return hit?.complete === true ? hit : undefined;
  }

  /** What a lock, the data and at last a guess make of a module that nobody asks for. */
  #elsewhere(parts: readonly string[], fact: ImportFact, importer: string, search: SearchPath, sink: ImportSink): void {
    const { scope } = search;
    const use = fact.typeOnly ? "types" : "runtime";
    const before = sink.count();
    const answered = (names: readonly string[]): boolean => names.length === 0 && sink.count() > before;
    let rest = this.#eachModule(parts, fact, sink, (each) => this.#external.known(each, scope, use));
    if (answered(rest) || (isSharedNamespace(parts) && fact.names.length === 0)) return;
    rest = this.#eachModule(parts, { ...fact, names: rest }, sink, (each) => this.#external.guessed(each, scope));
    if (answered(rest)) return;
    // A package's own directory is no root, but people start files in it as scripts. One that expects to find nothing means
    // something that is installed.
    const beside = fact.optional ? undefined : this.#inRepo.find([directoryOf(importer)], parts, fact, importer);
    if (beside?.complete === true) {
      rest = this.#inRepo.emit(beside, importer, { ...fact, names: rest }, "inferred", search, sink);
      if (rest.length === 0) return;
    }
    if (isPython2Module(parts[0] ?? "", scope.requiresPython)) {
      return sink.add({ kind: "builtin", name: `python/${fact.specifier}` }, rest, { confidence: "exact" });
    }
    const places = search.own.map((root) => [...(root === "" ? [] : [root]), ...parts].join("/"));
    const portions = places.filter((place) => this.#files.hasDirectory(place));
    const below = rest.flatMap((name) => portions.map((place) => `${place}/${name}`));
    const generated = this.#generated.reason([...places, ...below], scope);
    sink.add(unresolved(fact.specifier, generated), rest, {
      confidence: generated === undefined ? "exact" : "inferred",
    });
  }

  /** The module itself, or each name where only `module.name` tells the distribution (`from google.cloud import storage`). */
  #eachModule(
    parts: readonly string[],
    fact: ImportFact,
    sink: ImportSink,
    find: (parts: readonly string[]) => ExternalModule | undefined,
  ): readonly string[] {
    const whole = find(parts);
    if (fact.names.length === 0) {
      if (whole !== undefined) sink.add(packageTarget(whole), [], attributes(whole));
      return [];
    }
    const rest: string[] = [];
    for (const name of fact.names) {
      const needsName = fact.kind === "from" && name !== "*" && (whole === undefined || isSharedNamespace(parts));
      const found = needsName ? (find([...parts, name]) ?? whole) : whole;
      if (found === undefined) rest.push(name);
      else {
        const specifier = found.length > parts.length ? `${fact.specifier}.${name}` : fact.specifier;
        sink.add(packageTarget(found), [name], { ...attributes(found), specifier });
      }
    }
    return rest;
  }
}

/** Where other people's code is kept in a copy. */
const vendoredTree = /(?:^|\/)(?:_?vendor(?:ed|_packages)?|_?extern(?:als?)?|third[-_]?party)\//;

/** A copy is often cut down: what it lacks is no mistake of this repository. */
function withoutClaim(resolved: ResolvedImport): ResolvedImport {
  const { target } = resolved;
  if (target.kind !== "unresolved" || target.generated !== undefined) return resolved;
  return { ...resolved, target: { ...target, inRepo: false } };
}

/** Where not all that declares was read, what is missing from the rest says nothing. */
function withoutDoubt(resolved: ResolvedImport): ResolvedImport {
  const { declaration, ...rest } = resolved;
  return declaration === undefined || declaration.state === "declared" ? resolved : rest;
}

/** `till_pb2`, `till_pb2_grpc` */
const generatedName = /_pb2(?:_grpc)?$/;

function unresolved(specifier: string, generated: string | undefined): Target {
  const name = `python/${specifier}`;
  return {
    kind: "unresolved",
    name,
    inRepo: generated !== undefined,
    ...(generated === undefined ? {} : { generated }),
  };
}

function packageTarget({ distribution }: ExternalModule): Target {
  return { kind: "package", package: distributionPurl(distribution) };
}

function attributes({ confidence, declaration }: ExternalModule): {
  readonly confidence: Confidence;
  readonly declaration?: NonNullable<ExternalModule["declaration"]>;
} {
  return { confidence, ...(declaration === undefined ? {} : { declaration }) };
}
