/**
 * The trees that oxc-resolver is tested on, with questions of our own: every source file is rewritten to ask for what lies
 * around it by all the names that it could have. What is installed there is left out, as a bare checkout has none of it.
 */
import { cpSync, lstatSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import type { Repository } from "../../corpus/corpus.ts";
import type { JavaScriptCache } from "../../corpus/javascript-cache.ts";
import type { PreparedTree } from "./prepared-tree.ts";

/** Files around one that are asked for. */
const mostNeighbours = 60;
const sourceFile = /(?<!\.d)\.[cm]?[jt]sx?$/;

export function prepareFixtures(cache: JavaScriptCache, repository: Repository): PreparedTree {
  const fixtures = join(cache.checkout(repository), "fixtures");
  const directory = cache.prepared("oxc-resolver");
  rmSync(directory, { recursive: true, force: true });
  cpSync(fixtures, directory, { recursive: true, filter: (path) => basename(path) !== "node_modules" });
  const root = realpathSync(directory);
  const paths = readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((path) => lstatSync(join(root, path)).isFile())
    .toSorted();
  for (const path of paths.filter((each) => sourceFile.test(each))) {
    const specifiers = questions(root, path, paths);
    const lines = [...new Set(specifiers)].map((specifier) => `import ${JSON.stringify(specifier)};\n`);
    writeFileSync(join(root, path), lines.join(""));
  }
  const tree = { ...repository, name: "fixtures", make: "", applications: [] };
  return {
    tree,
    bare: root,
    root,
    source: (path) => (relative(root, path).startsWith("..") ? undefined : relative(root, path)),
  };
}

function questions(root: string, path: string, paths: readonly string[]): readonly string[] {
  const home = homeOf(dirname(path), paths);
  const around = paths.filter((each) => each.startsWith(`${home}/`) && each !== path).slice(0, mostNeighbours);
  const relatives = around.flatMap((each) => {
    const written = relative(dirname(path), each);
    const specifier = written.startsWith(".") ? written : `./${written}`;
    const stem = specifier.replace(/\.[^./]+$/, "");
    return [specifier, stem, dirname(specifier), `${stem}.js`];
  });
  const stems = around.map((each) => relative(home, each));
  const fill = (key: string): readonly string[] =>
    key.includes("*")
      ? stems.flatMap((stem) => [stem, stem.replace(/\.[^./]+$/, "")]).map((stem) => key.replace("*", stem))
      : [key];
  const manifest = readJson(join(root, home, "package.json"));
  const { name, exports, imports } = manifest;
  const own =
    typeof name === "string" ? keys(exports).map((key) => (key.startsWith(".") ? name + key.slice(1) : name)) : [];
  const configs = paths.filter((each) => dirname(each) === home && /^tsconfig[^/]*\.json$/.test(basename(each)));
  const mapped = configs.flatMap((each) => keys(readJson(join(root, each))["compilerOptions"], "paths"));
  return [...relatives, ...[...own, ...keys(imports), ...mapped].flatMap(fill)];
}

/** The nearest directory with a manifest or a configuration. */
function homeOf(directory: string, paths: readonly string[]): string {
  const names = ["package.json", "tsconfig.json"];
  if (names.some((name) => paths.includes(join(directory, name)))) return directory;
  return dirname(directory) === "." ? directory : homeOf(dirname(directory), paths);
}

function keys(value: unknown, field?: string): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  if (field === undefined) return Object.keys(value);
  return keys(Object.entries(value).find(([key]) => key === field)?.[1]);
}

function readJson(path: string): Readonly<Record<string, unknown>> {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    // Some are meant to be broken, and configurations may hold comments.
    return {};
  }
}
