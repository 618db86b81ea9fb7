import type { Braid } from "../model/analysis.ts";
import type { Finding } from "../model/conflict.ts";
import type { Graph } from "../model/graph.ts";
import type { Edge } from "../model/graph-types.ts";
import type { Project } from "../model/project.ts";
import { editDistance, nearest } from "../model/nearest.ts";
import { purlName, purlType } from "../model/purl.ts";
import type { Check } from "./check.ts";
import { lookedFor, pathOf } from "./findings/node-names.ts";
import { tempered } from "./findings/tempered.ts";

export const importUnknown: Check = {
  code: "import/unknown",
  severity: "warning",
  summary: "An import names what nothing knows: no file, no package that is asked for or known, nothing built in.",
  *run(braid) {
    const { graph, projectOf } = braid;
    let known: KnownNames | undefined;
    for (const [first, ...others] of unknownUses(braid)) {
      if (first === undefined) continue;
      known ??= new KnownNames(graph);
      const file = pathOf(first.from);
      yield describe(first, others.length, known, projectOf(file));
    }
  },
};

/** By file and by the first part of the name: what is below it is unknown with it. Never empty. */
function unknownUses({ graph }: Braid): Iterable<readonly Edge[]> {
  const groups = new Map<string, Edge[]>();
  const { offsets, edges } = graph.in;
  for (let node = 0; node < graph.nodeCount; node++) {
    if (graph.nodeKind(node) !== "unresolved") continue;
    const { inRepo, generated, caseOf } = graph.nodeAttributes(node);
    if (inRepo === true || generated !== undefined || caseOf !== undefined) continue;
    for (const at of edges.subarray(offsets[node], offsets[node + 1])) {
      const kind = graph.edgeKind(at);
      if (kind !== "imports" && kind !== "references") continue;
      const edge = graph.edgeAt(at);
      // A guarded import is expected to fail somewhere; what is not sure to be meant so proves nothing.
      if (edge.optional === true || edge.confidence === "inferred") continue;
      // A path that leaves the repository is no name.
      if (lookedFor(edge.to).startsWith(".")) continue;
      const key = `${edge.from} ${headOf(edge.to)}`;
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [edge]);
      else group.push(edge);
    }
  }
  return groups.values();
}

function describe(first: Edge, more: number, known: KnownNames, project: Project | undefined): Finding {
  const file = pathOf(first.from);
  const head = headOf(first.to);
  const there = known.file(languageOf(first.to), head);
  const close = known.near(languageOf(first.to), head);
  const elsewhere = known.elsewhere(project?.ecosystem, head);
  const what =
    there === undefined
      ? `nothing is known by the name "${head}": it is not in this repository, not asked for, and not built in`
      : `"${head}" is not asked for, not built in, and not on the path here; there is ${there}`;
  return {
    // Whoever starts the program may put its directory on the path, and a test often makes the modules that it imports.
    severity: tempered(there !== undefined || isTestBody(first) ? "info" : "warning", file, first.confidence),
    message:
      what +
      (close === undefined || there !== undefined ? "" : `; there is ${close}`) +
      (elsewhere === undefined ? "" : `; ${elsewhere} has a package of that name`) +
      (more === 0 ? "" : ` (${more} more ${more === 1 ? "import" : "imports"} of it here)`),
    file,
    line: first.line ?? 0,
    column: first.column ?? 0,
    subject: first.specifier ?? head,
    ...(project === undefined ? {} : { project: project.id }),
    evidence: [],
    fix: { message: wayOut(there, close), file },
  };
}

function isTestBody({ scope, local }: Edge): boolean {
  return scope === "test" && local === true;
}

function wayOut(there: string | undefined, close: string | undefined): string {
  if (there !== undefined) return `put the directory of ${there} on the path where a tool can see it`;
  return close === undefined ? "declare what brings it, or remove the import" : `import ${close}, if that is meant`;
}

/** `python` of `unresolved:python/azure.core`. */
function languageOf(id: string): string {
  return id.slice(id.indexOf(":") + 1, id.indexOf("/"));
}

/** The part of a dotted name that decides; a path is one name. */
function headOf(id: string): string {
  const name = lookedFor(id);
  return name.includes("/") ? name : (name.split(".")[0] ?? name);
}

/** What imports of a repository reach, by language: the names that a wrong one may have been meant for. */
class KnownNames {
  readonly #byLanguage = new Map<string, Set<string>>();
  readonly #packages = new Map<string, string>();
  /** By language and name: a file that is called so, or whose directory is. */
  readonly #files = new Map<string, string>();

  constructor(graph: Graph) {
    for (let node = 0; node < graph.nodeCount; node++) {
      const id = graph.id(node);
      const { language } = graph.nodeAttributes(node);
      if (language !== undefined) this.#addFile(language, pathOf(id));
      if (graph.nodeKind(node) === "builtin") this.#add(languageOf(id), headOf(id));
      if (graph.nodeKind(node) === "package") this.#packages.set(purlName(id), purlType(id));
    }
    for (let edge = 0; edge < graph.edgeCount; edge++) {
      if (graph.edgeKind(edge) !== "imports" || graph.nodeKind(graph.to(edge)) !== "package") continue;
      const { language } = graph.nodeAttributes(graph.from(edge));
      const specifier = graph.specifier(edge);
      if (language !== undefined && specifier !== "") this.#add(language, specifier.split(".")[0] ?? specifier);
    }
  }

  #add(language: string, name: string): void {
    const names = this.#byLanguage.get(language);
    if (names === undefined) this.#byLanguage.set(language, new Set([name]));
    else names.add(name);
  }

  #addFile(language: string, path: string): void {
    const [name = "", directory] = path.split("/").reverse();
    for (const each of [name.replace(/\.[^.]*$/, ""), directory]) {
      const key = `${language} ${each}`;
      if (each !== undefined && !this.#files.has(key)) this.#files.set(key, path);
    }
  }

  file(language: string, name: string): string | undefined {
    return this.#files.get(`${language} ${name}`);
  }

  /** A slip of the finger away: with two, `azureml` would be told to be `azure`. */
  near(language: string, name: string): string | undefined {
    const found = nearest(name, this.#byLanguage.get(language) ?? []);
    return found === undefined || editDistance(name.toLowerCase(), found.toLowerCase(), 1) > 1 ? undefined : found;
  }

  /** Another ecosystem of this repository that has a package of the name. */
  elsewhere(ecosystem: string | undefined, name: string): string | undefined {
    const type = this.#packages.get(name);
    return type === ecosystem ? undefined : type;
  }
}
