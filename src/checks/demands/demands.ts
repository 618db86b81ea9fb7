import type { Braid } from "../../model/analysis.ts";
import type { Project } from "../../model/project.ts";
import type { Purl } from "../../model/purl.ts";
import type { Requirement } from "../../model/requirement.ts";
import type { VersionScheme } from "../../model/version-scheme.ts";
import type { VersionSet } from "../../model/version-set.ts";
import { withoutPins } from "./demanding.ts";
import type { Demand } from "./disjoint-core.ts";

/** A requirement as a demand for versions, by the project that has it. */
export interface PackageDemand extends Demand {
  readonly requirement: Requirement;
  readonly project: Project;
}

/** Everything that is asked of one package, by install scope, in order of projects. */
export interface PackageDemands {
  readonly package: Purl;
  readonly scheme: VersionScheme;
  readonly scopes: ReadonlyMap<string, readonly PackageDemand[]>;
}

/**
 * Packages with at least two different demands, each scheme by itself: versions of two tools have no common order. In one scope a requirement counts once, however many projects inherit it,
 * and a managed version settles what the others ask for: it is what gets installed.
 */
export function packageDemands({ projects, schemes }: Braid): readonly PackageDemands[] {
  const byScheme = new Map<
    VersionScheme,
    { readonly ranges: Ranges; readonly packages: Map<Purl, Map<string, ScopeDemands>> }
  >();
  for (const project of projects) {
    for (const requirement of withoutPins(project)) {
      // Under another name a package is installed a second time.
      if (requirement.path !== undefined || requirement.alias !== undefined) continue;
      const scheme = schemes.asked(project, requirement.package);
      if (scheme === undefined) continue;
      let known = byScheme.get(scheme);
      if (known === undefined) byScheme.set(scheme, (known = { ranges: new Ranges(scheme), packages: new Map() }));
      const { ranges, packages } = known;
      const isManaged = requirement.scope === "managed";
      const versions = ranges.read(requirement.range);
      if (versions === undefined && !isManaged) continue;
      let scopes = packages.get(requirement.package);
      if (scopes === undefined) packages.set(requirement.package, (scopes = new Map()));
      let scope = scopes.get(project.installScope);
      if (scope === undefined) scopes.set(project.installScope, (scope = { demands: new Map(), managed: false }));
      if (isManaged) scope.managed = true;
      else if (versions !== undefined) addDemand(scope, demandOf(requirement, project, versions));
    }
  }
  return [...byScheme].flatMap(([scheme, { packages }]) =>
    [...packages].flatMap(([name, scopes]) => differing(name, scheme, scopes)),
  );
}

function differing(
  name: Purl,
  scheme: VersionScheme,
  scopes: ReadonlyMap<string, ScopeDemands>,
): readonly PackageDemands[] {
  const unsettled = [...scopes].filter(([, scope]) => !scope.managed && scope.demands.size > 0);
  const ranges = new Set(unsettled.flatMap(([, scope]) => [...scope.demands.values()].map(rangeOf)));
  if (ranges.size < 2) return [];
  return [
    { package: name, scheme, scopes: new Map(unsettled.map(([id, { demands }]) => [id, [...demands.values()]])) },
  ];
}

interface ScopeDemands {
  readonly demands: Map<string, PackageDemand>;
  managed: boolean;
}

function demandOf(requirement: Requirement, project: Project, versions: VersionSet<unknown>): PackageDemand {
  const { marker, environment } = requirement;
  return { requirement, project, versions, marker, environment };
}

function addDemand(scope: ScopeDemands, demand: PackageDemand): void {
  const { file, line, column, range } = demand.requirement;
  const key = `${file}:${line}:${column} ${range}`;
  if (!scope.demands.has(key)) scope.demands.set(key, demand);
}

function rangeOf({ requirement }: PackageDemand): string {
  return requirement.range;
}

/** Ranges that say something, each text read once. */
class Ranges {
  readonly #scheme: VersionScheme;
  readonly #known = new Map<string, VersionSet<unknown> | undefined>();

  constructor(scheme: VersionScheme) {
    this.#scheme = scheme;
  }

  /** Undefined for what is no range, and for what allows everything: neither can clash. */
  read(text: string): VersionSet<unknown> | undefined {
    if (this.#known.has(text)) return this.#known.get(text);
    const read = this.#scheme.range(text);
    const versions = read === undefined || read.isEmpty() || read.complement().isEmpty() ? undefined : read;
    this.#known.set(text, versions);
    return versions;
  }
}
