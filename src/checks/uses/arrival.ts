import type { Braid } from "../../model/analysis.ts";
import type { Severity } from "../../model/conflict.ts";
import { explainedBy, type Explained } from "../../model/cause.ts";
import type { Project } from "../../model/project.ts";
import { type Purl, purlName } from "../../model/purl.ts";
import type { Declaration } from "../../model/resolution.ts";
import { BringerIndex } from "./bringers.ts";
import { demanding } from "../demands/demanding.ts";
import { ProjectPlaces } from "./project-places.ts";

export type MissingState = Exclude<Declaration["state"], "declared">;

/** How a package that a project does not declare gets to it all the same, if it does, and what that is worth. */
export interface Arrival extends Explained {
  readonly severity: Severity;
  /** The end of a sentence that begins "it does not declare it". */
  readonly reason: string;
  /** The version that is locked. */
  readonly version?: string;
}

/** It does not get there at all. */
export const fromNowhere: Arrival = { severity: "error", reason: "", ...explainedBy([]) };

/** Nobody asks for it, and what is asked for may bring it or not: no lock tells. */
export const fromAnywhere: Arrival = {
  severity: "warning",
  reason: "; another requirement may bring it, but then it comes and goes with that one",
  ...explainedBy([]),
};

export class Arrivals {
  readonly #bringers: BringerIndex;
  readonly #places: ProjectPlaces;
  readonly #known = new Map<string, Arrival>();

  constructor(braid: Braid) {
    this.#bringers = new BringerIndex(braid);
    this.#places = new ProjectPlaces(braid.projects);
  }

  /** The in-repo project that publishes a package. */
  provider(name: Purl): Project | undefined {
    return this.#bringers.provider(name);
  }

  /** Whether a requirement of the project is known to bring it. */
  isBrought(project: Project, name: Purl): boolean {
    return this.#bringers.find(project, name).packages.length > 0;
  }

  /** Whether one requirement of the project is among those that bring a package. */
  isBroughtBy(project: Project, name: Purl, by: Purl): boolean {
    return this.#bringers.find(project, name).packages.includes(by);
  }

  of(project: Project, name: Purl, state: MissingState): Arrival {
    const key = `${project.id} ${name} ${state}`;
    let arrival = this.#known.get(key);
    if (arrival === undefined) {
      arrival =
        this.#brought(project, name, state) ??
        this.#around(project, name) ??
        this.#locked(project, name, state) ??
        this.#beside(project, name, state);
      this.#known.set(key, arrival);
    }
    return arrival;
  }

  /** Along with another requirement. */
  #brought(project: Project, name: Purl, state: MissingState): Arrival | undefined {
    if (state === "undeclared") return undefined;
    const { packages, causes, version } = this.#bringers.find(project, name);
    if (packages.length === 0) return undefined;
    const reason = bringing(packages, version);
    return { severity: "warning", reason, ...explainedBy(causes), ...(version === undefined ? {} : { version }) };
  }

  /** In the lock, though nothing tells what for. */
  #locked(project: Project, name: Purl, state: MissingState): Arrival | undefined {
    if (state !== "transitive") return undefined;
    const { causes, version } = this.#bringers.find(project, name);
    const reason = ": it is there only because another requirement brings it";
    return { severity: "warning", reason, ...explainedBy(causes), ...(version === undefined ? {} : { version }) };
  }

  /** From a project in a directory above, which asks for it on its own behalf. */
  #around(project: Project, name: Purl): Arrival | undefined {
    for (const projects of this.#places.around(project.ecosystem, project.directory)) {
      for (const outer of projects) {
        if (outer.directory === project.directory) continue;
        const asked = demanding(outer).find((requirement) => requirement.package === name);
        if (asked === undefined) {
          const { causes, version } = this.#bringers.find(outer, name);
          if (version === undefined) continue;
          const reason = `: it is found only in the installation of ${outer.manifest}, the project around it`;
          return { severity: "warning", reason, ...explainedBy(causes), version };
        }
        const { file, line, column } = asked;
        return {
          severity: "warning",
          reason: `: only ${outer.manifest}, the project around it, does`,
          ...explainedBy([{ file, line, column, message: `${purlName(name)} is asked for here` }]),
        };
      }
    }
    return undefined;
  }

  /** From the repository itself, if both are installed together; else from nowhere that is known. */
  #beside(project: Project, name: Purl, state: MissingState): Arrival {
    if (this.provider(name)?.installScope === project.installScope) {
      return {
        severity: "warning",
        reason: ": it is found only because both are installed together",
        ...explainedBy([]),
      };
    }
    return state === "unknown"
      ? fromAnywhere
      : { severity: "error", reason: ", and nothing that it requires is known to bring it", ...explainedBy([]) };
  }
}

/** Without a lock others may bring it as well, from outside of the repository. */
function bringing(packages: readonly Purl[], locked: string | undefined): string {
  const [first = "", second, ...more] = packages.map(purlName);
  const only = locked === undefined ? "" : "only ";
  if (second === undefined) return `: ${only}${first} brings it`;
  return `: ${only}${first} and ${more.length === 0 ? second : `${more.length + 1} more`} bring it`;
}
