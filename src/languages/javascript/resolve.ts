/**
 * From module specifiers to what they mean: a file of the repository, a package, a builtin of Node, or nothing.
 * @see https://nodejs.org/api/esm.html#resolution-algorithm-specification
 * @see https://www.typescriptlang.org/docs/handbook/modules/reference.html
 */
import { directoryOf } from "../../model/directory-of.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import type { FileFacts, ImportFact } from "../../model/facts.ts";
import type { ImportResolver, ResolvedImport, TypeImports } from "../../model/resolution.ts";
import type { Workspace } from "../language.ts";
import { AmbientModules } from "./resolve/ambient-modules.ts";
import type { Asker } from "./resolve/asker.ts";
import { AbsentFiles } from "./resolve/absent-files.ts";
import { BrowserFields } from "./resolve/browser-fields.ts";
import { BuildOutputs } from "./resolve/build-outputs.ts";
import { isBundledAsset } from "./resolve/bundled-assets.ts";
import { conditionsOf, type Way, wayOf } from "./resolve/conditions.ts";
import { ConfigAliases } from "./resolve/config-aliases.ts";
import { ConfiguredPaths } from "./resolve/configured-paths.ts";
import { isCustomaryAlias } from "./resolve/customary-paths.ts";
import { DeclaredPackages } from "./resolve/declared-packages.ts";
import { withoutDeno } from "./projects/deno.ts";
import { dialectOf } from "./facts/dialect.ts";
import { importEdge } from "./resolve/import-edge.ts";
import { FileSets } from "./resolve/file-sets.ts";
import { FileLookup, type Importer } from "./resolve/file-lookup.ts";
import { withDoubts } from "./resolve/doubts.ts";
import { fromFramework } from "./resolve/framework-modules.ts";
import { joinPath } from "./resolve/join-path.ts";
import { type Manifest } from "./manifests/manifest.ts";
import { LoaderNames } from "./resolve/loader-names.ts";
import { nodeBuiltin } from "./resolve/node-builtins.ts";
import { suffixedPaths } from "./resolve/module-suffixes.ts";
import { missing, type Outcome, provided, reached } from "./resolve/outcome.ts";
import { PackageImports } from "./resolve/package-imports.ts";
import { type PackageSpecifier, splitPackageSpecifier } from "./resolve/package-name.ts";
import { Packages } from "./resolve/packages.ts";
import { RepositoryPackages } from "./resolve/repository-packages.ts";
import { readSpecifier } from "./resolve/specifier.ts";
import { soften, wantedBy } from "./resolve/rare-imports.ts";
import { type TsConfig, TsConfigs } from "./resolve/tsconfigs.ts";

export class JavaScriptResolver implements ImportResolver {
  readonly #packages: Packages;
  readonly #tsconfigs: TsConfigs;
  readonly #lookup: FileLookup;
  readonly #aliases: ConfigAliases;
  readonly #browser: BrowserFields;
  readonly #absent: AbsentFiles;
  readonly #configured: ConfiguredPaths;
  readonly #declared: DeclaredPackages;
  readonly #repository: RepositoryPackages;
  readonly #internals: PackageImports;
  readonly #loaders: LoaderNames;
  readonly #facts: ReadonlyMap<string, FileFacts>;
  readonly #ambient: AmbientModules;
  readonly #fileSets: FileSets;
  readonly #conditions: readonly string[];
  /** Answers by directory, governing configurations and way of asking, then by specifier: many files ask for the same. */
  readonly #answers = new Map<string, Map<string, Outcome | undefined>>();

  constructor({ files, manifests: all, projects, facts }: Workspace<Manifest>) {
    const manifests = withoutDeno(all);
    this.#packages = new Packages(manifests.filter((each) => each.kind === "package"));
    this.#tsconfigs = new TsConfigs(
      manifests.filter((each) => each.kind === "tsconfig"),
      (name) => this.#packages.named(name)[0]?.directory,
    );
    const libraries = manifests.filter((each) => each.kind === "angular-library");
    const outputs = new BuildOutputs(files, this.#packages, this.#tsconfigs, libraries);
    this.#lookup = new FileLookup(files, this.#packages, outputs);
    const tools = manifests.filter((each) => each.kind === "tool");
    this.#aliases = new ConfigAliases([...tools, ...this.#packages.all]);
    this.#browser = new BrowserFields(this.#packages, this.#lookup);
    this.#absent = new AbsentFiles(files, outputs, tools);
    this.#configured = new ConfiguredPaths(files, this.#lookup, this.#absent);
    const unread = new Set(manifests.flatMap((each) => (each.kind === "unread-lock" ? each.directory : [])));
    this.#declared = new DeclaredPackages(projects, this.#packages, unread, tools);
    const linked = manifests.filter((each) => each.kind === "pnp");
    this.#repository = new RepositoryPackages(this.#packages, this.#declared, this.#lookup, linked);
    this.#internals = new PackageImports(this.#lookup, this.#absent);
    this.#facts = facts;
    this.#conditions = manifests.flatMap((each) => (each.kind === "conditions" ? each.conditions : []));
    this.#loaders = new LoaderNames(facts, this.#lookup, (directory) => this.#declared.projectOf(directory));
    this.#fileSets = new FileSets(files);
    this.#ambient = new AmbientModules(facts, (file) => this.#declared.projectOf(directoryOf(file))?.directory ?? "");
  }

  resolve(path: string, facts: FileFacts): readonly ResolvedImport[] {
    if (facts.imports.length === 0) return [];
    const configs = this.#tsconfigs.governing(path);
    const askers = new Map<Way, Asker>();
    return facts.imports
      .flatMap((fact) => {
        const way = wayOf(fact);
        let asker = askers.get(way);
        if (asker === undefined) askers.set(way, (asker = this.#asker(path, configs, way)));
        if (fact.kind !== "glob") {
          const resolved = this.#resolveOne(path, fact, asker);
          return resolved === undefined ? [] : [resolved, ...this.#browser.instead(path, fact, resolved)];
        }
        const reachedFiles = this.#fileSets.reached(path, fact, asker);
        return reachedFiles.map((file) => importEdge(fact, reached({ path: file, confidence: "inferred" })));
      })
      .map((resolved) => withDoubts(resolved, path, facts));
  }

  diagnostics(): readonly Diagnostic[] {
    return this.#fileSets.diagnostics;
  }

  typeImports(path: string): TypeImports {
    return this.#tsconfigs.governing(path)[0]?.typeImports ?? "erased";
  }

  find(name: string, from: string): string | undefined {
    const target = this.#ask(name, this.#asker(from, this.#tsconfigs.governing(from), "import"))?.target;
    return target?.kind === "file" ? target.path : undefined;
  }

  #asker(path: string, configs: readonly TsConfig[], way: Way): Asker {
    const directory = directoryOf(path);
    const isTyped = dialectOf(path).typescript || this.#facts.get(path)?.dialect === "typescript";
    const importer: Importer = isTyped ? "typescript" : "javascript";
    const key = `${directory}\n${importer}\n${way}\n${configs.map(({ file }) => file).join("\n")}`;
    let answers = this.#answers.get(key);
    if (answers === undefined) this.#answers.set(key, (answers = new Map<string, Outcome | undefined>()));
    const project = this.#declared.projectOf(directory);
    return { directory, importer, conditions: conditionsOf(way, configs, this.#conditions), configs, project, answers };
  }

  #resolveOne(path: string, fact: ImportFact, asker: Asker): ResolvedImport | undefined {
    const isKnown = (name: string): boolean => this.#declared.knows(asker.project, name);
    const wanted = wantedBy(fact, isKnown);
    const named = fact.kind === "amd" ? this.#loaders.find(fact.specifier, asker.project) : undefined;
    const answer = named ?? soften(fact, this.#ask(wanted, asker), path, { lookup: this.#lookup, isKnown });
    const outcome = this.#declaredBy(fact.specifier, answer, path, asker) ?? answer;
    if (outcome === undefined) return undefined;
    return importEdge(fact, outcome, this.#declared.declaration(path, outcome, fact, asker));
  }

  /** What nothing else explains is what a script of TypeScript declares. */
  #declaredBy(specifier: string, answer: Outcome | undefined, path: string, asker: Asker): Outcome | undefined {
    const target = answer?.target;
    if (target !== undefined && target.kind !== "unresolved" && target.kind !== "package") return undefined;
    if (target?.kind === "unresolved" && target.generated !== undefined) return undefined;
    const found = this.#ambient.declares(specifier, path);
    if (found === undefined || found.file === path) return undefined;
    const name = target?.kind === "package" ? splitPackageSpecifier(specifier)?.name : undefined;
    const isKnown = name === undefined || this.#declared.knows(asker.project, name);
    if (target?.kind === "package" && (!found.isPattern || isKnown)) return undefined;
    return reached({ path: found.file, confidence: "inferred" });
  }

  #ask(specifier: string, asker: Asker): Outcome | undefined {
    const known = asker.answers.get(specifier);
    if (known !== undefined || asker.answers.has(specifier)) return known;
    const outcome = this.#answer(specifier, asker);
    asker.answers.set(specifier, outcome);
    return outcome;
  }

  #answer(written: string, asker: Asker): Outcome | undefined {
    const { specifier, byBundler } = readSpecifier(written);
    const outcome = ((): Outcome | undefined => {
      switch (specifier.kind) {
        case "relative":
          return this.#relative(specifier.path, written, asker);
        case "absolute":
          return this.#configured.rooted(specifier.path, asker);
        case "internal":
          return this.#internal(specifier.text, asker);
        case "bare":
          return this.#bare(specifier.text, asker);
        case "runtime":
          return { target: { kind: "builtin", name: specifier.name }, confidence: "exact" };
        case "elsewhere":
          return this.#framework(written, asker);
      }
    })();
    return outcome !== undefined && byBundler ? { ...outcome, confidence: "inferred" } : outcome;
  }

  #relative(specifier: string, written: string, asker: Asker): Outcome {
    const path = joinPath(asker.directory, specifier);
    if (path === undefined) return missing(written, "elsewhere");
    const installed = path.lastIndexOf("node_modules/");
    if (installed === 0 || path[installed - 1] === "/")
      return { ...this.#bare(path.slice(installed + "node_modules/".length), asker), confidence: "inferred" };
    // What ends with a slash or a dot can only be a directory.
    const isDirectory = /(^|\/)\.{0,2}$/.test(specifier);
    const paths = suffixedPaths(path, asker.configs);
    const found = isDirectory ? this.#lookup.folder(path, asker.importer) : this.#lookup.first(paths, asker.importer);
    if (found !== undefined) return reached(found);
    const twin = this.#configured.twin(path, asker);
    if (twin !== undefined) return twin;
    const reason = this.#absent.reason(this.#lookup.wanted(path, asker.importer));
    const absent = missing(path, "in-repo", reason, this.#lookup.near(path, asker.importer));
    return reason === undefined && isBundledAsset(path) ? { ...absent, confidence: "inferred" } : absent;
  }

  /** A mapping comes first, as TypeScript and bundlers have it. */
  #internal(specifier: string, asker: Asker): Outcome {
    const mapped = this.#configured.mapped(specifier, asker);
    if (mapped !== undefined && mapped.target.kind === "file") return mapped;
    const target = this.#internals.find(specifier, this.#packages.around(asker.directory), asker);
    if (target === undefined) return this.#elsewhere(specifier, asker, mapped);
    return typeof target === "string" ? this.#bare(target, asker) : target;
  }

  #bare(specifier: string, asker: Asker): Outcome {
    const mapped = this.#configured.mapped(specifier, asker);
    if (mapped?.target.kind === "file") return mapped;
    const builtin = nodeBuiltin(specifier);
    if (builtin !== undefined) return { target: { kind: "builtin", name: `node/${builtin}` }, confidence: "exact" };
    const based = this.#configured.based(specifier, asker);
    if (based !== undefined) return based;
    const alias = this.#aliases.find(specifier, asker.directory, (path) => this.#lookup.locate(path, asker.importer));
    if (alias !== undefined) return reached(alias);
    const wanted = splitPackageSpecifier(specifier);
    // https://webpack.js.org/loaders/sass-loader/#resolving-import-at-rules: `~x` is the package x.
    if (wanted === undefined || wanted.name === "~") return this.#elsewhere(specifier, asker, mapped);
    if (wanted.name.startsWith("~")) {
      const name = splitPackageSpecifier(specifier.slice(1))?.name;
      const isKnown = name !== undefined && this.#declared.knows(asker.project, name);
      if (!isKnown) return this.#elsewhere(specifier, asker, mapped);
      return { ...this.#bare(specifier.slice(1), asker), confidence: "inferred" };
    }
    const real = this.#declared.aliased(asker.project, wanted.name);
    if (real !== undefined) return provided(real, "exact");
    return this.#fromRepository(wanted, specifier, asker) ?? this.#installed(wanted, specifier, mapped, asker);
  }

  /** PACKAGE_SELF_RESOLVE, and packages that the repository holds itself. */
  #fromRepository(wanted: PackageSpecifier, specifier: string, asker: Asker): Outcome | undefined {
    const own = this.#packages.around(asker.directory);
    const repository =
      own?.name === wanted.name ? this.#repository.own(own) : this.#repository.find(wanted.name, asker.project);
    if (repository === undefined) return undefined;
    const { manifest, isLinked } = repository;
    const isOwn = this.#declared.projectOf(manifest.directory) === asker.project;
    const declared = isOwn ? {} : { name: wanted.name, inRepo: true };
    const found = this.#repository.locate(repository, wanted, asker);
    if (found !== undefined) return { ...reached(found), ...declared };
    // A package without an entry in the checkout still is what is asked for: it provides itself.
    if (wanted.subpath === ".") return provided(wanted.name, repository.confidence, declared);
    const paths = this.#repository.wanted(manifest, wanted.subpath);
    const reason = this.#absent.reason(paths.flatMap((path) => this.#lookup.wanted(path, asker.importer)));
    const near = this.#lookup.nearest(paths, asker.importer);
    const absent = { ...missing(specifier, "in-repo", reason, near), ...declared };
    // What is published under the name need not be what is here, nor what could be read of a broken file what was meant.
    return isLinked && manifest.isBroken !== true ? absent : { ...absent, confidence: "inferred" };
  }

  /** What a registry has: unless nobody asks for it and something here explains the name. */
  #installed(wanted: PackageSpecifier, specifier: string, mapped: Outcome | undefined, asker: Asker): Outcome {
    const { name } = wanted;
    if (this.#declared.knows(asker.project, name)) return provided(name, "exact");
    const framework = this.#framework(specifier, asker);
    if (framework !== undefined) return framework;
    const isHere = this.#packages.named(name).length > 0;
    const isCustomary = !isHere && isCustomaryAlias(specifier);
    const customary = isCustomary ? this.#configured.customary(specifier, asker) : undefined;
    if (customary !== undefined) return customary;
    const alias = this.#configured.installed(specifier, asker);
    const aliased = alias === undefined ? undefined : splitPackageSpecifier(alias);
    if (alias !== undefined && aliased !== undefined && this.#declared.knows(asker.project, aliased.name)) {
      const there = this.#fromRepository(aliased, alias, asker);
      return { ...(there ?? provided(aliased.name, "declared")), confidence: "declared" };
    }
    return (
      mapped ??
      this.#configured.ownDirectory(specifier, asker) ??
      this.#configured.generated(specifier, asker) ??
      this.#configured.beside(specifier, asker, this.#tsconfigs) ??
      // Nobody asks for it, and here is a package of that name: something may link it that is not known.
      (isCustomary ? missing(specifier, "elsewhere") : provided(name, isHere ? "inferred" : "exact"))
    );
  }

  #framework(specifier: string, { project }: Asker): Outcome | undefined {
    return fromFramework(specifier, (name) => this.#declared.knows(project, name));
  }

  /** What is no package and nothing of the repository. */
  #elsewhere(specifier: string, asker: Asker, mapped: Outcome | undefined): Outcome {
    const known = this.#framework(specifier, asker) ?? this.#configured.customary(specifier, asker);
    return known ?? mapped ?? missing(specifier, "elsewhere");
  }
}
