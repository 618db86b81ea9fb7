/** Which rule a difference between depbraid's answer and a resolver's comes from. */
import { existsSync, readdirSync, readFileSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import ignore from "ignore";
import type { Edge } from "../../../src/index.ts";
import type { Answer } from "./comparison.ts";
import type { ObservedTree, Statement } from "./observed-tree.ts";

export interface Disagreement {
  readonly observed: ObservedTree;
  readonly statement: Statement;
  readonly answer: Answer;
  readonly edges: readonly Edge[];
}

const kinds = {
  asset: "a style sheet, picture or text, which bundlers load: TypeScript resolves modules only",
  builtElsewhere: "a package whose entry is built by another tool than TypeScript: depbraid goes to the source",
  ownName: "a package by its own name without `exports`: found where a workspace links its members, by no rule of Node",
  withoutEnding:
    "`import()` without an ending in a CommonJS module: Node asks for the ending, test runners and bundlers do not",
  outputOfCustom: "a path that a build writes by custom, with no configuration that says so: an inferred edge",
  custom: "a customary alias (`@/`, `@site/`, `/`): an inferred edge",
  ignored: "a file that git ignores: a bare checkout has none of it",
  broken:
    "the entry of a package.json that is broken further down: Node and oxc-resolver refuse it, depbraid reads what it can and says where it is broken",
  jsonAdded: "a bare name from `baseUrl` with `.json` added: TypeScript adds none, and a package of that name is meant",
  suffixes: "by `moduleSuffixes`, which oxc-resolver does not read",
  otherConfiguration: "by `paths` of another configuration than the first that includes the file: an inferred edge",
  withoutAllowJs:
    "by `paths` from a JavaScript file of a project without `allowJs`: bundlers and editors go by them, oxc-resolver does not",
} as const;

/** Undefined when it is not known. Only the files of the trees are believed. */
export function differenceKind(disagreement: Disagreement): string | undefined {
  const { answer, edges } = disagreement;
  if (answer !== undefined) return ofOther(disagreement, answer);
  const [edge] = edges;
  if (edge?.to.startsWith("file:") !== true) return undefined;
  return ofExtra(disagreement, edge);
}

function ofOther({ observed, statement: { path, specifier } }: Disagreement, answer: string): string | undefined {
  if (isIgnored(observed.bare, answer)) return kinds.ignored;
  if (!specifier.startsWith(".") && answer.endsWith(".json") && !specifier.endsWith(".json")) return kinds.jsonAdded;
  return nearestConfig(observed.bare, path).includes('"moduleSuffixes"') ? kinds.suffixes : undefined;
}

function ofExtra({ observed, statement }: Disagreement, edge: Edge): string | undefined {
  const { specifier, way, path } = statement;
  const ours = edge.to.slice("file:".length);
  const isSure = edge.confidence !== "inferred";
  if (!/\.([cm]?[jt]sx?|json)$/.test(ours)) return kinds.asset;
  if (/^\.\.?(\/|$)/.test(specifier)) {
    if (!isSure) return kinds.outputOfCustom;
    if (underBrokenManifest(observed.bare, ours)) return kinds.broken;
    return way === "dynamic" && !/\.\w+$/.test(specifier) ? kinds.withoutEnding : undefined;
  }
  const name = specifier.split("/", specifier.startsWith("@") ? 2 : 1).join("/");
  const home = linkedPackage(observed.root, path, name);
  if (home !== undefined) return hasEntry(home) ? undefined : kinds.builtElsewhere;
  if (nearestManifest(observed.bare, path)?.["name"] === name) return kinds.ownName;
  const config = nearestConfig(observed.bare, path);
  if (isSure) {
    const isJavaScript = /\.[cm]?jsx?$/.test(path) && !config.includes('"allowJs"');
    return isJavaScript && config.includes('"paths"') ? kinds.withoutAllowJs : undefined;
  }
  if (isInSomeConfig(observed.bare, path, specifier)) return kinds.otherConfiguration;
  return /^([@~]{1,2}(site)?)?\//.test(specifier) ? kinds.custom : undefined;
}

/** The directory that an installation links for a name, as Node looks for it. */
function linkedPackage(root: string, path: string, name: string): string | undefined {
  for (let directory = dirname(path); ; directory = dirname(directory)) {
    const link = join(root, directory, "node_modules", name);
    if (existsSync(link)) return realpathSync(link);
    if (directory === ".") return undefined;
  }
}

/** Whether anything that its package.json gives as its entry is there after TypeScript's build. */
function hasEntry(directory: string): boolean {
  const { main, module, types, exports } = readManifest(directory) ?? {};
  const entries = [main, module, types, ...strings(exports)].filter((each) => typeof each === "string");
  if (entries.length === 0) return existsSync(join(directory, "index.js"));
  return entries.some((entry) => ["", ".js", "/index.js"].some((end) => existsSync(join(directory, entry + end))));
}

function strings(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(strings) : [];
}

/** The text of the nearest `tsconfig.json`, empty when there is none. */
function nearestConfig(root: string, path: string): string {
  for (let directory = dirname(path); ; directory = dirname(directory)) {
    const file = join(root, directory, "tsconfig.json");
    if (existsSync(file)) return readFileSync(file, "utf8");
    if (directory === ".") return "";
  }
}

/** Whether a configuration above a file names a specifier. */
function isInSomeConfig(root: string, path: string, specifier: string): boolean {
  for (let directory = dirname(path); ; directory = dirname(directory)) {
    const configs = readdirSync(join(root, directory)).filter((name) => /^tsconfig[^/]*\.json$/.test(name));
    if (configs.some((name) => readFileSync(join(root, directory, name), "utf8").includes(`"${specifier}"`)))
      return true;
    if (directory === ".") return false;
  }
}

type Manifest = Readonly<Record<string, unknown>>;

function nearestManifest(root: string, path: string): Manifest | undefined {
  for (let directory = dirname(path); ; directory = dirname(directory)) {
    const found = readManifest(join(root, directory));
    if (found !== undefined || directory === ".") return found;
  }
}

function readManifest(directory: string): Manifest | undefined {
  const file = join(directory, "package.json");
  if (!existsSync(file)) return undefined;
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return {};
  }
}

function underBrokenManifest(root: string, path: string): boolean {
  const manifest = nearestManifest(root, path);
  return manifest !== undefined && Object.keys(manifest).length === 0;
}

function isIgnored(root: string, path: string): boolean {
  // Of this tool's output the walk reads nothing, ignored or not.
  if (/(^|\/)\.svelte-kit\//.test(path)) return true;
  for (let directory = dirname(path); ; directory = dirname(directory)) {
    const file = join(root, directory, ".gitignore");
    const below = directory === "." ? path : path.slice(directory.length + 1);
    if (existsSync(file) && ignore().add(readFileSync(file, "utf8")).ignores(below)) return true;
    if (directory === ".") return false;
  }
}
