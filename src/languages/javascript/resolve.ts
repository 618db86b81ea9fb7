/**
 * From module specifiers to what they mean: a file of the repository, a package, a builtin of Node, or nothing.
 * @see https://nodejs.org/api/esm.html#resolution-algorithm-specification
 * @see https://www.typescriptlang.org/docs/handbook/modules/reference.html
 */
import type { FileFacts, ImportFact } from "../../model/facts.ts";
import type { Project } from "../../model/project.ts";
import { purl } from "../../model/purl.ts";
import type { Confidence, Declaration, ImportResolver, ResolvedImport } from "../../model/resolution.ts";
import type { Workspace } from "../language.ts";
import { AbsentFiles } from "./resolve/absent-files.ts";
import { BuildOutputs } from "./resolve/build-outputs.ts";
import { DeclaredPackages } from "./resolve/declared-packages.ts";
import { customaryPaths, ownDirectoryPaths } from "./resolve/customary-paths.ts";
import { dialectOf } from "./facts/dialect.ts";
import { FileLookup, type Importer, type Located } from "./resolve/file-lookup.ts";
import { joinPath } from "./resolve/join-path.ts";
import { directoryOf, type Manifest } from "./manifests/manifest.ts";
import { nodeBuiltin } from "./resolve/node-builtins.ts";
import { missing, type Outcome, reached } from "./resolve/outcome.ts";
import { importTargets } from "./resolve/package-exports.ts";
import { splitPackageSpecifier } from "./resolve/package-name.ts";
import { Packages } from "./resolve/packages.ts";
import { mappedPaths, rootDirPaths } from "./resolve/path-mappings.ts";
import { RepositoryPackages } from "./resolve/repository-packages.ts";
import { readSpecifier } from "./resolve/specifier.ts";
import { type TsConfig, TsConfigs } from "./resolve/tsconfigs.ts";

/** Who asks: everything that an answer may depend on. */
interface Asker {
  readonly directory: string;
  readonly importer: Importer;
  readonly conditions: ReadonlySet<string>;
  readonly configs: readonly TsConfig[];
  readonly project: Project | undefined;
  /** Answers by specifier, shared by all files that ask the same way from the same place. */
  readonly answers: Map<string, Outcome | undefined>;
}

/** Conditions by how a module is asked for, and whether only its types are. */
const conditionSets = {
  import: new Set(["import", "module-sync", "node-addons", "node"]),
  require: new Set(["require", "module-sync", "node-addons", "node"]),
  importTypes: new Set(["types", "import", "node-addons", "node"]),
  requireTypes: new Set(["types", "require", "node-addons", "node"]),
} as const;
type ConditionSet = keyof typeof conditionSets;

export class JavaScriptResolver implements ImportResolver {
  readonly #packages: Packages;
  readonly #tsconfigs: TsConfigs;
  readonly #lookup: FileLookup;
  readonly #absent: AbsentFiles;
  readonly #declared: DeclaredPackages;
  readonly #repository: RepositoryPackages;
  /** Answers by directory, governing configurations and way of asking, then by specifier: many files ask for the same. */
  readonly #answers = new Map<string, Map<string, Outcome | undefined>>();

  constructor({ files, manifests, projects }: Workspace<Manifest>) {
    this.#packages = new Packages(manifests.filter((each) => each.kind === "package"));
    this.#tsconfigs = new TsConfigs(
      manifests.filter((each) => each.kind === "tsconfig"),
      (name) => this.#packages.named(name)[0]?.directory,
    );
    const libraries = manifests.filter((each) => each.kind === "angular-library");
    const outputs = new BuildOutputs(files, this.#packages, this.#tsconfigs, libraries);
    this.#lookup = new FileLookup(files, this.#packages, outputs);
    this.#absent = new AbsentFiles(files, outputs);
    this.#declared = new DeclaredPackages(projects, this.#packages);
    this.#repository = new RepositoryPackages(this.#packages, this.#declared, this.#lookup);
  }

  resolve(path: string, facts: FileFacts): readonly ResolvedImport[] {
    if (facts.imports.length === 0) return [];
    const configs = this.#tsconfigs.governing(path);
    const askers = new Map<ConditionSet, Asker>();
    return facts.imports.flatMap((fact) => {
      const way = wayOf(fact);
      let asker = askers.get(way);
      if (asker === undefined) askers.set(way, (asker = this.#asker(path, configs, way)));
      return this.#resolveOne(path, fact, asker) ?? [];
    });
  }

  find(name: string, from: string): string | undefined {
    const target = this.#ask(name, this.#asker(from, this.#tsconfigs.governing(from), "import"))?.target;
    return target?.kind === "file" ? target.path : undefined;
  }

  #asker(path: string, configs: readonly TsConfig[], way: ConditionSet): Asker {
    const directory = directoryOf(path);
    const importer: Importer = dialectOf(path).typescript ? "typescript" : "javascript";
    const key = `${directory}\n${importer}\n${way}\n${configs.map(({ file }) => file).join("\n")}`;
    let answers = this.#answers.get(key);
    if (answers === undefined) this.#answers.set(key, (answers = new Map<string, Outcome | undefined>()));
    const project = this.#declared.projectOf(directory);
    return { directory, importer, conditions: conditionSets[way], configs, project, answers };
  }

  #resolveOne(path: string, fact: ImportFact, asker: Asker): ResolvedImport | undefined {
    const outcome = this.#ask(fact.specifier, asker);
    if (outcome === undefined) return undefined;
    const declaration = this.#declaration(path, outcome, fact, asker);
    const { specifier, names, line, column, typeOnly, dynamic, optional, local } = fact;
    return {
      edge: "imports",
      target: outcome.target,
      specifier,
      names,
      line,
      column,
      typeOnly,
      dynamic,
      optional,
      local,
      confidence: outcome.confidence,
      ...(declaration === undefined ? {} : { declaration }),
    };
  }

  #declaration(
    from: string,
    { name, inRepo }: Outcome,
    { kind, typeOnly }: ImportFact,
    { project, importer }: Asker,
  ): Declaration | undefined {
    if (name === undefined || project === undefined) return undefined;
    const state = this.#declared.state(project, { name, from, typescript: importer === "typescript", typeOnly });
    // `require.resolve` may look from other directories (its `paths` option), and many only probe with it.
    const probes = kind === "require-resolve" && state !== "declared" && inRepo !== true;
    return { package: purl("npm", name), state: probes ? "unknown" : state };
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
          return this.#customary(specifier.path, asker);
        case "internal":
          return this.#internal(specifier.text, asker);
        case "bare":
          return this.#bare(specifier.text, asker);
        case "runtime":
          return { target: { kind: "builtin", name: specifier.name }, confidence: "exact" };
        case "elsewhere":
          return undefined;
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
    const found = isDirectory ? this.#directory(path, asker) : this.#lookup.locate(path, asker.importer);
    if (found !== undefined) return reached(found);
    for (const config of asker.configs)
      for (const twin of rootDirPaths(config, path)) {
        const file = this.#lookup.locate(twin, asker.importer);
        if (file !== undefined) return reached(file, "declared");
      }
    return missing(path, "in-repo", this.#absent.reason(this.#lookup.wanted(path, asker.importer)));
  }

  #directory(path: string, { importer }: Asker): Located | undefined {
    const found = this.#lookup.directory(path, importer);
    return found === undefined ? this.#lookup.locate(`${path}/index`, importer) : { path: found, confidence: "exact" };
  }

  /** PACKAGE_IMPORTS_RESOLVE; a mapping of the same form comes first, as TypeScript and bundlers have it. */
  #internal(specifier: string, asker: Asker): Outcome {
    const mapped = this.#mapped(specifier, asker);
    if (mapped !== undefined && mapped.target.kind === "file") return mapped;
    const manifest = this.#packages.around(asker.directory);
    if (manifest?.imports === undefined) return mapped ?? missing(specifier, "elsewhere");
    const nodeFirst = importTargets(manifest.imports, specifier, (condition) => asker.conditions.has(condition));
    const any = importTargets(manifest.imports, specifier, () => true);
    const wanted: string[] = [];
    for (const target of [...nodeFirst.slice(0, 1), ...any]) {
      if (!target.startsWith("./")) return this.#bare(target, asker);
      const path = joinPath(manifest.directory, target);
      if (path === undefined) continue;
      const found = this.#lookup.locate(path, asker.importer);
      if (found !== undefined) return reached(found, target === nodeFirst[0] ? undefined : "inferred");
      wanted.push(path);
    }
    return missing(specifier, "in-repo", this.#absent.reason(wanted));
  }

  #bare(specifier: string, asker: Asker): Outcome {
    const mapped = this.#mapped(specifier, asker);
    if (mapped?.target.kind === "file") return mapped;
    const builtin = nodeBuiltin(specifier);
    if (builtin !== undefined) return { target: { kind: "builtin", name: `node/${builtin}` }, confidence: "exact" };
    const based = this.#fromBaseUrl(specifier, asker) ?? this.#customary(specifier, asker);
    if (based !== undefined) return based;
    const wanted = splitPackageSpecifier(specifier);
    // https://webpack.js.org/loaders/sass-loader/#resolving-import-at-rules: `~x` is the package x.
    if (wanted === undefined || wanted.name === "~") return mapped ?? missing(specifier, "elsewhere");
    if (wanted.name.startsWith("~")) {
      const name = splitPackageSpecifier(specifier.slice(1))?.name;
      if (name === undefined || !this.#isKnown(name, asker)) return mapped ?? missing(specifier, "elsewhere");
      return { ...this.#bare(specifier.slice(1), asker), confidence: "inferred" };
    }
    const own = this.#packages.around(asker.directory);
    const repository =
      own?.name === wanted.name
        ? { manifest: own, confidence: "exact" as const }
        : this.#repository.find(wanted.name, asker.project);
    const isOwn = repository !== undefined && this.#declared.projectOf(repository.manifest.directory) === asker.project;
    const declared = isOwn ? {} : { name: wanted.name, inRepo: repository !== undefined };
    if (repository !== undefined) {
      const found = this.#repository.locate(repository, wanted, asker);
      if (found !== undefined) return { ...reached(found), ...declared };
      const paths = this.#repository.wanted(repository.manifest, wanted.subpath);
      const reason = this.#absent.reason(paths.flatMap((path) => this.#lookup.wanted(path, asker.importer)));
      // A package without an entry in the checkout still is what is asked for: it provides itself.
      if (wanted.subpath !== ".") return { ...missing(specifier, "in-repo", reason), ...declared };
    } else if (!this.#isKnown(wanted.name, asker)) {
      const home = asker.project?.directory;
      const paths = home === undefined ? [] : ownDirectoryPaths(specifier, home);
      const found = mapped ?? this.#firstPresent(paths, asker.importer, "inferred");
      if (found !== undefined) return found;
    }
    return {
      target: { kind: "package", package: purl("npm", wanted.name) },
      confidence: repository?.confidence ?? "exact",
      ...declared,
    };
  }

  #isKnown(name: string, { project }: Asker): boolean {
    const wanted = purl("npm", name);
    return project !== undefined && (this.#declared.asks(project, wanted) || this.#declared.isLocked(project, wanted));
  }

  /** By `paths`: what is in the checkout first, then sources of build outputs; unresolved when none of the targets is there. */
  #mapped(specifier: string, { configs, importer }: Asker): Outcome | undefined {
    let absent: Outcome | undefined;
    for (const config of configs) {
      const mapping = mappedPaths(config, specifier);
      if (mapping === undefined) continue;
      const present = this.#firstPresent(mapping.paths, importer, "declared");
      if (present !== undefined) return present;
      for (const path of mapping.paths) {
        const found = this.#lookup.locate(path, importer);
        if (found !== undefined) return reached(found, "declared");
      }
      const speaks = mapping.isSpecific && !mapping.paths.some((path) => path.includes("node_modules/"));
      if (!speaks || absent !== undefined) continue;
      const wanted = mapping.paths.flatMap((path) => this.#lookup.wanted(path, importer));
      absent = missing(specifier, "in-repo", this.#absent.reason(wanted));
    }
    return absent;
  }

  #fromBaseUrl(specifier: string, { configs, importer }: Asker): Outcome | undefined {
    const paths = configs.flatMap(({ baseUrl }) => (baseUrl === undefined ? [] : (joinPath(baseUrl, specifier) ?? [])));
    return this.#firstPresent(paths, importer, "declared");
  }

  /** What no rule says and everybody writes: `@/x`, `/x`. */
  #customary(specifier: string, { project, importer }: Asker): Outcome | undefined {
    return this.#firstPresent(customaryPaths(specifier, project?.directory ?? ""), importer, "inferred");
  }

  #firstPresent(paths: readonly string[], importer: Importer, confidence: Confidence): Outcome | undefined {
    for (const path of paths) {
      const found = this.#lookup.present(path, importer);
      if (found !== undefined) return { target: { kind: "file", path: found }, confidence };
    }
    return undefined;
  }
}

function wayOf({ kind, typeOnly }: ImportFact): ConditionSet {
  const required = kind === "require" || kind === "require-resolve" || kind === "import-equals";
  return `${required ? "require" : "import"}${typeOnly ? "Types" : ""}`;
}
