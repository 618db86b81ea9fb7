/** Bridge facts to edges: what the far end of each is in this repository. Names no language and no tool. */
import type { FileIndex } from "../files/file-index.ts";
import type { BridgeFact, BridgeTarget, FileFacts } from "../model/facts.ts";
import type { GraphBuilder } from "../model/graph-builder.ts";
import type { Project } from "../model/project.ts";
import type { Confidence } from "../model/resolution.ts";
import { basePaths } from "./bridge-paths.ts";

export interface BridgeContext {
  readonly files: FileIndex;
  readonly projectOf: (path: string) => Project | undefined;
  /** The file that defines a module or class, as seen from a file. */
  readonly find: (language: string, name: string, from: string) => string | undefined;
  /** Whether a manifest has a script of this name; undefined when that is not known. */
  readonly hasScript: (manifest: string, name: string) => boolean | undefined;
}

/** One end of an edge: its node, and how sure the way there is. */
interface End {
  readonly node: number;
  readonly confidence: Confidence;
}

/** Adds an edge for each bridge of a file. File nodes that have attributes are made before. */
export function linkBridges(builder: GraphBuilder, path: string, facts: FileFacts, context: BridgeContext): void {
  if (facts.bridges.length === 0) return;
  const from = builder.node(`file:${path}`, "file");
  const scope = builder.attributes[from]?.scope;
  for (const fact of facts.bridges) {
    const end = endOf(builder, path, fact, context);
    if (end === undefined || end.node === from) continue;
    builder.edge(from, end.node, "bridges", {
      confidence: end.confidence,
      specifier: fact.tool,
      mechanism: fact.mechanism,
      line: fact.line,
      column: fact.column,
      ...(scope === undefined ? {} : { scope }),
    });
  }
}

function endOf(builder: GraphBuilder, path: string, fact: BridgeFact, context: BridgeContext): End | undefined {
  const { target, confidence } = fact;
  switch (target.kind) {
    case "path":
      return endOfPath(builder, path, fact, target, context);
    case "script":
      return endOfScript(builder, path, fact, target, context) ?? tool(builder, fact);
    case "module": {
      const file = context.find(target.language, target.name, path);
      return file === undefined ? tool(builder, fact) : { node: builder.node(`file:${file}`, "file"), confidence };
    }
    case "class": {
      const file = context.find(target.language, target.name, path);
      if (file === undefined) return tool(builder, fact);
      return { node: within(builder, `class:${target.name}`, "class", file), confidence };
    }
    case "tool":
      return tool(builder, fact);
  }
}

function tool(builder: GraphBuilder, { tool: name, confidence }: BridgeFact): End {
  return { node: builder.node(`exec:${name}`, "exec"), confidence };
}

/** A node for a part of a file, tied to the file at its first mention. */
function within(builder: GraphBuilder, id: string, kind: "class" | "script", file: string): number {
  const isNew = !builder.index.has(id);
  const node = builder.node(id, kind);
  if (isNew) builder.edge(node, builder.node(`file:${file}`, "file"), "defined-in", { confidence: "exact" });
  return node;
}

// ---- Paths.

type PathTarget = BridgeTarget & { readonly kind: "path" };

function endOfPath(
  builder: GraphBuilder,
  path: string,
  fact: BridgeFact,
  target: PathTarget,
  context: BridgeContext,
): End | undefined {
  const { files } = context;
  const otherwise = (): End | undefined => (target.foreign === true ? undefined : tool(builder, fact));
  const found = findFile(path, target, context);
  if (found !== undefined) {
    const sure = found.certain && fact.confidence === "exact" && target.base === "file";
    return { node: builder.node(`file:${found.path}`, "file"), confidence: sure ? "exact" : "inferred" };
  }
  // Only a path that says where it is can be missing, and only a file that is somebody's source.
  if (target.base === "unknown" || !looksLikeScript(target.path)) return otherwise();
  const [expected] = basePaths(path, target, context.projectOf(path));
  if (expected === undefined) return otherwise();
  const generated = files.isIgnored(expected) || isBuildOutput(expected);
  // A file of that name elsewhere may be the one, from a directory that nothing here tells.
  if (target.base === "working-directory" && !generated && endingWith(files, target.path).length > 0)
    return otherwise();
  const attributes = generated ? { inRepo: true, generated: "build output" } : { inRepo: true };
  const exact = target.base === "file" && fact.confidence === "exact";
  return {
    node: builder.node(`unresolved:${fact.mechanism}/${expected}`, "unresolved", attributes),
    confidence: exact ? "exact" : "inferred",
  };
}

interface FoundFile {
  readonly path: string;
  /** Found where the path itself says, not by a convention. */
  readonly certain: boolean;
}

function findFile(path: string, target: PathTarget, context: BridgeContext): FoundFile | undefined {
  const { files } = context;
  const project = context.projectOf(path);
  const wanted = [target.path, ...(target.also ?? [])];
  if (target.base !== "unknown") {
    for (const each of wanted) {
      const here = basePaths(path, { path: each, base: target.base }, project).find((candidate) =>
        files.has(candidate),
      );
      if (here !== undefined) return { path: files.real(here), certain: each === target.path };
    }
    if (target.base === "file") return undefined;
  }
  for (const each of wanted) {
    const only = onlyOne(endingWith(files, each), project, path);
    if (only !== undefined) return { path: only, certain: false };
  }
  return undefined;
}

/** The one file of the project, else of the repository; undefined when there are several. */
function onlyOne(candidates: readonly string[], project: Project | undefined, path: string): string | undefined {
  const others = candidates.filter((candidate) => candidate !== path);
  const own = others.filter((candidate) => isBelow(candidate, project?.directory ?? ""));
  return own.length === 1 ? own[0] : others.length === 1 ? others[0] : undefined;
}

function isBelow(path: string, directory: string): boolean {
  return directory === "" || path.startsWith(`${directory}/`);
}

const indexes = new WeakMap<FileIndex, ReadonlyMap<string, readonly string[]>>();

/** Files whose path ends with these parts. */
function endingWith(files: FileIndex, end: string): readonly string[] {
  const tail = `/${end}`;
  const named = byName(files).get(nameOf(end)) ?? [];
  return named.filter((path) => path === end || path.endsWith(tail));
}

/** Paths by the name of the file: gathered once for a repository, and only when somebody asks. */
function byName(files: FileIndex): ReadonlyMap<string, readonly string[]> {
  const known = indexes.get(files);
  if (known !== undefined) return known;
  const index = new Map<string, string[]>();
  for (const path of files.paths) {
    const name = nameOf(path);
    const named = index.get(name);
    if (named === undefined) index.set(name, [path]);
    else named.push(path);
  }
  indexes.set(files, index);
  return index;
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

const sourceName = /[^/.][^/]*\.(?:py|js|mjs|cjs|ts|mts|cts|java|sh|bash)$/u;

/** Jars are built, and files without an ending may be anybody's program. */
function looksLikeScript(path: string): boolean {
  return sourceName.test(path);
}

const buildOutput = /(?:^|\/)(?:target|dist|build|out|output|bin|generated|node_modules|venv|\.[^/]+)\//u;

function isBuildOutput(path: string): boolean {
  return buildOutput.test(path);
}

// ---- Scripts of a manifest.

function endOfScript(
  builder: GraphBuilder,
  path: string,
  fact: BridgeFact,
  target: BridgeTarget & { readonly kind: "script" },
  { files, projectOf, hasScript }: BridgeContext,
): End | undefined {
  if (target.base === "unknown") return undefined;
  for (const base of basePaths(path, { path: target.directory, base: target.base }, projectOf(path))) {
    const manifest = nearest(files, base, target.manifest);
    if (manifest === undefined) continue;
    const has = hasScript(manifest, target.name);
    const id = `${manifest}#${target.name}`;
    const confidence: Confidence = target.base === "file" ? fact.confidence : "inferred";
    if (has === true || (has === undefined && target.loose !== true)) {
      return { node: within(builder, `script:${id}`, "script", manifest), confidence };
    }
    if (target.loose === true) return undefined;
    return { node: builder.node(`unresolved:${fact.mechanism}/${id}`, "unresolved", { inRepo: true }), confidence };
  }
  return undefined;
}

/** The manifest in a directory or the nearest above it. */
function nearest(files: FileIndex, directory: string, name: string): string | undefined {
  for (let at = directory; ; at = at.slice(0, Math.max(0, at.lastIndexOf("/")))) {
    const manifest = at === "" ? name : `${at}/${name}`;
    if (files.has(manifest)) return manifest;
    if (at === "") return undefined;
  }
}
