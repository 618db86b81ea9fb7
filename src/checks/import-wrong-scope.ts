import type { Braid } from "../model/analysis.ts";
import type { Finding } from "../model/conflict.ts";
import type { Edge, NodeAttributes } from "../model/graph-types.ts";
import type { Evidence } from "../model/location.ts";
import type { Project } from "../model/project.ts";
import { type Purl, purlName } from "../model/purl.ts";
import type { Requirement } from "../model/requirement.ts";
import type { Check } from "./check.ts";
import { pathOf } from "./findings/node-names.ts";
import { innermostRoot, placeInProject } from "./findings/place-in-project.ts";
import { tempered } from "./findings/tempered.ts";
import { Neighbours } from "./uses/neighbours.ts";
import { NodeProjects } from "./uses/node-projects.ts";
import { ProjectPlaces } from "./uses/project-places.ts";

export const importWrongScope: Check = {
  code: "import/wrong-scope",
  severity: "error",
  summary: "Production code imports what is asked for only to develop or to test.",
  *run(braid) {
    const { graph } = braid;
    const asked = new AskedScopes(braid);
    const owners = NodeProjects.of(braid);
    const neighbours = new Neighbours(braid);
    const seen = new Set<string>();
    for (let at = 0; at < graph.edgeCount; at++) {
      if (graph.declarationState(at) !== "declared" || graph.isIdle(at)) continue;
      const from = graph.from(at);
      if (graph.nodeAttributes(from).scope !== "main") continue;
      const project = owners.of(from);
      const subject = graph.declaredPackage(at);
      if (project === undefined || subject === undefined) continue;
      const requirements = asked.onlyForWork(project, subject);
      if (requirements.length === 0) continue;
      const edge = graph.edgeAt(at);
      if (edge.declaration?.manifest !== undefined) continue;
      if (edge.confidence !== "exact" || edge.optional === true || edge.local === true) continue;
      if (!isShipped(project, pathOf(edge.from), graph.nodeAttributes(from))) continue;
      // A class may be of any of several artifacts: a package's own name is proof, or the file that is here.
      const isHere = graph.nodeKind(graph.to(at)) === "file";
      if (isHere && !isApart(graph.nodeAttributes(from), project)) continue;
      const key = `${edge.from} ${subject}`;
      if (seen.has(key) || (isHere && neighbours.mayCome(project, subject))) continue;
      seen.add(key);
      const isNeeded = graph.in.edges
        .subarray(graph.in.offsets[from], graph.in.offsets[from + 1])
        .some((use) => graph.nodeAttributes(graph.from(use)).scope === "main" && !graph.isIdle(use));
      yield describe(edge, project, requirements, { isNeeded });
    }
  },
};

/** Whether a project has a class path of its own: elsewhere a neighbour is found by many ways. */
function isApart({ unit }: NodeAttributes, { id, installScope }: Project): boolean {
  return unit !== undefined && installScope === id;
}

/** Directories for work on a project, which its source roots may hold as well; what stands at its top is for work, too. */
const workPlace =
  /(?:^|\/)(?:(?:tests?|docs?|examples?|samples?)(?:[_-]\w+)?|testing|scripts?|tools?|bench(?:marks?)?|ci|dev|contrib|\.\w[^/]*)\//;

/**
 * Whether a file is among what others get of its project: below a source root for production code; where projects have no
 * source roots, below `src` or `lib`. A project that packs what it needs, or that is never published, ships nothing of which
 * another installation would have to be told.
 */
function isShipped(project: Project, path: string, attributes: NodeAttributes): boolean {
  const place = placeInProject(path, project, attributes);
  const isAtTop = attributes.unit === undefined && !place.includes("/");
  if (project.packed === true || isAtTop || workPlace.test(place)) return false;
  if (project.sourceRoots.length === 0) return /^(?:src|lib)\//.test(place);
  return innermostRoot(project, path)?.scope === "main";
}

/** Requirements on a package by the nearest project that has any. */
class AskedScopes {
  readonly #places: ProjectPlaces;
  readonly #known = new Map<string, readonly Requirement[]>();

  constructor({ projects }: Braid) {
    this.#places = new ProjectPlaces(projects);
  }

  /** Empty unless all of them are for work on the project alone. */
  onlyForWork(project: Project, name: Purl): readonly Requirement[] {
    const key = `${project.id} ${name}`;
    let found = this.#known.get(key);
    if (found === undefined) {
      const nearest = this.#nearest(project, name);
      found = nearest.every(({ scope }) => scope === "dev" || scope === "test") ? nearest : [];
      this.#known.set(key, found);
    }
    return found;
  }

  #nearest({ ecosystem, directory }: Project, name: Purl): readonly Requirement[] {
    for (const projects of this.#places.around(ecosystem, directory)) {
      const asking = projects.flatMap(({ requirements }) => requirements.filter((each) => each.package === name));
      // Managed versions and constraints ask for nothing.
      const found = asking.filter(({ scope }) => scope !== "managed" && scope !== "constraint");
      if (found.length > 0) return found;
    }
    return [];
  }
}

interface Weight {
  /** Whether other production code loads the file: what nothing loads may be a plug-in of the very tool that it imports. */
  readonly isNeeded: boolean;
}

function describe(edge: Edge, project: Project, requirements: readonly Requirement[], { isNeeded }: Weight): Finding {
  const file = pathOf(edge.from);
  const subject = edge.declaration?.package ?? edge.to;
  const name = purlName(subject);
  const [first] = requirements;
  const scope = first?.scope === "test" ? "tests" : "development";
  const evidence = requirements.slice(0, 5).map((each): Evidence => ({
    file: each.file,
    line: each.line,
    column: each.column,
    message: `${name} is asked for here, for ${each.scope === "test" ? "tests" : "development"}${each.group === undefined ? "" : ` (${each.group})`}`,
  }));
  return {
    // Types are not there when it runs, and a lock or a neighbour may bring the package all the same.
    severity: tempered(edge.typeOnly === true ? "info" : isNeeded ? "error" : "warning", file, edge.confidence),
    message: `${name} is imported by production code, and ${first?.file ?? project.manifest} asks for it only for ${scope}`,
    file,
    line: edge.line ?? 0,
    column: edge.column ?? 0,
    subject,
    project: project.id,
    evidence,
    fix: { message: `move "${name}" to what ${project.manifest} needs to run`, file: first?.file ?? project.manifest },
  };
}
