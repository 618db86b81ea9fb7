/** Imports that a file of this repository answers, or should have answered. */
import type { ImportFact } from "../../../model/facts.ts";
import type { Confidence, Declaration } from "../../../model/resolution.ts";
import { purlName } from "../../../model/purl.ts";
import type { GeneratedModules } from "./generated-modules.ts";
import type { ImportSink } from "./import-sink.ts";
import { isStub, type ModuleSearch, type Search } from "./module-search.ts";
import type { PackageContents } from "./package-contents.ts";
import type { ProjectScope, ProjectScopes } from "./project-scope.ts";
import type { SearchPath } from "./search-path.ts";

/** What a search through several roots came to. */
export interface ModuleHit {
  readonly found: Search;
  /** All portions of a namespace package. */
  readonly portions: readonly string[];
  /** Whether the import is answered; else only its beginning is in the repository. */
  readonly complete: boolean;
  /** Whether its first part is a regular package or a module. */
  readonly regular: boolean;
  /** Directory of the importer's package for relative imports: nothing else can answer them. */
  readonly relativeTo?: string;
}

export class InRepoImports {
  readonly #modules: ModuleSearch;
  readonly #scopes: ProjectScopes;
  readonly #contents: PackageContents;
  readonly #generated: GeneratedModules;

  constructor(modules: ModuleSearch, scopes: ProjectScopes, contents: PackageContents, generated: GeneratedModules) {
    this.#modules = modules;
    this.#scopes = scopes;
    this.#contents = contents;
    this.#generated = generated;
  }

  /**
   * The first root that answers; else the first that begins to. A file never answers itself by its bare name, and a
   * directory without `__init__` answers only where a module in it is asked for.
   */
  find(
    roots: readonly string[],
    parts: readonly string[],
    fact: ImportFact | undefined,
    importer: string,
  ): ModuleHit | undefined {
    let partial: ModuleHit | undefined;
    const portions: string[] = [];
    const dotted = parts.join(".");
    for (const root of roots) {
      const found = this.#modules.find(root, dotted, parts);
      if (found === undefined) continue;
      if (found.kind === "namespace") portions.push(found.directory);
      else if (found.kind === "partial") {
        if (partial === undefined || isStubOnly(partial))
          partial = { found, portions: [], complete: false, regular: true };
      } else if (found.path !== importer || parts.length > 1 || found.packageDirectory !== undefined) {
        return { found, portions: [], complete: true, regular: found.regular };
      }
    }
    const [directory] = portions;
    const answered = portions.some((each) => fact?.names.some((name) => this.#modules.child(each, name) !== undefined));
    if (directory === undefined || (!answered && partial !== undefined)) return partial;
    return { found: { kind: "namespace", directory }, portions, complete: answered, regular: false };
  }

  /**
   * Edges to what was found: submodules by name, and the package's own file for all other names. Gives back the names
   * that this portion of a namespace package lacks: another may have them.
   */
  emit(
    hit: ModuleHit,
    importer: string,
    fact: ImportFact,
    confidence: Confidence,
    path: SearchPath,
    sink: ImportSink,
  ): readonly string[] {
    const { found } = hit;
    const directories = found.kind === "file" ? [found.packageDirectory ?? ""] : hit.portions;
    const init = found.kind === "file" ? found.path : undefined;
    const isPackage = found.kind !== "file" || found.packageDirectory !== undefined;
    const rest: string[] = [];
    for (const name of fact.names) {
      const child = isPackage && name !== "*" ? this.#child(directories, name) : undefined;
      if (child !== undefined && (init === undefined || !this.#contents.binds(init, name))) {
        this.#addFile(child, [name], { specifier: joined(fact.specifier, name), confidence }, importer, path, sink);
      } else if (!(isPackage && this.#emitMissing(hit, init, directories, name, fact, path.scope, sink)))
        rest.push(name);
    }
    if (init === undefined) return rest;
    if (rest.length > 0 || fact.names.length === 0) {
      this.#addFile(init, rest, { specifier: fact.specifier, confidence }, importer, path, sink);
    }
    return [];
  }

  #child(directories: readonly string[], name: string): string | undefined {
    for (const directory of directories) {
      const child = this.#modules.child(directory, name);
      if (child !== undefined) return child;
    }
    return undefined;
  }

  /** A name that is neither a submodule nor bound: a build may write it; a namespace package must have it as a module. */
  #emitMissing(
    { relativeTo }: ModuleHit,
    init: string | undefined,
    directories: readonly string[],
    name: string,
    fact: ImportFact,
    scope: ProjectScope,
    sink: ImportSink,
  ): boolean {
    if (name === "*" || (init !== undefined && this.#contents.mayHold(init, name))) return false;
    if (init === undefined && relativeTo === undefined) return false;
    const places = directories.map((directory) => (directory === "" ? name : `${directory}/${name}`));
    const generated =
      init === undefined ? this.#generated.reasonInRepo(places, scope) : this.#generated.reason(places, scope);
    if (init !== undefined && generated === undefined) return false;
    const target = {
      kind: "unresolved",
      name: `python/${relativeTo === undefined ? joined(fact.specifier, name) : `${directories[0] ?? relativeTo}/${name}`}`,
      inRepo: generated !== undefined || (relativeTo !== undefined && !this.#modules.isStubTree(relativeTo)),
      ...(generated === undefined ? {} : { generated }),
    } as const;
    sink.add(target, [name], { specifier: joined(fact.specifier, name), confidence: "exact" });
    return true;
  }

  /** The beginning of the name is a package of this repository, and the rest is not in it. */
  emitPartial(hit: ModuleHit, fact: ImportFact, path: SearchPath, sink: ImportSink): void {
    const { found } = hit;
    const parts = fact.specifier.replace(/^\.+/, "").split(".");
    if (found.kind === "namespace") return this.#emitNamespace(hit, fact, path, sink);
    if (found.kind !== "partial") return;
    const { packageDirectory, depth } = found;
    const missing = parts.slice(depth);
    const first = missing[0] ?? "";
    if (packageDirectory === undefined || this.#contents.mayHold(found.path, first)) {
      sink.add({ kind: "file", path: found.path }, fact.names, { confidence: "inferred" });
      return;
    }
    const place = [packageDirectory, ...missing].join("/");
    const generated = this.#generated.reasonInRepo([place, ...this.#namesBelow(place, fact)], path.scope);
    const name = `python/${hit.relativeTo === undefined ? fact.specifier : place}`;
    const inRepo = generated !== undefined || !isStub(found.path);
    sink.add({ kind: "unresolved", name, inRepo, ...(generated === undefined ? {} : { generated }) }, fact.names, {
      confidence: "exact",
    });
  }

  /** Names of a namespace package of which no portion has any: only what is relative or generated must be here. */
  #emitNamespace(hit: ModuleHit, fact: ImportFact, path: SearchPath, sink: ImportSink): void {
    for (const name of fact.names) this.#emitMissing(hit, undefined, hit.portions, name, fact, path.scope, sink);
  }

  #namesBelow(place: string, fact: ImportFact): readonly string[] {
    return fact.kind === "from" ? fact.names.filter((name) => name !== "*").map((name) => `${place}/${name}`) : [];
  }

  /** An edge to a file, never to the importer itself. */
  #addFile(
    target: string,
    names: readonly string[],
    attributes: { readonly specifier: string; readonly confidence: Confidence },
    importer: string,
    path: SearchPath,
    sink: ImportSink,
  ): void {
    if (target === importer) return;
    const declaration = this.#declarationOf(target, path.scope);
    sink.add({ kind: "file", path: target }, names, {
      ...attributes,
      ...(declaration === undefined ? {} : { declaration }),
    });
  }

  /** Files of one project need no declaration; those of another are of the package that it publishes. */
  #declarationOf(target: string, scope: ProjectScope): Declaration | undefined {
    const owner = this.#scopes.owner(target);
    if (owner?.package === undefined || scope.project === undefined || scope.chain.includes(owner)) return undefined;
    if (scope.requires(owner)) return { package: owner.package, state: "declared" };
    return scope.declarationOf(purlName(owner.package), "runtime");
  }
}

/** Stubs of a distribution say nothing of its other modules: whoever has the distribution has them. */
export function isStubOnly({ found }: ModuleHit): boolean {
  return found.kind === "partial" && found.stubs;
}

/** `from . import till` stands as `.till`, `from shop import till` as `shop.till`. */
function joined(specifier: string, name: string): string {
  return specifier.endsWith(".") ? specifier + name : `${specifier}.${name}`;
}
