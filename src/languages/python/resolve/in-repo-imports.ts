/** Imports that a file of this repository answers, or should have answered. */
import type { ImportFact } from "../../../model/facts.ts";
import type { InRepoFiles } from "./in-repo-files.ts";
import { reachAbsent } from "./made-modules.ts";
import { type Search, searchIgnoringCase, searchModule } from "./module-search.ts";
import type { Directory, ModuleFile } from "./module-tree.ts";
import { type Finding, PackageNames } from "./package-names.ts";
import type { ProjectScope } from "./project-scope.ts";
import { Reach, type ReachList } from "./reach.ts";

/** What a search through several roots came to. */
export interface ModuleHit {
  readonly found: Search;
  /** All portions of a namespace package; what a regular package joins to its own directory. */
  readonly portions: readonly Directory[];
  /** Whether the import is answered; else only its beginning is in the repository. */
  readonly complete: boolean;
  /** Whether its first part is a regular package or a module. */
  readonly regular: boolean;
  /** The importer's package for relative imports: nothing else can answer them. */
  readonly relativeTo?: Directory;
}

export class InRepoImports {
  readonly #files: InRepoFiles;
  /** What plain finds mean is the same wherever they are made from, and however they are written. */
  readonly #kept = new Map<ProjectScope, Kept>();

  constructor(files: InRepoFiles) {
    this.#files = files;
  }

  /**
   * The first root that answers; else the first that begins to. `further` roots only add to a package that asks for it. A file never answers itself by its bare name, and a
   * directory without `__init__` answers only where a module in it is asked for.
   */
  find(
    roots: readonly Directory[],
    parts: readonly string[],
    names: readonly string[],
    importer: string,
    further: readonly Directory[] = [],
  ): ModuleHit | undefined {
    let partial: ModuleHit | undefined;
    const portions: Directory[] = [];
    for (const [at, root] of roots.entries()) {
      const found = searchModule(root, parts);
      if (found === undefined) continue;
      if (found.kind === "namespace") portions.push(found.directory);
      else if (found.kind === "partial") {
        if (partial === undefined || isStubOnly(partial))
          partial = { found, portions: [], complete: false, regular: true };
      } else if (found.file.path !== importer || parts.length > 1 || found.package !== undefined) {
        const joined = this.#joined(found, parts, [...roots.slice(at + 1), ...further]);
        return { found, portions: joined, complete: true, regular: found.regular };
      }
    }
    const [directory] = portions;
    const answered = portions.some((each) => names.some((name) => each.child(name) !== undefined));
    if (directory === undefined || (!answered && partial !== undefined)) return partial;
    return { found: { kind: "namespace", directory }, portions, complete: answered, regular: false };
  }

  /** The directories that a package joins to its own, as `pkgutil.extend_path` finds them in all later roots. */
  #joined(found: Search, parts: readonly string[], roots: readonly Directory[]): readonly Directory[] {
    if (found.kind !== "file" || found.package === undefined || roots.length === 0) return [];
    if (!this.#files.contents.of(found.file).extendsPath) return [];
    return roots.flatMap((root) => {
      const other = searchModule(root, parts);
      return (other?.kind === "file" ? other.package : other?.kind === "namespace" ? other.directory : undefined) ?? [];
    });
  }

  /** Whether a package may hold modules that are no files of its directory. */
  makesNames(file: ModuleFile): boolean {
    return this.#files.contents.of(file).makesNames;
  }

  /** The file of a module that is no package. */
  module(file: ModuleFile, finding: Finding, scope: ProjectScope): Reach {
    if (finding.confidence !== "exact" || finding.shadows !== undefined) return this.#files.reach(file, finding, scope);
    const { modules } = this.#keptFor(scope);
    const known = modules.get(file);
    if (known !== undefined) return known;
    const reach = this.#files.reach(file, finding, scope);
    modules.set(file, reach);
    return reach;
  }

  /** The names of a package that was found. */
  names({ found, portions }: ModuleHit, { confidence, shadows }: Finding, scope: ProjectScope): PackageNames {
    const isFile = found.kind === "file";
    const own = isFile ? found.package : undefined;
    const file = isFile ? found.file : undefined;
    const isPlain = own !== undefined && portions.length === 0 && confidence === "exact" && shadows === undefined;
    const known = isPlain ? this.#keptFor(scope).packages.get(own) : undefined;
    if (known !== undefined) return known;
    const directories = own === undefined ? portions : portions.length === 0 ? [own] : [own, ...portions];
    const names = new PackageNames({ confidence, shadows, file, directories, scope }, this.#files);
    if (isPlain) this.#keptFor(scope).packages.set(own, names);
    return names;
  }

  #keptFor(scope: ProjectScope): Kept {
    const known = this.#kept.get(scope);
    if (known !== undefined) return known;
    const kept: Kept = { packages: new Map(), modules: new Map() };
    this.#kept.set(scope, kept);
    return kept;
  }

  /** The beginning of the name is a package of this repository, and the rest is not in it. */
  emitPartial(hit: ModuleHit, fact: ImportFact, scope: ProjectScope, reached: ReachList): void {
    const { found, relativeTo } = hit;
    if (found.kind === "namespace") return this.#emitNamespace(hit, fact, scope, reached);
    if (found.kind !== "partial") return;
    const { file, package: directory, depth } = found;
    const missing = fact.specifier.replace(/^\.+/, "").split(".").slice(depth);
    const { specifier, names } = fact;
    const isSettled = directory !== undefined && this.#files.made.declared([directory.join(missing.join("/"))]);
    if (directory === undefined || (!isSettled && this.#files.contents.of(file).mayHold(missing[0] ?? ""))) {
      return reached.add(new Reach(file.target, specifier, names, "inferred"));
    }
    const place = directory.join(missing.join("/"));
    const places = [place, ...(fact.kind === "from" ? namesBelow(place, names) : [])];
    const absent = {
      name: `python/${relativeTo === undefined ? specifier : place}`,
      specifier,
      names,
      inRepo: !file.stub,
      confidence: "exact",
      caseOf: searchIgnoringCase(directory, missing),
    } as const;
    reached.add(reachAbsent(absent, this.#files.made.findInRepo(places, scope)));
  }

  /** Names of a namespace package of which no portion has any: only what is relative or generated must be here. */
  #emitNamespace(hit: ModuleHit, fact: ImportFact, scope: ProjectScope, reached: ReachList): void {
    const names = this.names(hit, { confidence: "exact" }, scope);
    for (const name of fact.names) {
      const reach = names.reach(name) ?? names.absent(name, fact.specifier, hit.relativeTo);
      if (reach !== undefined) reached.add(reach);
    }
  }
}

interface Kept {
  readonly packages: Map<Directory, PackageNames>;
  readonly modules: Map<ModuleFile, Reach>;
}

function namesBelow(place: string, names: readonly string[]): readonly string[] {
  return names.filter((name) => name !== "*").map((name) => `${place}/${name}`);
}

/** Whether what was found is only read by type checkers. */
export function isOfStubs({ found }: ModuleHit): boolean {
  return found.kind !== "namespace" && found.file.stub;
}

/** Stubs of a distribution say nothing of its other modules: whoever has the distribution has them. */
export function isStubOnly({ found }: ModuleHit): boolean {
  return found.kind === "partial" && found.stubs;
}
