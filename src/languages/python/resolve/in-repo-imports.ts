/** Imports that a file of this repository answers, or should have answered. */
import type { ImportFact } from "../../../model/facts.ts";
import type { InRepoFiles } from "./in-repo-files.ts";
import { reachAbsent } from "./made-modules.ts";
import { type Search, searchIgnoringCase, searchModule } from "./module-search.ts";
import type { Directory, ModuleFile } from "./module-tree.ts";
import { PackageNames, type WrittenNames } from "./package-names.ts";
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

  /** The names that a complete hit gives. */
  names(hit: ModuleHit, written: WrittenNames, scope: ProjectScope): PackageNames {
    const { found, portions, relativeTo } = hit;
    const { specifier, confidence, shadows } = written;
    const isFile = found.kind === "file";
    const own = isFile ? found.package : undefined;
    const source = {
      specifier,
      confidence,
      shadows,
      file: isFile ? found.file : undefined,
      directories: !isFile ? portions : own === undefined ? none : portions.length === 0 ? [own] : [own, ...portions],
      relativeTo,
      scope,
    };
    return new PackageNames(source, this.#files);
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
    const names = this.names(hit, { specifier: fact.specifier, confidence: "exact" }, scope);
    for (const name of fact.names) {
      const reach = names.reach(name);
      if (reach !== undefined) reached.add(reach);
    }
  }
}

const none: readonly Directory[] = [];

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
