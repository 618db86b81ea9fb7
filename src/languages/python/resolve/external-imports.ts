/** Modules that are not of this repository: which distribution they are of, and whether the project may count on it. */
import type { ImportFact } from "../../../model/facts.ts";
import type { Confidence, Declaration } from "../../../model/resolution.ts";
import { distributionPurl } from "../versions/distribution-name.ts";
import { alternatives, isNamespace, knownProvider, type Provider } from "./distributions.ts";
import type { ProjectScope } from "./project-scope.ts";
import { declaredAs, Reach, type ReachList } from "./reach.ts";

export interface ExternalModule {
  /** Normalised name of the distribution. */
  readonly distribution: string;
  readonly confidence: Confidence;
  readonly declaration?: Declaration;
  /** How many parts of the dotted name were needed to find it. */
  readonly length: number;
}

export class ExternalModules {
  readonly #bundled: ReadonlySet<string>;
  readonly #published: ReadonlySet<string>;
  readonly #told: ReadonlyMap<string, string>;

  /**
   * @param published packages of projects of this repository
   * @param told modules to the distributions that users say provide them
   */
  constructor(bundled: ReadonlySet<string>, published: ReadonlySet<string>, told: ReadonlyMap<string, string>) {
    this.#bundled = bundled;
    this.#published = published;
    this.#told = told;
  }

  /** What users say, of the longest name, where this repository has nothing of it. */
  told(parts: readonly string[], scope: ProjectScope): ExternalModule | undefined {
    for (let length = this.#told.size === 0 ? 0 : parts.length; length > 0; length--) {
      const distribution = this.#told.get(parts.slice(0, length).join("."));
      if (distribution === undefined) continue;
      const declaration = scope.declarationOf(distribution, "runtime");
      return { distribution, confidence: "declared", length, ...(declaration === undefined ? {} : { declaration }) };
    }
    return undefined;
  }

  /** What is installed, other than what this repository publishes itself; of several that brought it one that is asked for. */
  installed(parts: readonly string[], scope: ProjectScope, use: "runtime" | "types"): ExternalModule | undefined {
    const found = scope.installed?.find(parts);
    if (found === undefined || found.distributions.some((each) => this.publishes(each))) return undefined;
    const declarations = found.distributions.map((each) => scope.declarationOf(each, use));
    const rank = ["declared", "transitive", "undeclared", "unknown"];
    const [best = 0] = [...declarations.keys()].toSorted(
      (a, b) => rank.indexOf(declarations[a]?.state ?? "") - rank.indexOf(declarations[b]?.state ?? ""),
    );
    const distribution = found.distributions[best] ?? "";
    const provider = { distribution, support: "verified", length: found.length } as const;
    return describe(provider, "exact", this.#declaration(provider, parts, scope, use));
  }

  /**
   * A distribution that the project asks for; undefined when a better known one answers for a longer name, and for one of this
   * repository where what is here of the module is all that there is.
   */
  declared(parts: readonly string[], scope: ProjectScope, here: "in part" | "nothing"): ExternalModule | undefined {
    const found = scope.declared.find(parts);
    if (found === undefined || (here === "in part" && this.publishes(found.distribution))) return undefined;
    const known = knownProvider(parts);
    if (known !== undefined && known.length > found.length) return undefined;
    return describe(found, "declared", scope.declarationOf(found.distribution, "runtime"));
  }

  publishes(distribution: string): boolean {
    return this.#published.has(distributionPurl(distribution));
  }

  /**
   * A distribution that adds to a package of this repository, by a name that goes beyond the parts that are here:
   * `airflow.providers.ftp`.
   */
  beyond(parts: readonly string[], here: number, scope: ProjectScope): ExternalModule | undefined {
    const known = knownProvider(parts);
    if (known === undefined || known.length <= here || this.publishes(known.distribution)) return undefined;
    const otherwise = scope.declares(known.distribution) ? "declared" : "inferred";
    return describe(known, otherwise, this.#declaration(known, parts, scope, "runtime"));
  }

  /** What a lock brings, then what is known without any manifest. */
  known(parts: readonly string[], scope: ProjectScope, use: "runtime" | "types"): ExternalModule | undefined {
    const known = knownProvider(parts);
    const locked = scope.locked.find(parts);
    const better = locked !== undefined && (known === undefined || locked.length >= known.length);
    const found = better ? locked : this.#withBase(known, scope);
    if (found === undefined) return undefined;
    return describe(found, better ? "declared" : "inferred", this.#declaration(found, parts, scope, use));
  }

  /** Where nothing else answers: a requirement whose name only begins alike. */
  guessed(parts: readonly string[], scope: ProjectScope): ExternalModule | undefined {
    const found = scope.declared.guess(parts);
    if (found === undefined || isSharedNamespace(parts.slice(0, 1))) return undefined;
    return describe(found, "inferred", scope.declarationOf(found.distribution, "runtime"));
  }

  #declaration(
    found: Provider,
    parts: readonly string[],
    scope: ProjectScope,
    use: "runtime" | "types",
  ): Declaration | undefined {
    const declaration = scope.declarationOf(found.distribution, use);
    if (declaration === undefined || declaration.state === "declared") return declaration;
    const others = [found.distribution, ...alternatives(parts)];
    const stubbed = use === "types" && others.some((each) => scope.declaresStubs(each));
    const shipped = others.some((each) => this.#bundled.has(each));
    return stubbed || shipped ? { ...declaration, state: "declared" } : declaration;
  }

  /**
   * `google.cloud.exceptions` is of `google-cloud-core`, if that is there at all, rather than of a distribution of its own.
   * What this repository publishes was looked through before.
   */
  #withBase(known: Provider | undefined, scope: ProjectScope): Provider | undefined {
    if (known?.base === undefined || !scope.mentions(known.base) || this.publishes(known.base)) return known;
    return { ...known, distribution: known.base };
  }
}

/** Data seen in wheels is as good as a rule; a spelling alike needs somebody who asked for it. */
function describe(found: Provider, otherwise: Confidence, declaration: Declaration | undefined): ExternalModule {
  const { distribution, support, length } = found;
  const confidence = support === "verified" || support === "corroborated" ? "exact" : otherwise;
  return { distribution, confidence, length, ...(declaration === undefined ? {} : { declaration }) };
}

/** A namespace that distributions share is no module that could be missing. */
export function isSharedNamespace(parts: readonly string[]): boolean {
  return isNamespace(parts.join("."));
}

export type FindDistribution = (parts: readonly string[]) => ExternalModule | undefined;

/**
 * The distribution of the module itself, or of each name where only `module.name` tells it (`from google.cloud import
 * storage`). Gives back the names that nothing is known of.
 */
export function reachDistributions(
  { specifier, names, kind }: Pick<ImportFact, "specifier" | "names" | "kind">,
  find: FindDistribution,
  reached: ReachList,
): readonly string[] {
  const parts = specifier.split(".");
  const whole = find(parts);
  if (names.length === 0 && whole !== undefined) reached.add(reachOf(whole, specifier, []));
  const rest: string[] = [];
  for (const name of names) {
    const needsName = kind === "from" && name !== "*" && (whole === undefined || isSharedNamespace(parts));
    const found = needsName ? (find([...parts, name]) ?? whole) : whole;
    if (found === undefined) rest.push(name);
    else reached.add(reachOf(found, found.length > parts.length ? `${specifier}.${name}` : specifier, [name]));
  }
  return rest;
}

function reachOf(
  { distribution, confidence, declaration }: ExternalModule,
  specifier: string,
  names: readonly string[],
): Reach {
  const target = { kind: "package", package: distributionPurl(distribution) } as const;
  return new Reach(target, specifier, names, confidence, declaredAs(declaration));
}
