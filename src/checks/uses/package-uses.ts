import type { Braid } from "../../model/analysis.ts";
import type { Graph } from "../../model/graph.ts";
import { type Purl, purlType } from "../../model/purl.ts";
import type { Project } from "../../model/project.ts";
import type { Requirement } from "../../model/requirement.ts";
import { pathOf } from "../findings/node-names.ts";
import { NodeProjects } from "./node-projects.ts";
import { PassedOn } from "./passed-on.ts";
import { ProjectPlaces } from "./project-places.ts";
import { requirementKey } from "./requirement-key.ts";

const none: readonly Purl[] = [];

/** The files of one directory: what one of them uses the others have for the same reason. */
interface User {
  readonly directory: string;
  readonly seen: Set<Purl>;
}

function userAt(users: Map<string, User>, path: string): User {
  const directory = path.slice(0, Math.max(path.lastIndexOf("/"), 0));
  let user = users.get(directory);
  if (user === undefined) users.set(directory, (user = { directory, seen: new Set() }));
  return user;
}

/** Which requirements are seen at work in source code. */
export class PackageUses {
  readonly #used = new Set<string>();
  readonly #observed = new Set<string>();
  readonly #generating = new Set<string>();
  readonly #places: ProjectPlaces;

  readonly #owners: NodeProjects;
  readonly #passedOn: PassedOn;

  constructor(braid: Braid) {
    this.#passedOn = new PassedOn(braid.projects);
    this.#owners = NodeProjects.of(braid);
    this.#places = new ProjectPlaces(braid.projects);
    this.#readPeers(braid.projects);
    const speakers = this.#readEdges(braid.graph);
    this.#readFiles(braid.graph, speakers);
  }

  /** Whether a file imports what the requirement asks for. One that is inherited counts as used wherever it is. */
  isUsed(requirement: Requirement): boolean {
    return this.#used.has(requirementKey(requirement));
  }

  /** A project that imports what the requirement asks for, without asking for it itself: it has it from here. */
  userBeyond(requirement: Requirement): Project | undefined {
    return this.#passedOn.user(requirement);
  }

  /** Whether the project has source files in which a use would show. */
  isObserved(project: Project): boolean {
    return this.#observed.has(project.id);
  }

  /** Whether a build makes sources of the project that are not here: they may use anything. */
  hasGeneratedSources(project: Project): boolean {
    return this.#generating.has(project.id);
  }

  /** Marks every use; returns the languages that were seen to import packages of each ecosystem. */
  #readEdges(graph: Graph): ReadonlyMap<string, ReadonlySet<string>> {
    const speakers = new Map<string, Set<string>>();
    const users = new Map<string, User>();
    let user: User | undefined;
    let last = -1;
    for (let at = 0; at < graph.edgeCount; at++) {
      const kind = graph.edgeKind(at);
      if (kind !== "imports" && kind !== "references" && kind !== "bridges") continue;
      const start = graph.from(at);
      const end = graph.to(at);
      // Of what a build has made the sources are here.
      if (graph.nodeKind(end) !== "file" && graph.nodeAttributes(end).generated !== undefined) {
        const generating = this.#owners.of(start);
        if (generating !== undefined) this.#generating.add(generating.id);
      }
      const reached = this.#reached(graph, at);
      if (reached.length === 0) continue;
      // A file's edges follow each other.
      if (user === undefined || start !== last) user = userAt(users, pathOf(graph.id(start)));
      last = start;
      for (const name of reached) {
        const ecosystem = purlType(name);
        const { language } = graph.nodeAttributes(start);
        if (kind !== "bridges" && language !== undefined) {
          const languages = speakers.get(ecosystem);
          if (languages === undefined) speakers.set(ecosystem, new Set([language]));
          else languages.add(language);
        }
        if (user.seen.has(name)) continue;
        user.seen.add(name);
        if (this.#mark(ecosystem, user.directory, name)) continue;
        const owner = this.#owners.of(start);
        if (owner !== undefined) this.#passedOn.add(owner, name);
      }
    }
    return speakers;
  }

  /** The packages that an edge shows to be used. */
  #reached(graph: Graph, at: number): readonly Purl[] {
    const to = graph.to(at);
    const kind = graph.nodeKind(to);
    if (kind !== "package" && kind !== "file") return none;
    const declared = graph.declaredPackage(at);
    const reached = kind === "package" ? graph.id(to) : this.#published(graph, at);
    if (reached === undefined) return declared === undefined ? none : [declared];
    return declared === undefined || declared === reached ? [reached] : [reached, declared];
  }

  /** The package of the project that an edge leads into: within one project nothing is used from outside. */
  #published(graph: Graph, at: number): Purl | undefined {
    const owner = this.#owners.of(graph.to(at));
    return owner === undefined || owner === this.#owners.of(graph.from(at)) ? undefined : owner.package;
  }

  /** A use counts for the nearest project around the file that asks for the package; false when none does. */
  #mark(ecosystem: string, directory: string, name: Purl): boolean {
    for (const projects of this.#places.around(ecosystem, directory)) {
      let asked = false;
      for (const project of projects) {
        for (const requirement of project.requirements) {
          if (requirement.package !== name) continue;
          this.#used.add(requirementKey(requirement));
          asked = true;
        }
      }
      if (asked) return true;
    }
    return false;
  }

  /** What a project of the repository wants its users to install beside it is used by every project that asks for it. */
  #readPeers(projects: readonly Project[]): void {
    const peers = new Map<Purl, ReadonlySet<Purl>>();
    for (const { package: name, requirements } of projects) {
      const wanted = requirements.filter(({ scope }) => scope === "peer");
      if (name !== undefined && wanted.length > 0) peers.set(name, new Set(wanted.map((peer) => peer.package)));
    }
    if (peers.size === 0) return;
    for (const { requirements } of projects) {
      const wanted = requirements.flatMap((requirement) => peers.get(requirement.package) ?? []);
      for (const requirement of requirements) {
        if (wanted.some((set) => set.has(requirement.package))) this.#used.add(requirementKey(requirement));
      }
    }
  }

  #readFiles(graph: Graph, speakers: ReadonlyMap<string, ReadonlySet<string>>): void {
    for (let node = 0; node < graph.nodeCount; node++) {
      if (graph.nodeKind(node) !== "file") continue;
      const { language } = graph.nodeAttributes(node);
      const project = this.#owners.of(node);
      if (language === undefined || project === undefined) continue;
      // A file of another language says nothing of what this ecosystem's packages are used for.
      if (speakers.get(project.ecosystem)?.has(language) ?? true) this.#observed.add(project.id);
    }
  }
}
