/** What changed files are in the graph, and what depends on them. */
import type { Graph } from "./graph.ts";

/** One changed path and the nodes that stand for it. */
export interface ChangedFile {
  readonly file: string;
  /** Empty where nothing in the graph stands for it: a text that no code reads. */
  readonly nodes: readonly string[];
}

export interface AffectedNode {
  readonly id: string;
  /** Id of the project that holds the file. */
  readonly project?: string;
  /** Whether the node itself was changed, and does not only depend on what was. */
  readonly changed: boolean;
}

export interface Affected {
  readonly changed: readonly ChangedFile[];
  /** In node order; what changed included. */
  readonly nodes: readonly AffectedNode[];
}

/**
 * What may behave differently now that these files are changed, added or gone: every node that reaches one of theirs. A
 * changed manifest or lockfile is a change of its whole project.
 */
export function affectedBy(graph: Graph, paths: readonly string[]): Affected {
  const places = new Places(graph);
  const changed = paths.map((file) => ({ file, nodes: places.of(file) }));
  const direct = new Set(changed.flatMap(({ nodes }) => nodes));
  const held = [...direct].flatMap((id) => heldBy(graph, id));
  const nodes = graph.affected([...direct, ...held]).map((id): AffectedNode => {
    const project = owner(graph, id);
    const node = { id, changed: direct.has(id) };
    return project === undefined ? node : Object.assign(node, { project });
  });
  return { changed, nodes };
}

/** What a project provides to others, and its files: a change of its manifest is a change of all of it. */
function heldBy(graph: Graph, id: string): readonly string[] {
  if (!id.startsWith("project:")) return [];
  const held = graph.dependencies(id).filter(({ kind }) => kind === "contains" || kind === "provides");
  return held.map(({ to }) => to);
}

function owner(graph: Graph, id: string): string | undefined {
  return id.startsWith("file:") ? graph.dependents(id).find(({ kind }) => kind === "contains")?.from : undefined;
}

/** Which nodes a path stands for. */
class Places {
  readonly #graph: Graph;
  /** Manifest or lockfile to the projects that it says something of. */
  readonly #projectsBy = new Map<string, Set<string>>();
  readonly #scriptsBy = new Map<string, string[]>();
  /** Names of nodes that stand for a file which is not there, as paths without their ending. */
  readonly #missing = new Map<string, string[]>();

  constructor(graph: Graph) {
    this.#graph = graph;
    for (let node = 0; node < graph.nodeCount; node++) this.#add(graph.id(node));
    for (const [edge, { file }] of graph.parts.rare) {
      const from = graph.id(graph.from(edge));
      if (file === undefined || !from.startsWith("project:")) continue;
      const known = this.#projectsBy.get(file);
      if (known === undefined) this.#projectsBy.set(file, new Set([from]));
      else known.add(from);
    }
  }

  of(path: string): readonly string[] {
    const file = `file:${path}`;
    const projects = new Set(this.#projectsBy.get(path));
    if (this.#graph.has(`project:${path}`)) projects.add(`project:${path}`);
    return [
      ...new Set([
        ...(this.#graph.has(file) ? [file] : this.#gone(path)),
        ...projects,
        ...(this.#scriptsBy.get(path) ?? []),
      ]),
    ];
  }

  #add(id: string): void {
    if (id.startsWith("script:")) push(this.#scriptsBy, id.slice("script:".length).split("#", 1)[0] ?? "", id);
    if (!id.startsWith("unresolved:")) return;
    const name = id.slice(id.indexOf("/") + 1);
    push(this.#missing, withoutEnding(name), id);
    // A dotted module or class name, as the path that it would be.
    if (!name.includes("/")) push(this.#missing, name.replaceAll(".", "/"), id);
  }

  /**
   * What still names a file that is gone. A dotted name says nothing of the source root, so it is looked for below every
   * folder of the path.
   */
  #gone(path: string): readonly string[] {
    const found: string[] = [];
    const whole = withoutEnding(path);
    const names = [path, whole, ...(folderModule.test(whole) ? [whole.replace(folderModule, "")] : [])];
    for (const name of names) {
      for (let at = 0; at >= 0; at = name.indexOf("/", at) + 1 || -1) {
        const dotted = (id: string): boolean => at === 0 || !id.slice(id.indexOf("/") + 1).includes("/");
        found.push(...(this.#missing.get(name.slice(at)) ?? []).filter(dotted));
      }
    }
    return found;
  }
}

/** Files that are imported by the name of their folder. */
const folderModule = /\/(index|__init__)$/;

/** `web/till` of `web/till.ts` and of `web/till.d.ts`. */
function withoutEnding(path: string): string {
  return path.replace(/(?<=[^/])(\.\w+)+$/, "");
}

function push(map: Map<string, string[]>, key: string, value: string): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [value]);
  else known.push(value);
}
