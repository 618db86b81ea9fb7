import type { Finding } from "../model/conflict.ts";
import type { Project } from "../model/project.ts";
import { purlName } from "../model/purl.ts";
import type { Requirement, RequirementScope } from "../model/requirement.ts";
import type { VersionScheme } from "../model/version-scheme.ts";
import type { Check } from "./check.ts";
import { manifestSeverity } from "./findings/faults.ts";

export const versionOverride: Check = {
  code: "version/override",
  severity: "warning",
  summary: "A project takes another version than the one that its parent manages for it.",
  *run({ projects, schemes }) {
    const management = new Management(projects);
    for (const project of projects) {
      const scheme = schemes.of(project);
      // Where versions live side by side, or nothing is inherited, nobody is overruled.
      if (scheme === undefined || scheme.sideBySide || project.parent === undefined) continue;
      for (const requirement of project.requirements) {
        if (elsewhere.has(requirement.scope) || requirement.file !== project.manifest) continue;
        const manager = management.of(project).get(keyOf(requirement));
        if (manager === undefined || manager.file === requirement.file) continue;
        if (isOther(requirement, manager, scheme)) yield describe(project, requirement, manager);
      }
    }
  },
};

/** What is managed itself, and what builds the project: plug-ins are managed apart. */
const elsewhere: ReadonlySet<RequirementScope> = new Set(["managed", "constraint", "build"]);

type Managed = ReadonlyMap<string, Requirement>;

/** The versions that a project and its parents manage: the nearest counts. */
class Management {
  readonly #projects: ReadonlyMap<string, Project>;
  readonly #known = new Map<string, Managed>();

  constructor(projects: readonly Project[]) {
    this.#projects = new Map(projects.map((project) => [project.id, project]));
  }

  of(project: Project): Managed {
    let known = this.#known.get(project.id);
    if (known === undefined) {
      // A circle of parents ends where it comes back.
      this.#known.set(project.id, new Map());
      this.#known.set(project.id, (known = this.#read(project)));
    }
    return known;
  }

  #read({ parent, requirements }: Project): Managed {
    const above = parent === undefined ? undefined : this.#projects.get(parent);
    const inherited: Managed = above === undefined ? new Map() : this.of(above);
    // Those of a profile count only where it is on.
    const own = requirements.filter(({ scope, group }) => scope === "managed" && group === undefined);
    if (own.length === 0) return inherited;
    const managed = new Map(inherited);
    for (const requirement of own) managed.set(keyOf(requirement), requirement);
    return managed;
  }
}

function keyOf({ package: name, classifier, type }: Requirement): string {
  return JSON.stringify([name, classifier, type]);
}

/** Plain versions only: of a range and a version one may be the other. */
function isOther(requirement: Requirement, manager: Requirement, scheme: VersionScheme): boolean {
  const [own, given] = [requirement, manager].map(({ range }) =>
    /^\w[\w.+-]*$/.test(range) ? scheme.parse(range) : undefined,
  );
  return own !== undefined && given !== undefined && scheme.compare(own, given) !== 0;
}

function describe(project: Project, requirement: Requirement, manager: Requirement): Finding {
  const { package: subject, range, file, line, column } = requirement;
  const place = `${manager.file}:${manager.line}`;
  return {
    severity: manifestSeverity("warning", file),
    message: `${purlName(subject)} is ${range} here, and ${manager.file} manages ${manager.range}`,
    file,
    line,
    column,
    subject,
    project: project.id,
    evidence: [{ file: manager.file, line: manager.line, column: manager.column, message: `manages ${manager.range}` }],
    fix: { message: `take ${manager.range} here too, or let ${place} manage ${range}`, file },
  };
}
