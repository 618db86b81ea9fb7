/**
 * Facts and projects to the graph. A pure reduce over what the languages and bridges found; names no language.
 *
 * Order decides everything that is printed, so nodes and edges are made in one order: projects by manifest, what they
 * declare and lock, then files by path with what they import and start.
 */
import type { FileIndex } from "../files/file-index.ts";
import type { Braid } from "../model/analysis.ts";
import type { FaultyPlace } from "../model/fault.ts";
import type { FileFacts } from "../model/facts.ts";
import type { Position } from "../model/location.ts";
import { GraphBuilder } from "../model/graph-builder.ts";
import type { NodeAttributes } from "../model/graph-types.ts";
import type { Project } from "../model/project.ts";
import type { ImportResolver } from "../model/resolution.ts";
import type { VersionSchemes } from "../model/version-schemes.ts";
import { linkBridges } from "./bridges.ts";
import { linkEntryPoints } from "./entry-points.ts";
import { erasedEdges } from "./erased-edges.ts";
import { ProjectIndex, rootScope } from "./project-index.ts";
import { linkProjects } from "./projects.ts";
import { TargetNodes } from "./target-nodes.ts";

/** One source file with its facts and the words for it. */
export interface LinkedSource {
  readonly path: string;
  /** The language whose resolver answers. */
  readonly language: string;
  readonly ecosystem: string;
  /** What to call it in the graph; undefined for what is no code. */
  readonly dialect: string | undefined;
  /** Its scope where no source root says. */
  readonly scope: "main" | "test";
  readonly facts: FileFacts;
}

export interface LinkInput {
  readonly files: FileIndex;
  /** In order of their paths. */
  readonly sources: readonly LinkedSource[];
  readonly projects: readonly Project[];
  /** By language. */
  readonly resolvers: ReadonlyMap<string, ImportResolver>;
  /** By ecosystem: who answers for what a project's manifest names. */
  readonly ecosystems: ReadonlyMap<string, ImportResolver>;
  readonly schemes: VersionSchemes;
  readonly faults: readonly FaultyPlace[];
  /** Whether a program wrote a file, as users say. */
  readonly isGenerated?: (path: string) => boolean;
  /** Places of imports that a file's compiler drops; asked late, and of few files. */
  readonly erased: (path: string) => readonly Position[];
}

export function link(input: LinkInput): Braid {
  const builder = new GraphBuilder();
  const targets = new TargetNodes(builder);
  const { files, sources, projects, resolvers, ecosystems, schemes } = input;
  const projectIndex = new ProjectIndex(projects);
  const owners = new Map<string, Project>();
  const nodes = new FileNodes(builder, input.isGenerated ?? (() => false));
  linkProjects(builder, projects);
  for (const source of sources) {
    const owner = projectIndex.of(source.path, source.ecosystem);
    const scope = rootScope(source.path, owner) ?? source.scope;
    const node = nodes.add(source, scope);
    if (owner === undefined) continue;
    owners.set(source.path, owner);
    builder.edge(builder.node(owner.id, "project"), node, "contains", { confidence: "declared" });
  }
  const find = (language: string, name: string, from: string): string | undefined =>
    resolvers.get(language)?.find(name, from);
  const scripts = new Map(projects.map((project) => [project.manifest, project.scripts]));
  const hasScript = (manifest: string, name: string): boolean | undefined => scripts.get(manifest)?.includes(name);
  const projectOf = (file: string): Project | undefined => owners.get(file);
  for (const source of sources) {
    const from = builder.node(`file:${source.path}`, "file");
    const scope = builder.attributes[from]?.scope ?? "main";
    for (const resolved of resolvers.get(source.language)?.resolve(source.path, source.facts) ?? []) {
      const to = targets.of(resolved.target);
      if (to !== from) builder.edge(from, to, resolved.edge, resolved, scope);
    }
    linkBridges(builder, source.path, source.facts, { files, projectOf, find, hasScript });
  }
  linkEntryPoints({ builder, targets, projects, resolvers: ecosystems });
  const graph = builder.build();
  return { graph, projects, projectOf, schemes, faults: input.faults, isErased: erasedEdges(graph, input.erased) };
}

/** File nodes share their attributes: there are few distinct ones, and many files. */
class FileNodes {
  readonly #builder: GraphBuilder;
  readonly #isGenerated: (path: string) => boolean;
  readonly #attributes = new Map<string, NodeAttributes>();

  constructor(builder: GraphBuilder, isGenerated: (path: string) => boolean) {
    this.#builder = builder;
    this.#isGenerated = isGenerated;
  }

  add(source: LinkedSource, scope: "main" | "test"): number {
    const unit = source.facts.package;
    const { dialect: language } = source;
    const generated = this.#isGenerated(source.path) ? { generated: "the settings say so" } : {};
    const key = `${language ?? "-"} ${scope} ${generated.generated ?? ""} ${unit ?? "-"}`;
    let attributes = this.#attributes.get(key);
    if (attributes === undefined) {
      attributes = {
        ...(language === undefined ? {} : { language }),
        scope,
        ...(unit === undefined ? {} : { unit }),
        ...generated,
      };
      this.#attributes.set(key, attributes);
    }
    return this.#builder.node(`file:${source.path}`, "file", attributes);
  }
}
