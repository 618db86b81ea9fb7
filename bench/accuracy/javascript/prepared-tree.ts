/**
 * A checkout as it is after an installation and a build, without either: packages of the repository are linked where something
 * asks for them, and whatever TypeScript says that it would write is there and hands on to its source. depbraid reads the bare
 * checkout; the other tools read this.
 */
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import type { JavaScriptTree } from "../../corpus/corpus.ts";
import type { JavaScriptCache } from "../../corpus/javascript-cache.ts";
import type { TypeScript } from "./typescript-api.ts";
import { TypeScriptConfigs } from "./typescript-configs.ts";

export interface PreparedTree {
  readonly tree: JavaScriptTree;
  /** The bare checkout. */
  readonly bare: string;
  /** The prepared copy, a real path. */
  readonly root: string;
  /** The path from the root of the source that a path of the copy stands for; undefined outside of the tree. */
  readonly source: (path: string) => string | undefined;
}

export function prepare(cache: JavaScriptCache, tree: JavaScriptTree): PreparedTree {
  const bare = cache.checkout(tree);
  const directory = cache.prepared(tree.name);
  rmSync(directory, { recursive: true, force: true });
  cpSync(bare, directory, { recursive: true });
  const root = realpathSync(directory);
  const paths = readdirSync(root, { recursive: true, encoding: "utf8" }).filter(
    (path) => !/(^|\/)node_modules\//.test(path),
  );
  const typescript = cache.load<TypeScript>("typescript");
  // Configurations may extend those of other packages.
  linkPackages(root, paths);
  writeExtended(root, paths);
  const outputs = new Map([...writeOutputs(root, paths, typescript), ...writeLibraries(root, paths)]);
  const source = (path: string): string | undefined => {
    const below = relative(root, path);
    if (below.startsWith("..") || /(^|\/)node_modules\//.test(below)) return undefined;
    return outputs.get(below) ?? below;
  };
  return { tree, bare, root, source };
}

/** Outputs to sources, both from the root. */
function writeOutputs(root: string, paths: readonly string[], typescript: TypeScript): ReadonlyMap<string, string> {
  const outputs = new Map<string, string>();
  const configs = new TypeScriptConfigs(typescript, root);
  for (const path of paths.filter((each) => /^tsconfig[^/]*\.json$/.test(basename(each)))) {
    const { parsed } = configs.config(join(root, path));
    const inputs = parsed.fileNames.filter((each) => !/\.d\.[cm]?ts$|\.json$/.test(each));
    if (inputs.length === 0 || parsed.options["noEmit"] === true) continue;
    // Until TypeScript 6 sources were counted from what all of them have in common.
    const rootDir = parsed.options["composite"] === true ? dirname(join(root, path)) : commonDirectory(inputs);
    const options = { rootDir, ...parsed.options, outDir: parsed.options["outDir"] };
    const config = { ...parsed, options, fileNames: inputs };
    for (const input of inputs) {
      for (const output of outputsOf(typescript, config, input)) {
        const below = relative(root, output);
        if (below.startsWith("..") || existsSync(output)) continue;
        mkdirSync(dirname(output), { recursive: true });
        writeFileSync(output, handOn(output, input));
        outputs.set(below, relative(root, input));
      }
    }
  }
  return outputs;
}

/** What ng-packagr makes of a library: https://angular.dev/tools/libraries/creating-libraries */
function writeLibraries(root: string, paths: readonly string[]): ReadonlyMap<string, string> {
  const outputs = new Map<string, string>();
  for (const path of paths.filter((each) => basename(each) === "ng-package.json")) {
    const { dest, lib } = JSON.parse(readFileSync(join(root, path), "utf8"));
    if (typeof dest !== "string" || typeof lib?.entryFile !== "string") continue;
    const directory = dirname(join(root, path));
    const output = join(directory, dest, "index.js");
    const input = join(directory, lib.entryFile);
    mkdirSync(dirname(output), { recursive: true });
    writeFileSync(output, handOn(output, input));
    outputs.set(relative(root, output), relative(root, input));
  }
  return outputs;
}

function outputsOf(
  typescript: TypeScript,
  config: Parameters<TypeScript["getOutputFileNames"]>[0],
  input: string,
): readonly string[] {
  try {
    return typescript.getOutputFileNames(config, input, false).filter((output) => /\.[cm]?[jt]sx?$/.test(output));
  } catch {
    // What lies outside of `rootDir` is not written.
    return [];
  }
}

function handOn(output: string, input: string): string {
  const specifier = JSON.stringify(`./${relative(dirname(output), input)}`);
  return `export * from ${specifier};\n`;
}

function commonDirectory(files: readonly string[]): string {
  return files.map(dirname).reduce((common, directory) => {
    let shared = common;
    while (directory !== shared && !directory.startsWith(`${shared}/`)) shared = dirname(shared);
    return shared;
  });
}

/** Configurations that are packages of others say nothing here: only that they are there. */
function writeExtended(root: string, paths: readonly string[]): void {
  for (const path of paths.filter((each) => /^tsconfig[^/]*\.json$/.test(basename(each)))) {
    const text = readFileSync(join(root, path), "utf8");
    for (const [, extended = ""] of text.matchAll(/"extends"\s*:\s*\[?\s*"([^"./][^"]*)"/g)) {
      const config = extended.endsWith(".json") ? extended : join(extended, "tsconfig.json");
      const file = join(root, dirname(path), "node_modules", config);
      if (existsSync(file)) continue;
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, "{}");
    }
  }
}

interface PackageFile {
  readonly directory: string;
  readonly name: string | undefined;
  readonly wanted: readonly string[];
  /** Globs of its members. */
  readonly workspaces: readonly string[];
}

function linkPackages(root: string, paths: readonly string[]): void {
  const packages = paths.filter((path) => basename(path) === "package.json").flatMap((path) => readPackage(root, path));
  const byName = new Map<string, PackageFile[]>();
  for (const each of packages) {
    if (each.name !== undefined) byName.set(each.name, [...(byName.get(each.name) ?? []), each]);
  }
  for (const { directory, wanted, name: own, workspaces } of packages) {
    for (const name of wanted) {
      const [target, ...others] = byName.get(name) ?? [];
      // Two of one name are examples: an installation would not link them.
      if (target !== undefined && others.length === 0 && name !== own) linkInto(directory, name, target);
    }
    // npm and Yarn link every member beside the root, whether or not anybody asks for it; pnpm's are listed elsewhere.
    const globs = workspaces.map((glob) => join(directory, glob));
    for (const member of packages) {
      if (member.name === undefined || !globs.some((glob) => matches(glob, member.directory))) continue;
      linkInto(directory, member.name, member);
    }
  }
}

function linkInto(directory: string, name: string, target: PackageFile): void {
  const link = join(directory, "node_modules", name);
  if (existsSync(link)) return;
  mkdirSync(dirname(link), { recursive: true });
  symlinkSync(relative(dirname(link), target.directory), link);
}

/** Stars are all that the workspaces of these trees have. */
function matches(glob: string, directory: string): boolean {
  const parts = glob.split("/");
  const names = directory.split("/");
  return parts.length === names.length && parts.every((part, at) => part === "*" || part === names[at]);
}

function readPackage(root: string, path: string): readonly PackageFile[] {
  try {
    const json: unknown = JSON.parse(readFileSync(join(root, path), "utf8"));
    if (typeof json !== "object" || json === null) return [];
    const fields = new Map<string, unknown>(Object.entries(json));
    const name = fields.get("name");
    const wanted = ["dependencies", "devDependencies", "peerDependencies", "optionalDependencies"].flatMap((field) =>
      Object.keys(fields.get(field) ?? {}),
    );
    const listed = fields.get("workspaces");
    const workspaces = Array.isArray(listed) ? listed.filter((each) => typeof each === "string") : [];
    const directory = dirname(join(root, path));
    return [{ directory, name: typeof name === "string" ? name : undefined, wanted, workspaces }];
  } catch {
    return [];
  }
}
