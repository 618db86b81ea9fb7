/**
 * Absolute imports, in the order of the module search path, then of what may be installed. Each step takes the names that it
 * can give.
 * @see https://docs.python.org/3/reference/import.html#searching
 */
import type { FileIndex } from "../../../files/file-index.ts";
import type { ImportFact } from "../../../model/facts.ts";
import type { Confidence, Declaration, Target } from "../../../model/resolution.ts";
import { distributionPurl } from "../versions/distribution-name.ts";
import { knownProvider } from "./distributions.ts";
import { type ExternalModule, type ExternalModules, isSharedNamespace } from "./external-imports.ts";
import { type InRepoImports, isStubOnly, type ModuleHit } from "./in-repo-imports.ts";
import { type MadeModules, reachAbsent } from "./made-modules.ts";
import { searchIgnoringCase } from "./module-search.ts";
import type { Directory } from "./module-tree.ts";
import type { Place } from "./place.ts";
import { Reach, ReachList } from "./reach.ts";
import { isPython2Module, isStandardModule } from "./stdlib.ts";

export interface AbsoluteContext {
  readonly files: FileIndex;
  readonly inRepo: InRepoImports;
  readonly external: ExternalModules;
  readonly made: MadeModules;
  /** Packages that projects of this repository publish. */
  readonly published: ReadonlySet<string>;
}

export class AbsoluteImports {
  readonly #context: AbsoluteContext;

  constructor(context: AbsoluteContext) {
    this.#context = context;
  }

  resolve(importer: string, fact: ImportFact, place: Place): ReachList {
    return new AbsoluteImport(this.#context, importer, fact, place).resolve();
  }

  /** The file that a module's name means, for whoever asks by name alone. */
  find(name: string, importer: string, place: Place): string | undefined {
    return new AbsoluteImport(this.#context, importer, namedModule(name), place).file();
  }
}

function namedModule(specifier: string): ImportFact {
  const where = { start: 0, end: 0, line: 0, column: 0 };
  return {
    kind: "import",
    specifier,
    names: [],
    ...where,
    typeOnly: false,
    dynamic: false,
    optional: false,
    local: false,
  };
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
    if (this.#extension() || this.#inStubs() || this.#declared()) return this.#reached;
    if (this.#take(this.#guess(), "inferred") || this.#take(this.#generatedBeside(), "inferred")) return this.#reached;
    if (this.#partial !== undefined) {
      const left = { ...this.#fact, names: this.#left };
      this.#context.inRepo.emitPartial(this.#partial, left, this.#place.path.scope, this.#reached);
    } else this.#elsewhere();
    return this.#reached;
  }

  /** The module search path: whether it answers for everything. */
  #onPath(): boolean {
    const { scope, script, own, required } = this.#place.path;
    const [first = ""] = this.#parts;
    if (script !== undefined && this.#inRepo([script])) return true;
    if (isStandardModule(first, scope.requiresPython)) {
      this.#add({ kind: "builtin", name: `python/${this.#fact.specifier}` }, this.#left, { confidence: "exact" });
      return true;
    }
    return this.#inRepo(own) || this.#inRepo(required);
  }

  file(): string | undefined {
    const { script, own, required } = this.#place.path;
    const hit = this.#find([...(script === undefined ? [] : [script]), ...own, ...required]);
    const found = hit?.complete === true ? hit.found : this.#guess()?.found;
    return found?.kind === "file" ? found.file.path : undefined;
  }

  #find(roots: readonly Directory[], parts: readonly string[] = this.#parts): ModuleHit | undefined {
    const { own, required } = this.#place.path;
    return this.#context.inRepo.find(roots, parts, this.#left, this.#importer, roots === own ? required : []);
  }

  /** Whether roots of the search path answer for all that is left. */
  #inRepo(roots: readonly Directory[]): boolean {
    const hit = this.#find(roots);
    if (hit?.found.kind === "partial" && !isStubOnly(hit)) this.#partial ??= hit;
    return this.#take(hit, "exact");
  }

  /** Takes what a complete hit gives; true when nothing is left. */
  #take(hit: ModuleHit | undefined, confidence: Confidence): boolean {
    if (hit?.complete !== true) return false;
    const names = this.#context.inRepo.names(hit, this.#fact.specifier, confidence, this.#place.path.scope);
    const own: Reach[] = [];
    const rest: string[] = [];
    for (const name of this.#left) {
      const reach = names.reach(name);
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
    const [first = "", ...rest] = this.#parts;
    return this.#take(this.#find(this.#place.path.own, [`${first}-stubs`, ...rest]), "exact");
  }

  #declared(): boolean {
    const { scope } = this.#place.path;
    // What this repository publishes and has only in part is not to be had from elsewhere.
    const published = this.#partial === undefined ? undefined : this.#context.published;
    return this.#eachModule((each) => this.#context.external.declared(each, scope, published));
  }

  /** Roots beyond the file's own: a directory that only looks like a namespace is no answer for a name known elsewhere. */
  #guess(): ModuleHit | undefined {
    const { others, above } = this.#place.surroundings;
    const guess = this.#find([...others, ...above]);
    if (guess?.complete !== true) return undefined;
    return guess.regular || knownProvider(this.#parts) === undefined ? guess : undefined;
  }

  /**
   * protoc names modules from the directory that it writes to, wherever that lies, packages above it or not.
   * @see https://protobuf.dev/reference/python/python-generated/#invocation
   */
  #generatedBeside(): ModuleHit | undefined {
    if (!generatedName.test(this.#parts.at(-1) ?? "") && !this.#left.some((name) => generatedName.test(name))) {
      return undefined;
    }
    const roots: Directory[] = [];
    for (let at: Directory | undefined = this.#place.directory; at !== undefined; at = at.parent) roots.push(at);
    return this.#find(roots);
  }

  /** What a lock, the data and at last a guess make of a module that nobody asks for. */
  #elsewhere(): void {
    const { external, made } = this.#context;
    const { scope, own } = this.#place.path;
    const parts = this.#parts;
    const use = this.#fact.typeOnly ? "types" : "runtime";
    if (this.#eachModule((each) => external.known(each, scope, use))) return;
    if (isSharedNamespace(parts) && this.#fact.names.length === 0) return;
    if (this.#eachModule((each) => external.guessed(each, scope))) return;
    // A package's own directory is no root, but people start files in it as scripts. One that expects to find nothing means
    // something that is installed.
    const beside = this.#fact.optional ? undefined : this.#find([this.#place.directory]);
    if (this.#take(beside, "inferred")) return;
    if (isPython2Module(parts[0] ?? "", scope.requiresPython)) {
      const name = `python/${this.#fact.specifier}`;
      return this.#add({ kind: "builtin", name }, this.#left, { confidence: "exact" });
    }
    const path = parts.join("/");
    const places = own.map((root) => root.join(path));
    const portions = places.filter((each) => this.#context.files.hasDirectory(each));
    const below = this.#left.flatMap((name) => portions.map((each) => `${each}/${name}`));
    const reason = made.find([...places, ...below], scope);
    const { specifier } = this.#fact;
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

  /**
   * The module itself, or each name where only `module.name` tells the distribution (`from google.cloud import storage`).
   * True when nothing is left.
   */
  #eachModule(find: (parts: readonly string[]) => ExternalModule | undefined): boolean {
    const before = this.#reached.count;
    const whole = find(this.#parts);
    if (this.#left.length === 0) {
      if (whole !== undefined) this.#add(packageTarget(whole), [], whole);
    }
    const rest: string[] = [];
    for (const name of this.#left) {
      const needsName =
        this.#fact.kind === "from" && name !== "*" && (whole === undefined || isSharedNamespace(this.#parts));
      const found = needsName ? (find([...this.#parts, name]) ?? whole) : whole;
      if (found === undefined) rest.push(name);
      else {
        const { specifier } = this.#fact;
        const shown = found.length > this.#parts.length ? `${specifier}.${name}` : specifier;
        this.#add(packageTarget(found), [name], found, shown);
      }
    }
    this.#left = rest;
    return rest.length === 0 && this.#reached.count > before;
  }

  #add(
    target: Target,
    names: readonly string[],
    { confidence, declaration }: { readonly confidence: Confidence; readonly declaration?: Declaration },
    specifier = this.#fact.specifier,
  ): void {
    this.#reached.add(new Reach(target, specifier, names, confidence, declaration && { declaration }));
  }

  /** A file never reaches itself. */
  #reach(reach: Reach): void {
    if (reach.file !== this.#importer) this.#reached.add(reach);
  }
}

/** `till_pb2`, `till_pb2_grpc` */
const generatedName = /_pb2(?:_grpc)?$/;

function packageTarget({ distribution }: ExternalModule): Target {
  return { kind: "package", package: distributionPurl(distribution) };
}
