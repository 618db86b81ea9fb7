/**
 * What is known of distributions and the modules that they install (`PyYAML` installs `yaml`), by data committed with the
 * product. The two are never the same word: a distribution is what pip installs, a module is what code imports.
 */
import { readKnowledge } from "../../../knowledge/index.ts";
import { normalizeName } from "../versions/distribution-name.ts";

/** `verified` and `corroborated` were seen in wheels or agree with maps kept by hand; `knowledge` is only believed. */
export type Support = "verified" | "corroborated" | "knowledge";

export interface KnownProvider {
  /** Normalised. */
  readonly distribution: string;
  readonly support: Support;
}

/** A module name that many distributions share: `google.cloud`. */
export interface NamespaceRule {
  /** Normalised names, `*` at the end of a family. */
  readonly distributions: readonly string[];
  /** Names below it that only divide it further: `cncf` of `airflow.providers.cncf.kubernetes`. */
  readonly divisions: readonly string[];
}

export interface ImportNames {
  /** The likeliest first. */
  readonly providers: ReadonlyMap<string, readonly KnownProvider[]>;
  readonly modules: ReadonlyMap<string, readonly { readonly module: string; readonly support: Support }[]>;
  readonly namespaces: ReadonlyMap<string, NamespaceRule>;
  /** Distributions that install something directly into a namespace: `google-cloud-core` into `google.cloud`. */
  readonly namespaceBases: ReadonlyMap<string, string>;
}

interface NamesFile {
  readonly entries: readonly {
    readonly distribution: string;
    readonly imports: readonly string[];
    readonly confidence: Support;
    readonly evidence?: Readonly<Record<string, readonly string[]>>;
  }[];
  readonly ambiguous: readonly {
    readonly import: string;
    readonly kind: "namespace" | "alternatives" | "stdlib-shadow";
    readonly distributions: readonly string[];
    readonly divisions?: readonly string[];
  }[];
}

let loaded: ImportNames | undefined;

/** Read at the first question. */
export function importNames(): ImportNames {
  loaded ??= load(
    readKnowledge("pypi-import-names") as NamesFile,
    readKnowledge("pypi-plain-names") as { readonly modules: readonly string[] },
  );
  return loaded;
}

function load(file: NamesFile, plain: { readonly modules: readonly string[] }): ImportNames {
  const providers = new Map<string, KnownProvider[]>();
  const modules = new Map<string, { module: string; support: Support }[]>();
  const namespaces = new Map<string, NamespaceRule>();
  const namespaceBases = new Map<string, string>();
  const add = (module: string, distribution: string, support: Support): void => {
    const list = providers.get(module) ?? [];
    if (list.some((each) => each.distribution === distribution)) return;
    providers.set(module, [...list, { distribution, support }]);
    modules.set(distribution, [...(modules.get(distribution) ?? []), { module, support }]);
  };
  for (const { import: module, kind, distributions, divisions = [] } of file.ambiguous) {
    if (kind === "namespace") namespaces.set(module, { distributions: distributions.map(normalizePattern), divisions });
  }
  const supportOf = new Map<string, Support>();
  for (const { distribution, imports, confidence, evidence } of file.entries) {
    for (const module of imports) {
      // An entry's confidence is that of its best import: one without evidence of its own is only believed.
      const support = evidence === undefined || Object.hasOwn(evidence, module) ? confidence : "knowledge";
      supportOf.set(`${module} ${normalizeName(distribution)}`, support);
    }
  }
  // Alternatives come first, in their own order of likelihood; each keeps the support of its entry.
  for (const { import: module, kind, distributions } of file.ambiguous) {
    if (kind !== "alternatives") continue;
    for (const name of distributions.map(normalizeName))
      add(module, name, supportOf.get(`${module} ${name}`) ?? "knowledge");
  }
  for (const { distribution, imports } of file.entries) {
    const name = normalizeName(distribution);
    for (const module of imports) {
      if (namespaces.has(module)) namespaceBases.set(module, name);
      else add(module, name, supportOf.get(`${module} ${name}`) ?? "knowledge");
    }
  }
  for (const module of plain.modules) add(module, normalizeName(module), "knowledge");
  return { providers, modules, namespaces, namespaceBases };
}

/** Normalised but for the star at the end. */
function normalizePattern(pattern: string): string {
  return pattern.endsWith("*") ? `${normalizeName(pattern.slice(0, -1))}*` : normalizeName(pattern);
}

/**
 * How the names of a namespace's own family begin: `apache-airflow-providers` for `airflow.providers`, whose normalised name
 * is their end.
 */
export function familyStem({ distributions }: NamespaceRule, module: string): string {
  const name = normalizeName(module);
  const stems = distributions.flatMap((pattern) => (pattern.endsWith("-*") ? pattern.slice(0, -2) : []));
  return stems.find((stem) => stem === name || stem.endsWith(`-${name}`)) ?? name;
}

/** Whether a distribution belongs to a namespace's families. */
export function fitsNamespace({ distributions }: NamespaceRule, distribution: string): boolean {
  return distributions.some((pattern) =>
    pattern.endsWith("*") ? distribution.startsWith(pattern.slice(0, -1)) : distribution === pattern,
  );
}
