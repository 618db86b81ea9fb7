/**
 * Absolute imports, in the order of the module search path, then of what may be installed. Each step takes the names that it
 * can give.
 * @see https://docs.python.org/3/reference/import.html#searching
 */
import type { FileIndex } from "../../../files/file-index.ts";
import type { ImportFact } from "../../../model/facts.ts";
import type { Confidence } from "../../../model/resolution.ts";
import { isWithin } from "../projects/source-layout.ts";
import { knownProvider } from "./distributions.ts";
import {
  type ExternalModules,
  type FindDistribution,
  isSharedNamespace,
  reachDistributions,
} from "./external-imports.ts";
import { type InRepoImports, isOfStubs, isStubOnly, type ModuleHit } from "./in-repo-imports.ts";
import { type MadeModules, reachAbsent } from "./made-modules.ts";
import { firstDirectory, searchIgnoringCase } from "./module-search.ts";
import type { Directory } from "./module-tree.ts";
import { standardReach } from "./standard-reach.ts";
import { namedModule } from "./named-module.ts";
import type { Place } from "./place.ts";
import { type Reach, ReachList } from "./reach.ts";
import type { PathStep } from "./search-path.ts";
import type { Shadowing } from "./shadowing.ts";
import { isLastResort, isStandardModule } from "./stdlib.ts";

export interface AbsoluteContext {
  readonly files: FileIndex;
  readonly inRepo: InRepoImports;
  readonly external: ExternalModules;
  readonly made: MadeModules;
  readonly shadowing: Shadowing;
}

export class AbsoluteImports {
  readonly #context: AbsoluteContext;

  constructor(context: AbsoluteContext) {
    this.#context = context;
  }

  resolve(importer: string, fact: ImportFact, place: Place): ReachList {
    return new AbsoluteImport(this.#context, importer, fact, place).resolve();
  }

  /** What a module's name means, for whoever asks by name alone. */
  find(name: string, importer: string, place: Place): ModuleHit | undefined {
    return new AbsoluteImport(this.#context, importer, namedModule(name), place).hit();
  }
}

/** One import on its way through the steps. */
class AbsoluteImport {
  readonly #context: AbsoluteContext;
  readonly #importer: string;
  readonly #fact: ImportFact;
  readonly #parts: readonly string[];
  readonly #place: Place;
  readonly #reached = new ReachList();
  /** The names that no step has given yet. */
  #left: readonly string[];
  #partial: ModuleHit | undefined;

  constructor(context: AbsoluteContext, importer: string, fact: ImportFact, place: Place) {
    this.#context = context;
    this.#importer = importer;
    this.#fact = fact;
    this.#parts = fact.specifier.split(".");
    this.#place = place;
    this.#left = fact.names;
  }

  resolve(): ReachList {
    const answer = this.#place.absolute.get(this.#fact.specifier);
    if (answer?.kind !== "outside" && this.#onPath()) return this.#reached;
    if (this.#extension() || this.#inStubs() || this.#told() || this.#installed() || this.#declared())
      return this.#reached;
    if (this.#take(this.#guess(), "inferred") || this.#take(this.#generatedBeside(), "inferred")) return this.#reached;
    if (this.#beyond()) return this.#reached;
    if (this.#partial !== undefined) {
      const left = { ...this.#fact, names: this.#left };
      this.#context.inRepo.emitPartial(this.#partial, left, this.#place.path.scope, this.#reached);
    } else this.#elsewhere();
    return this.#reached;
  }

  /** The module search path: whether it answers for everything. */
  #onPath(): boolean {
    const { path } = this.#place;
    const [first = ""] = this.#parts;
    for (const step of path.steps) {
      if (this.#step(step)) return true;
      if (step.isFirst && isStandardModule(this.#fact.specifier, path.scope.requiresPython)) {
        const hiding = this.#context.shadowing.before(first, path);
        this.#reached.add(standardReach(this.#fact.specifier, this.#left, hiding));
        return true;
      }
    }
    return false;
  }

  hit(): ModuleHit | undefined {
    const hit = this.#find(this.#place.path.steps.flatMap(({ roots }) => roots));
    return hit?.complete === true ? hit : (this.#guess() ?? hit);
  }

  #find(
    roots: readonly Directory[],
    parts: readonly string[] = this.#parts,
    further: readonly Directory[] = [],
  ): ModuleHit | undefined {
    return this.#context.inRepo.find(roots, parts, this.#left, this.#importer, further);
  }

  /** Whether some roots of the search path answer for all that is left. */
  #step(step: PathStep): boolean {
    const hit = this.#find(step.roots, this.#parts, step.further);
    if (hit === undefined || (step.confidence === "declared" && !this.#place.stub && isOfStubs(hit))) return false;
    if (hit.found.kind === "partial" && !isStubOnly(hit)) this.#partial ??= hit;
    const shadows = this.#context.shadowing.behind(hit, this.#parts, step, this.#place.path);
    return this.#take(hit, step.confidence, shadows);
  }

  /** Takes what a complete hit gives; true when nothing is left. */
  #take(hit: ModuleHit | undefined, confidence: Confidence, shadows?: string): boolean {
    if (hit?.complete !== true) return false;
    const { scope } = this.#place.path;
    if (hit.found.kind === "file" && hit.found.package === undefined) {
      this.#reach(this.#context.inRepo.module(hit.found.file, { confidence, shadows }, scope).withNames(this.#left));
      this.#left = [];
      return true;
    }
    const names = this.#context.inRepo.names(hit, { confidence, shadows }, scope);
    const own: Reach[] = [];
    const rest: string[] = [];
    for (const name of this.#left) {
      const reach = names.reach(name) ?? names.absent(name, this.#fact.specifier, undefined);
      if (reach === undefined) rest.push(name);
      else if (reach.target === names.whole?.target) own.push(reach);
      else this.#reach(reach);
    }
    own.forEach((reach) => this.#reach(reach));
    if (names.whole !== undefined && this.#left.length === 0) this.#reach(names.whole);
    this.#left = rest;
    return names.whole !== undefined || rest.length === 0;
  }

  /** @see https://typing.python.org/en/latest/spec/distributing.html#stub-only-packages */
  #inStubs(): boolean {
    if (!this.#place.stub) return false;
    const { own, stubs } = this.#place.path;
    if (this.#take(this.#find(stubs), "exact")) return true;
    const [first = "", ...rest] = this.#parts;
    return this.#take(this.#find([...own, ...stubs], [`${first}-stubs`, ...rest]), "exact");
  }

  #told(): boolean {
    return this.#eachModule((each) => this.#context.external.told(each, this.#place.path.scope));
  }

  #installed(): boolean {
    const { scope } = this.#place.path;
    if (scope.installed === undefined) return false;
    const { external } = this.#context;
    const use = this.#fact.typeOnly ? "types" : "runtime";
    return this.#eachModule((each) => external.installed(each, scope, use));
  }

  #declared(): boolean {
    const { scope } = this.#place.path;
    if (scope.declared.isEmpty) return false;
    // What this repository publishes and has only in part is not to be had from elsewhere.
    const here = this.#partial === undefined ? "nothing" : "in part";
    return this.#eachModule((each) => this.#context.external.declared(each, scope, here));
  }

  /**
   * Roots beyond the file's own: a directory that only looks like a namespace is no answer for a name that is known to be
   * published elsewhere, unless the importer itself lies in that namespace.
   */
  #guess(): ModuleHit | undefined {
    const { others, above } = this.#place.surroundings;
    const guess = this.#find([...others, ...above]);
    if (guess?.complete !== true) return undefined;
    const begins = firstDirectory(guess.found, this.#parts);
    if (guess.regular || (begins !== undefined && isWithin(this.#place.directory.path, begins))) return guess;
    const known = knownProvider(this.#parts);
    return known === undefined || this.#context.external.publishes(known.distribution) ? guess : undefined;
  }

  /**
   * protoc names modules from the directory that it writes to, wherever that lies, packages above it or not.
   * @see https://protobuf.dev/reference/python/python-generated/#invocation
   */
  #generatedBeside(): ModuleHit | undefined {
    if (!isWrittenByProtoc(this.#parts.at(-1) ?? "") && !this.#left.some(isWrittenByProtoc)) return undefined;
    const roots: Directory[] = [];
    for (let at: Directory | undefined = this.#place.directory; at !== undefined; at = at.parent) roots.push(at);
    return this.#find(roots);
  }

  /** Other distributions add to a package that is here, when it looks for its modules further than in its own directory. */
  #beyond(): boolean {
    const { external, inRepo } = this.#context;
    const { scope } = this.#place.path;
    const found = this.#partial?.found;
    if (found?.kind !== "partial" || !inRepo.makesNames(found.file)) return false;
    return this.#eachModule((each) => external.beyond(each, found.depth, scope));
  }

  /** What a lock, the data and at last a guess make of a module that nobody asks for. */
  #elsewhere(): void {
    const { external, made } = this.#context;
    const { scope, own } = this.#place.path;
    const parts = this.#parts;
    const use = this.#fact.typeOnly ? "types" : "runtime";
    if (this.#eachModule((each) => external.known(each, scope, use))) return;
    const isShared = isSharedNamespace(parts) || scope.installed?.isNamespace(this.#fact.specifier) === true;
    if (isShared && this.#fact.names.length === 0) return;
    if (this.#eachModule((each) => external.guessed(each, scope))) return;
    // A package's own directory is no root, but people start files in it as scripts. One that expects to find nothing means
    // something that is installed.
    const beside = this.#fact.optional ? undefined : this.#find([this.#place.directory]);
    if (this.#take(beside, "inferred")) return;
    // What nothing but stubs tells of is somewhere: they were written for it.
    if (this.#take(this.#find(this.#place.path.stubs), "inferred")) return;
    const { specifier } = this.#fact;
    const longer = this.#left.map((name) => `${specifier}.${name}`);
    if ([specifier, ...longer].some((each) => isLastResort(each, scope.requiresPython))) {
      this.#reached.add(standardReach(specifier, this.#left, undefined));
      return;
    }
    const path = parts.join("/");
    const places = own.map((root) => root.join(path));
    const portions = places.filter((each) => this.#context.files.hasDirectory(each));
    // A directory is a package too, of which there is no file to reach.
    const isDirectory = (name: string): boolean =>
      portions.some((each) => this.#context.files.hasDirectory(`${each}/${name}`));
    const left = this.#left.filter((name) => !isDirectory(name));
    if (left.length === 0 && this.#left.length > 0) return;
    this.#left = left;
    const below = left.flatMap((name) => portions.map((each) => `${each}/${name}`));
    const reason = made.written(specifier) ?? made.find([...places, ...below], scope);
    const absent = {
      name: `python/${specifier}`,
      specifier,
      names: this.#left,
      inRepo: false,
      confidence: reason === undefined ? "exact" : "inferred",
      caseOf: this.#ignoringCase(),
    } as const;
    this.#reached.add(reachAbsent(absent, reason));
  }

  #ignoringCase(): string | undefined {
    const { script, own } = this.#place.path;
    for (const root of script === undefined ? own : [script, ...own]) {
      const found = searchIgnoringCase(root, this.#parts);
      if (found !== undefined && found !== this.#importer) return found;
    }
    return undefined;
  }

  /** A compiled module that a manifest names by its whole name. */
  #extension(): boolean {
    const { made } = this.#context;
    const path = this.#parts.join("/");
    const declared = made.declared(this.#place.path.own.map((root) => root.join(path)));
    if (declared === undefined) return false;
    const { specifier } = this.#fact;
    const absent = {
      name: `python/${specifier}`,
      specifier,
      names: this.#left,
      inRepo: true,
      confidence: "exact",
    } as const;
    this.#reached.add(reachAbsent(absent, declared));
    return true;
  }

  /** Distributions for the names that are left; true when nothing is left. */
  #eachModule(find: FindDistribution): boolean {
    const before = this.#reached.count;
    this.#left = reachDistributions({ ...this.#fact, names: this.#left }, find, this.#reached);
    return this.#left.length === 0 && this.#reached.count > before;
  }

  /** A file never reaches itself. */
  #reach(reach: Reach): void {
    if (reach.file !== this.#importer) this.#reached.add(reach);
  }
}

/** `till_pb2`, `till_pb2_grpc` */
function isWrittenByProtoc(name: string): boolean {
  return name.endsWith("_pb2") || name.endsWith("_pb2_grpc");
}
