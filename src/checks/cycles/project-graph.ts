import type { Braid } from "../../model/analysis.ts";
import { GraphBuilder } from "../../model/graph-builder.ts";
import type { Graph } from "../../model/graph.ts";
import type { Project } from "../../model/project.ts";
import type { Purl } from "../../model/purl.ts";
import type { Requirement } from "../../model/requirement.ts";
import { pathOf } from "../findings/node-names.ts";
import { NodeProjects } from "../uses/node-projects.ts";

/** How firmly an edge binds one project to another: by a runtime requirement, by a file's import, by any other requirement. */
export type Bond = "runtime" | "import" | "other";

/** The projects of the repository, and which of them depend on which. */
export interface ProjectGraph {
  readonly graph: Graph;
  /** By edge number. */
  readonly bonds: readonly Bond[];
}

const known = new WeakMap<Graph, ProjectGraph>();

/** Made once for a repository: to try a change asks again. */
export function projectGraph(braid: Braid): ProjectGraph {
  let made = known.get(braid.graph);
  if (made === undefined) known.set(braid.graph, (made = makeProjectGraph(braid)));
  return made;
}

function makeProjectGraph(braid: Braid): ProjectGraph {
  const builder = new GraphBuilder();
  const bonds: Bond[] = [];
  const homes = new Homes(braid);
  const link = (from: Project, to: Project, bond: Bond, place: Place): void => {
    if (from.id === to.id) return;
    bonds.push(bond);
    const kind = bond === "import" ? "imports" : "declares";
    builder.edge(builder.node(from.id, "project"), builder.node(to.id, "project"), kind, {
      confidence: "declared",
      ...place,
    });
  };
  for (const project of braid.projects) builder.node(project.id, "project");
  for (const project of braid.projects) {
    for (const requirement of project.requirements) {
      const home = homes.of(project, requirement);
      const { scope, file, line, column } = requirement;
      if (home !== undefined) link(project, home, bondOf(requirement), { scope, file, line, column });
    }
  }
  for (const [from, to, place] of importsBetween(braid)) link(from, to, "import", place);
  return { graph: builder.build(), bonds };
}

interface Place {
  readonly scope?: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Peers, extras and what only development needs may well point both ways. */
function bondOf({ scope, group }: Requirement): Bond {
  return (scope === "runtime" || scope === "provided") && group === undefined ? "runtime" : "other";
}

/** Which requirement is met by a project of this repository. */
class Homes {
  readonly #byPackage = new Map<Purl, Project>();
  readonly #byDirectory = new Map<string, Project>();
  readonly #schemes: Braid["schemes"];

  constructor({ projects, schemes }: Braid) {
    this.#schemes = schemes;
    for (const project of projects) {
      if (project.package !== undefined) this.#byPackage.set(project.package, project);
      this.#byDirectory.set(`${project.ecosystem} ${project.directory}`, project);
    }
  }

  of(project: Project, requirement: Requirement): Project | undefined {
    const { scope, path, range } = requirement;
    if (scope === "managed" || scope === "constraint") return undefined;
    if (path !== undefined) return this.#byDirectory.get(`${project.ecosystem} ${path}`);
    const home = this.#byPackage.get(requirement.package);
    if (home?.version === undefined) return home;
    // A range that the version here does not meet is met by a published one.
    const scheme = this.#schemes.of(home);
    const version = scheme?.parse(home.version);
    const allowed = scheme?.range(range);
    return version === undefined || allowed === undefined || allowed.contains(version) ? home : undefined;
  }
}

/** The first runtime import of production code from one project into another; nested projects share their files freely. */
function* importsBetween(braid: Braid): Iterable<readonly [Project, Project, Place]> {
  const { graph } = braid;
  const owners = NodeProjects.of(braid);
  const seen = new Map<Project, Set<Project>>();
  for (let edge = 0; edge < graph.edgeCount; edge++) {
    const kind = graph.edgeKind(edge);
    if ((kind !== "imports" && kind !== "references") || graph.isIdle(edge)) continue;
    // What loads another by its name does so in order not to depend on it.
    if (graph.isSupposed(edge)) continue;
    const to = graph.to(edge);
    if (graph.nodeKind(to) !== "file") continue;
    const from = owners.of(graph.from(edge));
    const target = owners.of(to);
    if (from === undefined || target === undefined || from === target) continue;
    const reached = seen.get(from);
    if (reached?.has(target) === true || nested(from, target)) continue;
    if (graph.nodeAttributes(graph.from(edge)).scope === "test" || braid.isErased(edge)) continue;
    if (reached === undefined) seen.set(from, new Set([target]));
    else reached.add(target);
    const { line = 0, column = 0 } = graph.edgeAt(edge);
    yield [from, target, { file: pathOf(graph.id(graph.from(edge))), line, column }];
  }
}

function nested(a: Project, b: Project): boolean {
  const [outer, inner] = a.directory.length <= b.directory.length ? [a, b] : [b, a];
  return (
    outer.directory === "" || outer.directory === inner.directory || inner.directory.startsWith(`${outer.directory}/`)
  );
}
