import type { Braid } from "../../model/analysis.ts";
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
  /** Where the nearest one is asked for, and where the package is locked. */
  readonly evidence: readonly Evidence[];
  /** The version that is locked. */
  readonly version?: string;
}

const nobody: Bringers = { packages: [], evidence: [] };

/** Finds the requirements through which a package arrives: in the lock first, then through projects of the repository. */
export class BringerIndex {
  readonly #braid: Braid;
  readonly #projects: ReadonlyMap<string, Project>;
  readonly #providers: ReadonlyMap<Purl, Project>;
  readonly #locks = new Map<string, ReadonlyMap<number, number>>();

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

  find(project: Project, wanted: Purl): Bringers {
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
    const lockEvidence: Evidence = {
      file: lockEdge.file ?? "",
      line: lockEdge.line ?? 0,
      message: `${purlName(wanted)} ${version} is locked here`,
    };
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
    const nearest = found[0];
    if (nearest === undefined) return { packages: [], evidence: [lockEvidence], version };
    const chain: string[] = [];
    for (let node = nearest, next = towards.get(node); next !== undefined && next !== node; next = towards.get(node)) {
      node = next;
      if (!targets.includes(node)) chain.push(purlName(packageOfVersion(graph.id(node))));
    }
    const packages = [...new Set(found.map((node) => packageOfVersion(graph.id(node))))];
    const asked = direct.get(packages[0] ?? "");
    return {
      packages,
      evidence: [...(asked === undefined ? [] : [asking(asked, wanted, chain)]), lockEvidence],
      version,
    };
  }

  /** Through in-repo projects, whose own requirements are known without a lock. */
  #throughProjects(wanted: Purl, direct: ReadonlyMap<Purl, Requirement>): Bringers {
    const packages: Purl[] = [];
    const evidence: Evidence[] = [];
    for (const [start, requirement] of direct) {
      const chain = this.#chain(start, wanted);
      if (chain === undefined) continue;
      packages.push(start);
      if (evidence.length === 0) evidence.push(asking(requirement, wanted, chain.through), chain.last);
    }
    return { packages, evidence };
  }

  /** From one in-repo package over the requirements of in-repo projects to the wanted one. */
  #chain(start: Purl, wanted: Purl): { readonly through: readonly string[]; readonly last: Evidence } | undefined {
    const seen = new Map<Purl, readonly string[]>([[start, []]]);
    for (const [name, through] of seen) {
      for (const requirement of this.#providers.get(name)?.requirements ?? []) {
        if (requirement.scope !== "runtime" && requirement.scope !== "provided") continue;
        const { package: next, file, line, column } = requirement;
        if (next === wanted) {
          return { through, last: { file, line, column, message: `${purlName(name)} asks for ${purlName(wanted)}` } };
        }
        if (!seen.has(next)) seen.set(next, [...through, purlName(next)]);
      }
    }
    return undefined;
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

function asking(requirement: Requirement, wanted: Purl, through: readonly string[]): Evidence {
  const { file, line, column } = requirement;
  const by = through.length === 0 ? "" : `, through ${through.slice(0, 4).join(", ")}`;
  return { file, line, column, message: `${purlName(requirement.package)} brings ${purlName(wanted)}${by}` };
}
