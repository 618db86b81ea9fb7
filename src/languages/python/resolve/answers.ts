/** What specifiers mean, place by place: the knowledge of the whole repository behind each single import. */
import { directoryOf } from "../../../model/directory-of.ts";
import type { ImportFact } from "../../../model/facts.ts";
import type { Workspace } from "../../language.ts";
import type { PythonManifest } from "../manifests/manifest.ts";
import { choicesOf } from "../projects/chosen-requirements.ts";
import { isWithin } from "../projects/source-layout.ts";
import { AbsoluteImports } from "./absolute-imports.ts";
import { standardReach } from "./standard-reach.ts";
import { bundledDistributions } from "./bundled.ts";
import { ConfiguredPathIndex } from "./configured-paths.ts";
import { Definers } from "./definers.ts";
import { ExtensionIndex } from "./extension-index.ts";
import { ExternalModules } from "./external-imports.ts";
import { findGrafts } from "./grafts.ts";
import { InRepoFiles } from "./in-repo-files.ts";
import { InRepoImports, isOfStubs, type ModuleHit } from "./in-repo-imports.ts";
import { MadeModules } from "./made-modules.ts";
import { isStub, ModuleTree } from "./module-tree.ts";
import type { Finding } from "./package-names.ts";
import { PackageContentsIndex } from "./package-contents.ts";
import { Answer, Place } from "./place.ts";
import { ProjectScopes } from "./project-scope.ts";
import { Reach, ReachList } from "./reach.ts";
import { RequiredProjects } from "./required-projects.ts";
import { RelativeImports } from "./relative-imports.ts";
import { relativePlace } from "./relative-place.ts";
import { type SearchPath, SearchPaths } from "./search-path.ts";
import { Shadowing } from "./shadowing.ts";
import { isStandardModule } from "./stdlib.ts";

export class Answers {
  readonly #tree: ModuleTree;
  readonly #paths: SearchPaths;
  readonly #inRepo: InRepoImports;
  readonly #shadowing: Shadowing;
  readonly #absolute: AbsoluteImports;
  readonly #relative: RelativeImports;
  readonly #sourcePlaces = new Map<string, Place>();
  readonly #stubPlaces = new Map<string, Place>();

  constructor({ files, manifests, projects, facts }: Workspace<PythonManifest>) {
    const scopes = new ProjectScopes(projects, manifests);
    const required = new RequiredProjects(scopes);
    this.#tree = new ModuleTree(files, findGrafts(manifests, scopes.projects));
    const projectOf = (directory: string): string => scopes.of(directory).project?.directory ?? "";
    const made = new MadeModules(
      this.#tree,
      new ExtensionIndex(manifests, projectOf, files),
      manifests.filter((each) => each.kind === "written-modules"),
    );
    this.#paths = new SearchPaths(scopes, required, new ConfiguredPathIndex(manifests, projectOf, files), this.#tree);
    const contents = new PackageContentsIndex(facts);
    const definers = new Definers(contents, (specifier, from) => {
      const place = this.place(from);
      return place.known(specifier) ?? this.of(specifier, place);
    });
    this.#inRepo = new InRepoImports(new InRepoFiles(scopes, required, contents, definers, made));
    this.#relative = new RelativeImports(this.#inRepo, made);
    const published = new Set(scopes.projects.flatMap((project) => project.package ?? []));
    this.#shadowing = new Shadowing(published);
    this.#absolute = new AbsoluteImports({
      shadowing: this.#shadowing,
      files,
      inRepo: this.#inRepo,
      external: new ExternalModules(
        bundledDistributions(files),
        published,
        choicesOf(manifests)?.providers ?? new Map(),
      ),
      made,
    });
  }

  place(path: string): Place {
    const stub = isStub(path);
    const places = stub ? this.#stubPlaces : this.#sourcePlaces;
    const directory = directoryOf(path);
    const known = places.get(directory);
    if (known !== undefined) return known;
    const place = new Place(this.#tree.directory(directory), stub, this.#paths);
    places.set(directory, place);
    return place;
  }

  /** What a specifier means to all files of a place. */
  of(specifier: string, place: Place): Answer {
    const isRelative = specifier.startsWith(".");
    const answer = isRelative ? this.#findRelative(specifier, place) : this.#findAbsolute(specifier, place.path);
    (isRelative ? place.relative : place.absolute).set(specifier, answer);
    return answer;
  }

  /** What an open import reaches. */
  open(fact: ImportFact, importer: string, place: Place): readonly Reach[] {
    const { specifier, names, typeOnly, optional, kind } = fact;
    const flags = (typeOnly ? "t" : "-") + (optional ? "o" : "-") + (kind === "from" ? "f" : "-");
    const key = names.length === 0 ? `${flags}${specifier}` : `${flags}${specifier}\n${names.join()}`;
    let reached = place.open.get(key);
    if (reached === undefined) {
      reached = this.#outside(fact, key, place) ?? this.inFull(fact, "", place);
      place.open.set(key, reached);
    }
    // No answer is kept that is only one file's own.
    return reached.some((reach) => reach.file === importer) ? this.inFull(fact, importer, place) : reached;
  }

  /**
   * What a place of the same search path was told of the same import, where neither sees anything of the module near to
   * it: no step of `AbsoluteImports` then tells the two apart. Measured: two in five open imports were asked before.
   */
  #outside(fact: ImportFact, key: string, place: Place): readonly Reach[] | undefined {
    const { specifier } = fact;
    const { absolute, path } = place;
    if (place.stub || absolute.get(specifier)?.kind !== "outside") return undefined;
    const known = path.outside.get(key);
    if (known === undefined) {
      const reached = this.inFull(fact, "", place);
      path.outside.set(key, { reached, place });
      return reached;
    }
    const [first = ""] = specifier.split(".", 1);
    return place.sees(first) || known.place.sees(first) ? undefined : known.reached;
  }

  /** What one import reaches where its specifier alone does not tell. */
  inFull(written: ImportFact, importer: string, place: Place): readonly Reach[] {
    const fact = place.stub && !written.typeOnly ? { ...written, typeOnly: true } : written;
    const { specifier, names } = fact;
    if (!specifier.startsWith(".")) return this.#absolute.resolve(importer, fact, place).entries;
    const found = this.#relative.find(specifier, place.directory, place.path.scope);
    if (found instanceof Reach) return [found.withNames(names)];
    const reached = new ReachList();
    this.#inRepo.emitPartial(found, fact, place.path.scope, reached);
    return reached.entries;
  }

  find(name: string, from: string): string | undefined {
    const found = this.#absolute.find(name, from, this.place(from))?.found;
    return found?.kind === "file" ? found.file.path : undefined;
  }

  /** The directories whose modules are those of a package: several where it is a namespace, or joins all of its name. */
  directories(specifier: string, from: string): readonly string[] {
    const own = specifier.startsWith(".") ? relativePlace(specifier, from) : undefined;
    const name = own === undefined ? specifier : this.#nameOf(own, from);
    const hit = name === undefined ? undefined : this.#absolute.find(name, from, this.place(from));
    const found = hit?.found.kind === "file" ? hit.found.package : undefined;
    const all = [...(found === undefined ? [] : [found]), ...(hit?.portions ?? [])].map(({ path }) => path);
    // What is beside a file is there whatever else has the name.
    return own === undefined ? all : [...new Set([own, ...(all.includes(own) ? all : [])])];
  }

  /** The dotted name of a directory below one of the roots that a file's imports are looked for in. */
  #nameOf(path: string, from: string): string | undefined {
    const roots = this.place(from).path.steps.flatMap((step) => step.roots);
    const root = roots.find((each) => each.path !== path && isWithin(path, each.path));
    return root === undefined
      ? undefined
      : path.slice(root.path === "" ? 0 : root.path.length + 1).replaceAll("/", ".");
  }

  #findRelative(specifier: string, { directory, path }: Place): Answer {
    const found = this.#relative.find(specifier, directory, path.scope);
    if (found instanceof Reach) return Answer.whole(found);
    return this.#settled(found, specifier, { confidence: "exact" }, path) ?? Answer.open;
  }

  /** The first steps of `AbsoluteImports`, as far as they are the same for all files and names. */
  #findAbsolute(specifier: string, path: SearchPath): Answer {
    const parts = specifier.split(".");
    let isOutside = true;
    for (const step of path.steps) {
      const hit = this.#inRepo.find(step.roots, parts, [], "", step.further);
      if (hit !== undefined) {
        // Stubs that a type checker is led to are none of the program's.
        if (hit.found.kind === "namespace" || (step.confidence === "declared" && isOfStubs(hit))) return Answer.open;
        const shadows = this.#shadowing.behind(hit, parts, step, path);
        const answer = this.#settled(hit, specifier, { confidence: step.confidence, shadows }, path);
        if (answer !== undefined) return answer;
        isOutside = false;
      }
      if (step.isFirst && isStandardModule(specifier, path.scope.requiresPython)) {
        return Answer.whole(standardReach(specifier, [], this.#shadowing.before(parts[0] ?? "", path)));
      }
    }
    return isOutside ? Answer.outside : Answer.open;
  }

  /** Undefined where other places may have what a hit lacks. */
  #settled(hit: ModuleHit, specifier: string, finding: Finding, { scope }: SearchPath): Answer | undefined {
    const { found, relativeTo } = hit;
    if (found.kind === "partial" || (found.kind === "namespace" && relativeTo === undefined)) return undefined;
    if (found.kind === "namespace" || found.package !== undefined) {
      return Answer.package(this.#inRepo.names(hit, finding, scope), relativeTo);
    }
    const reach = this.#inRepo.module(found.file, finding, scope);
    return relativeTo === undefined && !specifier.includes(".") ? Answer.bare(reach) : Answer.whole(reach);
  }
}
