/**
 * What the imports and names of a Java file mean.
 * @see https://docs.oracle.com/javase/specs/jls/se25/html/jls-7.html#jls-7.5
 */
import type { FileIndex } from "../../files/file-index.ts";
import type { FileFacts, ImportFact, ReferenceFact } from "../../model/facts.ts";
import type { Declaration, ImportResolver, ResolvedImport, Target } from "../../model/resolution.ts";
import type { Workspace } from "../language.ts";
import type { Project } from "../../model/project.ts";
import { javaBuilds } from "./projects.ts";
import type { JavaBuild } from "./projects/build.ts";
import { dialectGaps } from "./dialects/gaps.ts";
import { ClassIndex, type Chosen, type ClassFile, sight } from "./resolve/class-index.ts";
import { dialectImports } from "./resolve/dialect-imports.ts";
import { ExternalPackages } from "./resolve/external.ts";
import { GeneratedTypes } from "./resolve/generated.ts";
import { isJdkModule } from "./resolve/jdk.ts";
import { LoadedNames } from "./resolve/loaded.ts";
import type { JavaManifest } from "./manifests/manifest.ts";
import { type Module, Modules } from "./resolve/modules.ts";
import { MemberTypes } from "./resolve/member-types.ts";
import { splitQualified } from "./resolve/qualified.ts";
import { NamedModules } from "./resolve/named-modules.ts";
import { type NameResolver, referencesOf } from "./resolve/references.ts";
import { type Answer, makeResolved, toExternal } from "./resolve/resolved.ts";
import { lastPart } from "./resolve/scopes.ts";

export function javaResolver({ files, manifests, projects, facts }: Workspace<JavaManifest>): ImportResolver {
  const settled = new Map(projects.map((project) => [project.id, project]));
  const builds = javaBuilds(manifests, files).builds.map((build) => settledBuild(build, settled.get(build.project.id)));
  const told = manifests.flatMap((each) => (each.kind === "told-artifacts" ? [...each.byPackage] : []));
  const modules = new Modules(builds);
  const classes = new ClassIndex(facts, modules);
  const external = new ExternalPackages(modules, classes, new Map(told));
  const resolver = new JavaResolver(modules, classes, external, facts, files);
  const gaps = dialectGaps([...facts.keys()]);
  return {
    diagnostics: () => gaps,
    resolve: (path, fileFacts) => resolver.resolve(path, fileFacts),
    find(name, from) {
      const candidates = classes.binary(name) ?? classes.qualified(name);
      return candidates === undefined ? undefined : classes.choose(candidates, classes.file(from))?.file.path;
    },
  };
}

/** Users may have named source roots since the builds were read. */
function settledBuild(build: JavaBuild, project: Project | undefined): JavaBuild {
  return project === undefined || project === build.project ? build : { ...build, project };
}

class JavaResolver implements NameResolver {
  readonly classes: ClassIndex;
  readonly memberTypes: MemberTypes;
  readonly namedModules: NamedModules;
  readonly #modules: Modules;
  readonly #external: ExternalPackages;
  readonly #generated: GeneratedTypes;
  readonly #loaded: LoadedNames;

  constructor(
    modules: Modules,
    classes: ClassIndex,
    external: ExternalPackages,
    facts: ReadonlyMap<string, FileFacts>,
    files: FileIndex,
  ) {
    this.#modules = modules;
    this.classes = classes;
    this.memberTypes = new MemberTypes(classes, facts);
    this.namedModules = new NamedModules(facts, classes);
    this.#external = external;
    this.#generated = new GeneratedTypes(modules, classes, files);
    this.#loaded = new LoadedNames(classes, external, files);
  }

  resolve(path: string, facts: FileFacts): readonly ResolvedImport[] {
    const from = this.classes.file(path);
    if (from.foreign) return dialectImports(from, facts, { classes: this.classes, external: this.#external });
    const out: { readonly start: number; readonly resolved: ResolvedImport }[] = [];
    for (const each of facts.imports) {
      if (each.kind === "dynamic" || each.kind === "dotted-path") {
        const loaded = this.#loaded.resolve(from, each, (file, chosen) => this.toFile(file, chosen));
        if (loaded !== undefined) out.push({ start: each.start, resolved: loaded });
        continue;
      }
      const resolved = this.#import(from, each);
      if (resolved !== undefined) out.push({ start: each.start, resolved });
      for (const owner of this.#owners(from, each)) out.push({ start: each.start, resolved: owner });
    }
    out.push(...referencesOf(this, from, facts), ...this.#splits(from));
    // References come after imports in any file that compiles; others keep the order of the text as well.
    return out.sort((a, b) => a.start - b.start).map(({ resolved }) => resolved);
  }

  #import(from: ClassFile, fact: ImportFact): ResolvedImport | undefined {
    const { specifier, kind } = fact;
    if (specifier.startsWith("module ")) return this.#module(from, fact);
    const onDemand = kind === "on-demand" || kind === "static-on-demand";
    const shown = onDemand ? `${specifier}.*` : specifier;
    const make = (answer: Answer): ResolvedImport => makeResolved("imports", shown, fact, answer);
    const candidates = this.classes.qualified(specifier);
    const chosen = candidates === undefined ? undefined : this.classes.choose(candidates, from);
    if (chosen !== undefined) {
      return chosen.file.path === from.path ? undefined : make(this.toFile(from, chosen));
    }
    // A package of the repository imported on demand is an edge to each type used through it: see references.
    if (kind === "on-demand" && this.#sees(from, specifier)) return undefined;
    const { packageName, className } = splitQualified(specifier, kind);
    const external = this.#external.resolve(from.module, packageName, className);
    if (external !== undefined) return make(toExternal(external));
    if (kind === "on-demand" && this.classes.package(specifier) !== undefined) return undefined;
    return make(this.#unresolved(from, shown, packageName, className));
  }

  /** A module of the repository or of the JDK; what others are called is written in jars alone. */
  #module(from: ClassFile, fact: ImportFact): ResolvedImport | undefined {
    const { specifier } = fact;
    const make = (answer: Answer): ResolvedImport => makeResolved("imports", specifier, fact, answer);
    const declared = this.namedModules.named(specifier, from);
    if (declared !== undefined) return declared.file === from ? undefined : make(this.toFile(from, declared));
    const name = specifier.slice("module ".length);
    if (!isJdkModule(name)) return undefined;
    return make({ target: { kind: "builtin", name: `java/module:${name}` }, confidence: "exact" });
  }

  /** A package that a module reads in two places leads to both. */
  #splits(from: ClassFile): readonly { readonly start: number; readonly resolved: ResolvedImport }[] {
    return this.namedModules.splits(from).map(({ name, directive, first, second }) => {
      const { start, line, column } = directive;
      const target: Target = { kind: "file", path: second.path };
      const answer: Answer = { target, confidence: "exact", rival: first.path };
      return { start, resolved: makeResolved("imports", `package ${name}`, { line, column, typeOnly: true }, answer) };
    });
  }

  /** Of an imported member type that a type only inherits: the file that declares it. */
  #owners(from: ClassFile, fact: ImportFact): readonly ResolvedImport[] {
    const { specifier } = fact;
    if (!this.memberTypes.isNested(lastPart(specifier))) return [];
    const [first, ...rest] = this.memberTypes.qualified(from, specifier);
    const files = new Set(rest.map(({ file }) => file).filter((file) => file !== first?.file && file !== from));
    return [...files].flatMap((file) => {
      const chosen = this.classes.choose([file], from);
      return chosen === undefined ? [] : makeResolved("imports", specifier, fact, this.toFile(from, chosen));
    });
  }

  /** A qualified name in code, when it leads to something that is certain to exist. */
  qualifiedReference(from: ClassFile, reference: ReferenceFact): ResolvedImport | undefined {
    const candidates = this.classes.qualified(reference.name);
    if (candidates !== undefined) {
      const chosen = this.classes.choose(candidates, from);
      if (chosen === undefined || chosen.sight === sight.hidden || chosen.file.path === from.path) return undefined;
      return makeResolved("references", reference.name, reference, this.toFile(from, chosen));
    }
    const { packageName, className } = splitQualified(reference.name, "import");
    if (className === "" || !packageName.includes(".")) return undefined;
    const external = this.#external.resolve(from.module, packageName, className);
    // `a.b.C` may as well be a field of a field: only what the module asks for is believed.
    if (external?.kind !== "package" || external.confidence !== "declared") return undefined;
    return makeResolved("imports", reference.name, reference, toExternal(external));
  }

  /** An edge to a file of the repository, with what its module must declare for it. */
  toFile(from: ClassFile, { file, sight: seen, rival }: Chosen): Answer {
    const declaration = this.#declaration(from, file.module);
    const sure = seen < sight.near && !file.foreign;
    return {
      target: { kind: "file", path: file.path },
      confidence: sure ? "exact" : "inferred",
      ...(rival === undefined ? {} : { rival: rival.path }),
      ...(declaration === undefined ? {} : { declaration }),
    };
  }

  #declaration({ module }: ClassFile, target: Module): Declaration | undefined {
    const name = target.builds.find(({ project }) => project.package !== undefined)?.project.package;
    if (module === target || module.builds.length === 0 || name === undefined) return undefined;
    const how = this.#modules.reach(module).get(target);
    const complete = module.builds.every((build) => build.complete);
    // What a Gradle project keeps to itself cannot be compiled against: when not all is read, another way may be there.
    const hidden = how === "transitive" && !complete && module.builds.some(({ exported }) => exported !== undefined);
    if (how !== undefined) return { package: name, state: hidden ? "unknown" : how };
    return { package: name, state: complete && !this.#modules.asksForKin(module, name) ? "undeclared" : "unknown" };
  }

  /** Whether a file sees any type of a package. */
  #sees(from: ClassFile, packageName: string): boolean {
    const types = this.classes.package(packageName);
    if (types === undefined) return false;
    for (const candidates of types.values()) {
      const chosen = this.classes.choose(candidates, from);
      if (chosen !== undefined && chosen.sight < sight.hidden) return true;
    }
    return false;
  }

  #unresolved(from: ClassFile, shown: string, packageName: string, className: string): Answer {
    const { module } = from;
    const generated = this.#generated.reason(module, packageName, className);
    const inRepo =
      generated === undefined &&
      module.builds.length > 0 &&
      module.builds.every((build) => build.complete) &&
      this.#sees(from, packageName) &&
      !this.classes.isMixed(packageName);
    return {
      target: { kind: "unresolved", name: `java/${shown}`, inRepo, ...(generated === undefined ? {} : { generated }) },
      confidence: inRepo ? "exact" : "inferred",
    };
  }
}
