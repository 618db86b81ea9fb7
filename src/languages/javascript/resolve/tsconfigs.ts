/**
 * What tsconfig.json files say once inheritance is worked out, and which of them speak for a file.
 * @see https://www.typescriptlang.org/tsconfig/#extends
 */
import { directoryOf } from "../../../model/directory-of.ts";
import type { Diagnostic } from "../../../model/diagnostic.ts";
import { below, joinPath } from "./join-path.ts";
import { type PathMapping, type TsConfigManifest } from "../manifests/manifest.ts";
import type { TypeImports } from "../../../model/resolution.ts";
import { IncludedFiles } from "./included-files.ts";
import { typeImportsUnder } from "./type-imports.ts";

/** A mapping with the directory from which its targets are counted. */
export interface PlacedMapping extends PathMapping {
  readonly base: string;
}

/** One configuration with everything it inherits. All paths are from the root of the repository. */
export interface TsConfig {
  readonly file: string;
  readonly directory: string;
  readonly baseUrl?: string;
  readonly paths: readonly PlacedMapping[];
  readonly rootDirs: readonly string[];
  readonly moduleSuffixes: readonly string[];
  readonly customConditions: readonly string[];
  /** Where it writes what it compiles: `outDir`, `declarationDir`. */
  readonly outputs: readonly string[];
  /** Where what it compiles may be counted from, likeliest first. */
  readonly sources: readonly string[];
  readonly included: IncludedFiles;
  readonly typeImports: TypeImports;
  /** Files of the configurations that it refers to. */
  readonly references: readonly string[];
}

/** More links of `extends` than anyone makes. */
const maxChain = 100;

export class TsConfigs {
  readonly all: readonly TsConfig[];
  readonly diagnostics: readonly Diagnostic[];
  readonly #byFile: ReadonlyMap<string, TsConfig>;
  readonly #inDirectory = new Map<string, TsConfig[]>();
  /** Those that include files outside of their own directory. */
  readonly #outward: readonly TsConfig[];

  /** @param packageDirectory where the repository keeps the package of a name */
  constructor(
    manifests: readonly TsConfigManifest[],
    packageDirectory: (name: string) => string | undefined = () => undefined,
  ) {
    const written = new Map(manifests.map((manifest) => [manifest.file, manifest]));
    const diagnostics: Diagnostic[] = [];
    this.all = manifests.map((manifest) =>
      inherit(linearize(manifest, written, packageDirectory, diagnostics), manifest),
    );
    for (const [at, manifest] of manifests.entries()) diagnostics.push(...outsideTargets(manifest, this.all[at]));
    this.#byFile = new Map(this.all.map((config) => [config.file, config]));
    this.diagnostics = diagnostics;
    for (const config of this.all) {
      const siblings = this.#inDirectory.get(config.directory);
      if (siblings === undefined) this.#inDirectory.set(config.directory, [config]);
      else siblings.push(config);
    }
    this.#outward = this.all.filter((config) => config.included.reachesOut(config.directory));
    for (const siblings of this.#inDirectory.values()) siblings.sort((a, b) => rank(a) - rank(b));
  }

  /**
   * The configurations that speak for a file, first the one that decides: those of the nearest directory upward of which
   * one includes it, `tsconfig.json` and what it refers to before others. When none includes it, one elsewhere that does;
   * else the nearest `tsconfig.json` all the same: tests and tools run with it.
   */
  governing(path: string): readonly TsConfig[] {
    let nearest: TsConfig | undefined;
    for (let directory = directoryOf(path); ; directory = directoryOf(directory)) {
      const here = this.#inDirectory.get(directory);
      if (here !== undefined) {
        const covering = this.#withReferences(here).filter((config) => config.included.covers(path));
        if (covering.length > 0) return covering;
        nearest ??= here.find((config) => rank(config) === 0);
      }
      if (directory !== "") continue;
      const outward = this.#outward.filter((config) => config.included.covers(path));
      if (outward.length > 0) return outward;
      return nearest === undefined ? [] : [nearest];
    }
  }

  /** The configurations in a directory and below it. */
  within(directory: string): readonly TsConfig[] {
    return this.all.filter((config) => below(directory, config.directory) !== undefined);
  }

  #withReferences(configs: readonly TsConfig[]): readonly TsConfig[] {
    const all = new Set<TsConfig>();
    for (const config of configs) {
      all.add(config);
      for (const file of config.references) {
        const referred = this.#byFile.get(file) ?? this.#byFile.get(`${file}/tsconfig.json`);
        if (referred !== undefined) all.add(referred);
      }
    }
    return [...all];
  }
}

function rank(config: TsConfig): number {
  return /(^|\/)[jt]sconfig\.json$/.test(config.file) ? 0 : 1;
}

/** A configuration after all that it extends, in the order in which later ones override. */
function linearize(
  manifest: TsConfigManifest,
  written: ReadonlyMap<string, TsConfigManifest>,
  packageDirectory: (name: string) => string | undefined,
  diagnostics: Diagnostic[],
): readonly TsConfigManifest[] {
  const order: TsConfigManifest[] = [];
  const open = new Set<string>();
  const visit = (current: TsConfigManifest): void => {
    open.add(current.file);
    for (const { text, line, column } of current.extends) {
      const base = extended(current, text, written, packageDirectory);
      if (base === undefined || open.size > maxChain || order.length > maxChain) continue;
      if (!open.has(base.file)) visit(base);
      else if (base === manifest) {
        const message = `"extends" runs in a circle: "${text}" comes back to this file`;
        const known = diagnostics.some((each) => each.file === current.file && each.line === line);
        if (!known) diagnostics.push({ code: "manifest", file: current.file, line, column, message });
      }
    }
    open.delete(current.file);
    order.push(current);
  };
  visit(manifest);
  return order;
}

function extended(
  from: TsConfigManifest,
  text: string,
  written: ReadonlyMap<string, TsConfigManifest>,
  packageDirectory: (name: string) => string | undefined,
): TsConfigManifest | undefined {
  let path: string | undefined;
  if (/^\.\.?(\/|$)/.test(text)) path = joinPath(from.directory, text);
  else {
    const parts = text.split("/");
    const length = text.startsWith("@") ? 2 : 1;
    const directory = packageDirectory(parts.slice(0, length).join("/"));
    path = directory === undefined ? undefined : joinPath(directory, parts.slice(length).join("/"));
  }
  if (path === undefined) return undefined;
  return written.get(path) ?? written.get(`${path}.json`) ?? written.get(joinPath(path, "tsconfig.json") ?? path);
}

function inherit(chain: readonly TsConfigManifest[], leaf: TsConfigManifest): TsConfig {
  /** The last that says something, with paths made from the root. */
  const last = <T>(pick: (manifest: TsConfigManifest) => T | undefined): [T, TsConfigManifest] | undefined => {
    const from = chain.findLast((manifest) => pick(manifest) !== undefined);
    const value = from === undefined ? undefined : pick(from);
    return from === undefined || value === undefined ? undefined : [value, from];
  };
  const place = (text: string, from: TsConfigManifest): string | undefined => {
    const template = "${configDir}";
    if (!text.startsWith(template)) return joinPath(from.directory, text);
    return joinPath(leaf.directory, text.slice(template.length).replace(/^\/+/, ""));
  };
  const one = (pick: (manifest: TsConfigManifest) => string | undefined): string | undefined => {
    const found = last(pick);
    return found === undefined ? undefined : place(...found);
  };
  const many = (pick: (manifest: TsConfigManifest) => readonly string[] | undefined): readonly string[] | undefined => {
    const found = last(pick);
    return found?.[0].flatMap((text) => place(text, found[1]) ?? []);
  };
  const baseUrl = one((manifest) => manifest.baseUrl);
  const paths = last((manifest) => manifest.paths);
  const pathsBase = baseUrl ?? paths?.[1].directory ?? leaf.directory;
  const written = [one((manifest) => manifest.outDir), one((manifest) => manifest.declarationDir)];
  const outputs = written.flatMap((output) => output ?? []);
  const include = many((manifest) => manifest.include);
  const included = new IncludedFiles({
    directory: leaf.directory,
    files: many((manifest) => manifest.files),
    include,
    exclude: many((manifest) => manifest.exclude),
    outputs,
  });
  const rootDir = one((manifest) => manifest.rootDir);
  const sources = rootDir === undefined ? [...included.bases, leaf.directory] : [rootDir];
  return {
    file: leaf.file,
    directory: leaf.directory,
    ...(baseUrl === undefined ? {} : { baseUrl }),
    paths: (paths?.[0] ?? []).map(({ pattern, targets }) => ({
      pattern,
      targets: targets.map((target) => placeTarget(target, leaf)),
      base: pathsBase,
    })),
    rootDirs: many((manifest) => manifest.rootDirs) ?? [],
    moduleSuffixes: last((manifest) => manifest.moduleSuffixes)?.[0] ?? [],
    customConditions: last((manifest) => manifest.customConditions)?.[0] ?? [],
    // Where sources and outputs share a directory the names alone tell them apart.
    outputs: outputs.filter((output) => below(output, leaf.directory) === undefined),
    sources,
    included,
    typeImports: typeImportsUnder(Object.assign({}, ...chain)),
    references: leaf.references.flatMap((reference) => joinPath(leaf.directory, reference) ?? []),
  };
}

/** `${configDir}/x` of a target as a path that counts from the root whatever the base is. */
function placeTarget(target: string, leaf: TsConfigManifest): string {
  return target.startsWith("${configDir}") ? `/${leaf.directory}${target.slice("${configDir}".length)}` : target;
}

/** Targets of `paths` that lead out of the repository, where nothing is read. */
function outsideTargets({ file, paths }: TsConfigManifest, config: TsConfig | undefined): readonly Diagnostic[] {
  return (paths ?? []).flatMap(({ pattern, places = [] }) => {
    const base = config?.paths.find((each) => each.pattern === pattern)?.base;
    if (base === undefined) return [];
    return places
      .filter(({ text }) => !text.startsWith("${configDir}") && joinPath(base, text) === undefined)
      .map(({ text, line, column }) => {
        const message = `"paths" maps "${pattern}" to "${text}", out of the repository: nothing is read there`;
        return { code: "manifest" as const, file, line, column, message };
      });
  });
}
