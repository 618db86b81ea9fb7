import type { Braid } from "../../model/analysis.ts";
import { byPath, type Cause, mostCauses, resting } from "../../model/cause.ts";
import type { Graph } from "../../model/graph.ts";
import type { Evidence } from "../../model/location.ts";
import type { Project } from "../../model/project.ts";
import { type Purl, purlName } from "../../model/purl.ts";
import type { Requirement } from "../../model/requirement.ts";
import { demanding } from "../demands/demanding.ts";
import { packageOfVersion, versionOf } from "../findings/node-names.ts";

/** How a package reaches a project that does not ask for it. */
export interface Bringers {
  /** The project's own requirements that bring it, nearest first. Empty when none is known. */
  readonly packages: readonly Purl[];
  /** Where the package is locked or asked for at last, and the ways on which it comes: of each requirement a shortest. */
  readonly causes: readonly Cause[];
  /** The version that is locked. */
  readonly version?: string;
}

const nobody: Bringers = { packages: [], causes: [] };

/** Finds the requirements through which a package arrives: in the lock first, then through projects of the repository. */
export class BringerIndex {
  readonly #braid: Braid;
  readonly #projects: ReadonlyMap<string, Project>;
  readonly #providers: ReadonlyMap<Purl, Project>;
  readonly #locks = new Map<string, ReadonlyMap<number, number>>();
  readonly #known = new Map<string, Bringers>();
  readonly #reached = new Map<Purl, ReadonlyMap<Purl, Step>>();

  constructor(braid: Braid) {
    this.#braid = braid;
    this.#projects = new Map(braid.projects.map((project) => [project.id, project]));
    this.#providers = new Map(
      braid.projects.flatMap((project) => (project.package === undefined ? [] : [[project.package, project] as const])),
    );
  }

  /** The in-repo project that publishes a package. */
  provider(name: Purl): Project | undefined {
    return this.#providers.get(name);
  }

  /** The project may be one that a trial has changed: it is found as it is here. */
  find({ id }: Project, wanted: Purl): Bringers {
    const project = this.#projects.get(id);
    if (project === undefined) return nobody;
    const key = `${project.id} ${wanted}`;
    let bringers = this.#known.get(key);
    if (bringers === undefined) this.#known.set(key, (bringers = this.#find(project, wanted)));
    return bringers;
  }

  #find(project: Project, wanted: Purl): Bringers {
    const direct = new Map<Purl, Requirement>();
    for (const requirement of demanding(project)) {
      if (!direct.has(requirement.package)) direct.set(requirement.package, requirement);
    }
    const locked = this.#throughLock(project, wanted, direct);
    return locked.packages.length > 0 ? locked : { ...locked, ...this.#throughProjects(wanted, direct) };
  }

  /** Backwards along `requires` from every locked version of the package to what the project asks for. */
  #throughLock(project: Project, wanted: Purl, direct: ReadonlyMap<Purl, Requirement>): Bringers {
    const { graph } = this.#braid;
    const locked = this.#lockedFor(project);
    const targets = [...locked.keys()].filter((node) => packageOfVersion(graph.id(node)) === wanted);
    const first = targets[0];
    if (first === undefined) return nobody;
    const lockEdge = graph.edgeAt(locked.get(first) ?? 0);
    const version = versionOf(graph.id(first));
    const { file = "", line = 0 } = lockEdge;
    const isLocked: Cause = { file, line, message: `${purlName(wanted)} ${version} is locked here` };
    /** The node that a node asks for on its shortest way to the package. */
    const towards = new Map<number, number>(targets.map((node) => [node, node]));
    const queue = [...targets];
    const found: number[] = [];
    for (let head = 0; head < queue.length; head++) {
      const node = queue[head] ?? 0;
      if (direct.has(packageOfVersion(graph.id(node)))) {
        found.push(node);
        continue;
      }
      for (const edge of graph.in.edges.subarray(graph.in.offsets[node], graph.in.offsets[node + 1])) {
        const above = graph.from(edge);
        if (graph.edgeKind(edge) !== "requires" || !locked.has(above) || towards.has(above)) continue;
        towards.set(above, node);
        queue.push(above);
      }
    }
    const nearest = new Map<Purl, number>();
    for (const node of found) {
      const name = packageOfVersion(graph.id(node));
      if (!nearest.has(name)) nearest.set(name, node);
    }
    const ways = [...nearest].slice(0, mostCauses).flatMap(([name, node]) => {
      const asked = direct.get(name);
      return asked === undefined ? [] : this.#wayDown(asked, node, towards);
    });
    return { packages: [...nearest.keys()], causes: [{ ...isLocked, ...resting(ways, nearest.size) }], version };
  }

  /** From a requirement of the project over what locked versions ask for to the package. */
  #wayDown(asked: Requirement, start: number, towards: ReadonlyMap<number, number>): Cause {
    const { graph } = this.#braid;
    const before: Evidence[] = [];
    let end = asking(asked);
    for (let node = start, next = towards.get(node); next !== undefined && next !== node; next = towards.get(node)) {
      before.push(end);
      end = lockedStep(graph, node, next);
      node = next;
    }
    return byPath(end, before);
  }

  /** Through in-repo projects, whose own requirements are known without a lock. */
  #throughProjects(wanted: Purl, direct: ReadonlyMap<Purl, Requirement>): Bringers {
    const ways: { readonly name: Purl; readonly way: readonly Requirement[] }[] = [];
    for (const [name, requirement] of direct) {
      const step = this.#reach(name).get(wanted);
      if (step !== undefined) ways.push({ name, way: [requirement, ...wayOf(step)] });
    }
    const nearest = ways.toSorted((a, b) => a.way.length - b.way.length);
    return {
      packages: nearest.map(({ name }) => name),
      causes: nearest.slice(0, mostCauses).map(({ way }) => causeOf(way)),
    };
  }

  /** All that an in-repo package reaches over the requirements of in-repo projects, each on a shortest way. */
  #reach(start: Purl): ReadonlyMap<Purl, Step> {
    const known = this.#reached.get(start);
    if (known !== undefined) return known;
    const reached = new Map<Purl, Step>();
    const add = (name: Purl, above: Step | undefined): void => {
      for (const requirement of this.#providers.get(name)?.requirements ?? []) {
        if (requirement.scope !== "runtime" && requirement.scope !== "provided") continue;
        const { package: next } = requirement;
        if (next !== start && !reached.has(next)) reached.set(next, { requirement, above });
      }
    };
    add(start, undefined);
    for (const [name, step] of reached) add(name, step);
    this.#reached.set(start, reached);
    return reached;
  }

  /** The version nodes of the nearest lock that the project is installed by, with the edges that lock them. */
  #lockedFor(project: Project): ReadonlyMap<number, number> {
    const seen = new Set<string>();
    for (const start of [project.id, project.installScope]) {
      for (let id: string | undefined = start; id !== undefined && !seen.has(id);) {
        seen.add(id);
        const locked = this.#locked(id);
        if (locked.size > 0) return locked;
        id = this.#projects.get(id)?.parent;
      }
    }
    return new Map();
  }

  #locked(projectId: string): ReadonlyMap<number, number> {
    const known = this.#locks.get(projectId);
    if (known !== undefined) return known;
    const { graph } = this.#braid;
    const locked = new Map<number, number>();
    const node = graph.number(projectId);
    if (node !== undefined) {
      for (const edge of graph.out.edges.subarray(graph.out.offsets[node], graph.out.offsets[node + 1])) {
        if (graph.edgeKind(edge) === "locks" && !locked.has(graph.to(edge))) locked.set(graph.to(edge), edge);
      }
    }
    this.#locks.set(projectId, locked);
    return locked;
  }
}

/** A requirement on a way, and the step above it, which asks for the package that makes it. */
interface Step {
  readonly requirement: Requirement;
  readonly above: Step | undefined;
}

/** From the first one down. */
function wayOf(last: Step): readonly Requirement[] {
  const way: Requirement[] = [];
  for (let step: Step | undefined = last; step !== undefined; step = step.above) way.unshift(step.requirement);
  return way;
}

function causeOf(way: readonly Requirement[]): Cause {
  const steps = way.map((requirement, at) => {
    const above = way[at - 1];
    return above === undefined ? asking(requirement) : asking(requirement, purlName(above.package));
  });
  const end = steps.at(-1);
  if (end === undefined) throw new Error("a way has no requirement");
  return byPath(end, steps.slice(0, -1));
}

/** `asks for shelf ^1.2`, `till asks for shelf ^1.2` */
function asking(requirement: Requirement, who?: string): Evidence {
  const { file, line, column, range } = requirement;
  const versions = range === "*" ? "" : ` ${range}`;
  const words = `asks for ${purlName(requirement.package)}${versions}`;
  return { file, line, column, message: who === undefined ? words : `${who} ${words}` };
}

/** Where a locked version asks for another one. */
function lockedStep(graph: Graph, from: number, to: number): Evidence {
  const found = graph.out.edges
    .subarray(graph.out.offsets[from], graph.out.offsets[from + 1])
    .find((edge) => graph.to(edge) === to && graph.edgeKind(edge) === "requires");
  const { file = "", line = 0, column = 0, range = "*" } = found === undefined ? {} : graph.edgeAt(found);
  const [who, what] = [graph.id(from), graph.id(to)];
  const versions = range === "*" ? versionOf(what) : range;
  const words = `asks for ${purlName(packageOfVersion(what))} ${versions}`;
  return { file, line, column, message: `${purlName(packageOfVersion(who))} ${versionOf(who)} ${words}` };
}
