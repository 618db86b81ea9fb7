/** One tree: what depbraid says of the bare checkout, and every specifier of it as TypeScript reads them. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { analyze, type Edge } from "../../../src/index.ts";
import type { PreparedTree } from "./prepared-tree.ts";
import type { TypeScript } from "./typescript-api.ts";

export interface Statement {
  readonly path: string;
  readonly line: number;
  readonly specifier: string;
  /** `require`, `import()`, or a statement: by what stands before the specifier. */
  readonly way: "require" | "import" | "dynamic";
}

export interface ObservedTree extends PreparedTree {
  readonly statements: readonly Statement[];
  /** Edges of one specifier of one file, as depbraid has them. */
  readonly edges: (path: string, specifier: string) => readonly Edge[];
  /** Edges between files. */
  readonly internal: readonly Edge[];
}

const sourceFile = /\.[cm]?[jt]sx?$/;

export async function observe(prepared: PreparedTree, typescript: TypeScript): Promise<ObservedTree> {
  const { graph } = await analyze({ root: prepared.bare, goal: "graph" });
  const byFile = new Map<string, Map<string, Edge[]>>();
  const internal: Edge[] = [];
  for (let at = 0; at < graph.edgeCount; at++) {
    if (graph.edgeKind(at) !== "imports") continue;
    const edge = graph.edgeAt(at);
    const { from, to, specifier } = edge;
    if (specifier === undefined || !sourceFile.test(from)) continue;
    const path = from.slice("file:".length);
    const own = byFile.get(path) ?? new Map<string, Edge[]>();
    byFile.set(path, own);
    own.set(specifier, [...(own.get(specifier) ?? []), edge]);
    if (to.startsWith("file:")) internal.push(edge);
  }
  const paths: string[] = [];
  for (let node = 0; node < graph.nodeCount; node++) {
    const id = graph.id(node);
    if (id.startsWith("file:") && sourceFile.test(id)) paths.push(id.slice("file:".length));
  }
  return {
    ...prepared,
    statements: paths.toSorted().flatMap((path) => statementsOf(prepared.bare, path, typescript)),
    edges: (path, specifier) => byFile.get(path)?.get(specifier) ?? [],
    internal,
  };
}

/** Once for each specifier of a file and way of asking. */
function statementsOf(root: string, path: string, typescript: TypeScript): readonly Statement[] {
  const text = readFileSync(join(root, path), "utf8");
  const statements = new Map<string, Statement>();
  for (const { fileName: specifier, pos } of typescript.preProcessFile(text, true, true).importedFiles) {
    const before = text.slice(Math.max(0, pos - 20), pos);
    const way = /require\s*\(\s*$/.test(before) ? "require" : /import\s*\(\s*$/.test(before) ? "dynamic" : "import";
    const line = text.slice(0, pos).split("\n").length;
    const key = `${way} ${specifier}`;
    if (!statements.has(key)) statements.set(key, { path, line, specifier, way });
  }
  return [...statements.values()];
}
