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
    this.#owners = new NodeProjects(braid);
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
    const seen = new Set<string>();
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
      for (const name of this.#reached(graph, at)) {
        const ecosystem = purlType(name);
        const { language } = graph.nodeAttributes(start);
        if (kind !== "bridges" && language !== undefined) {
          const languages = speakers.get(ecosystem);
          if (languages === undefined) speakers.set(ecosystem, new Set([language]));
          else languages.add(language);
        }
        const place = pathOf(graph.id(start));
        const directory = place.slice(0, Math.max(place.lastIndexOf("/"), 0));
        const key = `${directory} ${name}`;
        if (seen.has(key)) continue;
        seen.add(key);
        if (this.#mark(ecosystem, directory, name)) continue;
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
    if (kind !== "package" && kind !== "file") return [];
    const declared = graph.declaredPackage(at);
    const owner = kind === "file" ? this.#owners.of(to) : undefined;
    // Within one project nothing is used from outside.
    const published = owner === undefined || owner === this.#owners.of(graph.from(at)) ? undefined : owner.package;
    const reached = kind === "package" ? graph.id(to) : published;
    return [...(reached === undefined ? [] : [reached]), ...(declared === undefined ? [] : [declared])];
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
