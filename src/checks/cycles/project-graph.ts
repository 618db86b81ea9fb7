import type { Braid } from "../../model/analysis.ts";
import { GraphBuilder } from "../../model/graph-builder.ts";
import type { Graph } from "../../model/graph.ts";
import type { Project } from "../../model/project.ts";
import type { Purl } from "../../model/purl.ts";
import type { Requirement } from "../../model/requirement.ts";
import { stronglyConnected } from "../../model/strongly-connected.ts";
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

const known = new WeakMap<Braid, ProjectGraph>();

/** Made once for a repository: each trial of a change asks again. */
export function projectGraph(braid: Braid): ProjectGraph {
  let made = known.get(braid);
  if (made === undefined) known.set(braid, (made = makeProjectGraph(braid)));
  return made;
}

function makeProjectGraph(braid: Braid): ProjectGraph {
  const asked = [...requirementLinks(braid)];
  const imports = importsBetween(braid);
  const supposed = imports.map(({ from, to }): Link => ({ from, to, bond: "import", place: nowhere }));
  const component = componentsOf(graphOf(braid, [...asked, ...supposed]));
  // Only where a circle is suspected it matters what compilers drop: to know it takes a parse.
  const closing = imports.flatMap(({ from, to, edges }) => {
    const inOne = component.get(from.id);
    if (inOne === undefined || inOne !== component.get(to.id)) return [];
    const first = edges.find((edge) => !braid.isErased(edge));
    return first === undefined ? [] : [{ from, to, bond: "import" as const, place: placeOf(braid, first) }];
  });
  return graphOf(braid, [...asked, ...closing]);
}

interface Link {
  readonly from: Project;
  readonly to: Project;
  readonly bond: Bond;
  readonly place: Place;
}

function graphOf({ projects }: Braid, links: readonly Link[]): ProjectGraph {
  const builder = new GraphBuilder();
  for (const { id } of projects) builder.node(id, "project");
  for (const { from, to, bond, place } of links) {
    const kind = bond === "import" ? "imports" : "declares";
    builder.edge(builder.node(from.id, "project"), builder.node(to.id, "project"), kind, {
      confidence: "declared",
      ...place,
    });
  }
  return { graph: builder.build(), bonds: links.map(({ bond }) => bond) };
}

/** By the ids of projects: those of one number all depend on each other. */
function componentsOf({ graph }: ProjectGraph): ReadonlyMap<string, number> {
  const components = stronglyConnected(graph, () => true);
  return new Map(components.flatMap((nodes, at) => nodes.map((node) => [graph.id(node), at])));
}

function* requirementLinks(braid: Braid): Iterable<Link> {
  const homes = new Homes(braid);
  for (const from of braid.projects) {
    for (const requirement of from.requirements) {
      const to = homes.of(from, requirement);
      const { scope, file, line, column } = requirement;
      if (to === undefined || to.id === from.id) continue;
      yield { from, to, bond: bondOf(requirement), place: { scope, file, line, column } };
    }
  }
}

interface Place {
  readonly scope?: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

const nowhere: Place = { file: "", line: 0, column: 0 };

function placeOf({ graph }: Braid, edge: number): Place {
  const { line = 0, column = 0 } = graph.edgeAt(edge);
  return { file: pathOf(graph.id(graph.from(edge))), line, column };
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

interface ImportsBetween {
  readonly from: Project;
  readonly to: Project;
  /** Never empty. */
  readonly edges: number[];
}

/** The runtime imports of production code from one project into another; nested projects share their files freely. */
function importsBetween(braid: Braid): readonly ImportsBetween[] {
  const { graph } = braid;
  const owners = NodeProjects.of(braid);
  const pairs = new Map<Project, Map<Project, ImportsBetween>>();
  for (let edge = 0; edge < graph.edgeCount; edge++) {
    const kind = graph.edgeKind(edge);
    if ((kind !== "imports" && kind !== "references") || graph.isIdle(edge)) continue;
    // What loads another by its name does so in order not to depend on it.
    if (graph.isSupposed(edge)) continue;
    const end = graph.to(edge);
    if (graph.nodeKind(end) !== "file") continue;
    const from = owners.of(graph.from(edge));
    const to = owners.of(end);
    if (from === undefined || to === undefined || from === to || nested(from, to)) continue;
    if (graph.nodeAttributes(graph.from(edge)).scope === "test") continue;
    let ofProject = pairs.get(from);
    if (ofProject === undefined) pairs.set(from, (ofProject = new Map()));
    const pair = ofProject.get(to);
    if (pair === undefined) ofProject.set(to, { from, to, edges: [edge] });
    else pair.edges.push(edge);
  }
  return [...pairs.values()].flatMap((ofProject) => Array.from(ofProject.values()));
}

function nested(a: Project, b: Project): boolean {
  const [outer, inner] = a.directory.length <= b.directory.length ? [a, b] : [b, a];
  return (
    outer.directory === "" || outer.directory === inner.directory || inner.directory.startsWith(`${outer.directory}/`)
  );
}
