/** Changes of what projects ask for, tried in memory. */
import type { Braid } from "../../model/analysis.ts";
import type { Change } from "../../model/change.ts";
import type { Project } from "../../model/project.ts";
import type { ProjectLock } from "../../model/project-lock.ts";
import type { Purl } from "../../model/purl.ts";
import type { Requirement } from "../../model/requirement.ts";

/** The repository with changes, or as it is before them. */
export interface Trial {
  /** The package that the changes are about. */
  readonly package: Purl;
  /** What is tried, before and after alike. */
  readonly about: readonly Change[];
  /** What of it is done: nothing before. */
  readonly changes: readonly Change[];
  /** The repository as it is, in both. */
  readonly original: Braid;
  /** With the changes; the graph is that of the repository as it is. */
  readonly braid: Braid;
  /** The same, and all that projects ask for and lock is this package. */
  readonly asking: Braid;
  /** The projects that are changed, as they are here. */
  readonly changed: readonly Project[];
}

/** Makes trials; keeps what they have in common. */
export class Trials {
  readonly #braid: Braid;
  #byPackage: ReadonlyMap<Purl, readonly Project[]> | undefined;
  readonly #byId: ReadonlyMap<string, Project>;
  readonly #slivers = new Map<Purl, Map<Project, Project>>();

  constructor(braid: Braid) {
    this.#braid = braid;
    this.#byId = new Map(braid.projects.map((project) => [project.id, project]));
  }

  /** Before changes of what is asked of a package, and with them. */
  of(name: Purl, changes: readonly Change[]): { readonly before: Trial; readonly after: Trial } {
    const braid = this.#braid;
    this.#byPackage ??= projectsByPackage(braid.projects);
    const added = new Set(changes.flatMap((change) => (change.kind === "add" ? [change.project] : [])));
    const asking = new Set((this.#byPackage.get(name) ?? []).map(({ id }) => id));
    const near = braid.projects.filter(({ id }) => asking.has(id) || added.has(id));
    const made = new Map<Project, Project>();
    const byPlace = changesByPlace(changes);
    for (const project of near) {
      const requirements = changedRequirements(project, changes, byPlace);
      if (requirements !== undefined) made.set(project, withRequirements(project, requirements));
    }
    const now = (project: Project): Project => made.get(project) ?? project;
    const projectOf = (file: string): Project | undefined => {
      const owner = braid.projectOf(file);
      return owner === undefined ? undefined : now(owner);
    };
    // Parents say which projects belong together.
    const above = this.#above(near);
    const slivers = this.#sliversOf(name);
    const sliver = (of: (project: Project) => Project): Braid => ({ ...braid, projects: [...near.map(of), ...above] });
    const before = (project: Project): Project => {
      let small = slivers.get(project);
      if (small === undefined) slivers.set(project, (small = about(name, project)));
      return small;
    };
    const after = (project: Project): Project => {
      const changed = made.get(project);
      return changed === undefined ? before(project) : about(name, changed);
    };
    return {
      before: {
        package: name,
        about: changes,
        changes: [],
        original: braid,
        braid,
        asking: sliver(before),
        changed: [...made.keys()],
      },
      after: {
        package: name,
        about: changes,
        changes,
        original: braid,
        braid: { ...braid, projects: braid.projects.map(now), projectOf },
        asking: sliver(after),
        changed: [...made.values()],
      },
    };
  }

  /** The projects as far as they have to do with a package: several proposals are about the same one. */
  #sliversOf(name: Purl): Map<Project, Project> {
    let slivers = this.#slivers.get(name);
    if (slivers === undefined) this.#slivers.set(name, (slivers = new Map()));
    return slivers;
  }

  /** The parents of some projects that are not among them, bare. */
  #above(near: readonly Project[]): readonly Project[] {
    const seen = new Set(near.map(({ id }) => id));
    const above: Project[] = [];
    for (const { parent } of near) {
      for (let id = parent; id !== undefined && !seen.has(id);) {
        seen.add(id);
        const project = this.#byId.get(id);
        if (project !== undefined) above.push(bare(project));
        id = project?.parent;
      }
    }
    return above;
  }
}

function projectsByPackage(projects: readonly Project[]): ReadonlyMap<Purl, readonly Project[]> {
  const found = new Map<Purl, Project[]>();
  const add = (name: Purl, project: Project): void => {
    const known = found.get(name);
    if (known === undefined) found.set(name, [project]);
    else if (known.at(-1) !== project) known.push(project);
  };
  for (const project of projects) {
    if (project.package !== undefined) add(project.package, project);
    for (const requirement of project.requirements) add(requirement.package, project);
  }
  return found;
}

/** What becomes of a requirement; absent where it is taken out. */
interface Made {
  readonly requirement?: Requirement;
  readonly isRelocked?: true | undefined;
}

/** Changes of what is asked for already, by the place where it stands: hundreds of projects may inherit hundreds of them. */
function changesByPlace(changes: readonly Change[]): ReadonlyMap<string, Change> {
  return new Map(changes.flatMap((change) => (change.kind === "add" ? [] : [[placeOf(change.requirement), change]])));
}

function placeOf({ package: name, file, line, column }: Requirement): string {
  return `${file}:${line}:${column} ${name}`;
}

/** Undefined where nothing changes for a project. What several projects inherit changes for all of them. */
function changedRequirements(
  project: Project,
  changes: readonly Change[],
  byPlace: ReadonlyMap<string, Change>,
): ReadonlyMap<Requirement, Made> | undefined {
  const made = new Map<Requirement, Made>();
  for (const change of changes) {
    if (change.kind === "add" && change.project === project.id) {
      made.set(change.requirement, { requirement: change.requirement });
    }
  }
  if (byPlace.size === 0) return made.size === 0 ? undefined : made;
  const name = changes[0]?.requirement.package;
  for (const requirement of project.requirements) {
    if (requirement.package !== name) continue;
    const change = byPlace.get(placeOf(requirement));
    if (change?.kind === "remove") made.set(requirement, {});
    if (change?.kind !== "range") continue;
    const { range, isRelocked } = change;
    made.set(requirement, { requirement: { ...requirement, range }, isRelocked });
  }
  return made.size === 0 ? undefined : made;
}

function withRequirements(project: Project, made: ReadonlyMap<Requirement, Made>): Project {
  const kept = project.requirements.flatMap((each) => (made.has(each) ? (made.get(each)?.requirement ?? []) : each));
  const added = [...made.values()].flatMap(({ requirement }) =>
    requirement === undefined || kept.includes(requirement) ? [] : requirement,
  );
  return {
    ...project,
    requirements: [...kept, ...added],
    ...(project.lockfiles === undefined ? {} : { lockfiles: project.lockfiles.map((lock) => answering(lock, made)) }),
  };
}

/** The entries that a lockfile gives for a requirement stay what they are, unless it is made anew. */
function answering(lock: ProjectLock, made: ReadonlyMap<Requirement, Made>): ProjectLock {
  const answers = [...lock.answers].flatMap(([requirement, entries]) => {
    const change = made.get(requirement);
    const now = change === undefined ? requirement : change.requirement;
    return now === undefined || change?.isRelocked === true ? [] : [[now, entries] as const];
  });
  return { ...lock, answers: new Map(answers) };
}

/** A project that has nothing to do with a package, for its place among the others. */
function bare({ package: _package, ...project }: Project): Project {
  return { ...project, requirements: [], locks: [], lockfiles: [] };
}

function about(name: Purl, project: Project): Project {
  return {
    ...project,
    requirements: project.requirements.filter((requirement) => requirement.package === name),
    locks: project.locks.filter((entry) => entry.package === name),
    lockfiles: (project.lockfiles ?? []).map((lock) => answeringOf(name, lock)),
  };
}

function answeringOf(name: Purl, lock: ProjectLock): ProjectLock {
  const answers = [...lock.answers].filter(([requirement]) => requirement.package === name);
  return { ...lock, answers: new Map(answers) };
}
