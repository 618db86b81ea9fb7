/**
 * Recall of the edges between files that esbuild finds when it bundles applications, and a sample of the edges that depbraid
 * finds beside them, to be judged by hand. Every source file of an application is an entry, so that nothing is out of reach.
 * @see https://esbuild.github.io/api/#metafile
 */
import { readdirSync } from "node:fs";
import { isAbsolute, join, relative } from "node:path";
import { Random } from "../../differential/random.ts";
import type { Edge } from "../../../src/index.ts";
import type { Application } from "../../corpus/corpus.ts";
import type { JavaScriptCache } from "../../corpus/javascript-cache.ts";
import { drawTable, percent } from "../../tables.ts";
import type { MeasureOptions } from "../strand.ts";
import { type Esbuild, outsideLeft } from "./esbuild-api.ts";
import type { ObservedTree } from "./observed-tree.ts";

const sampleSize = 100;
const sampleSeed = 20261124;

interface Bundled {
  /** Importer and imported with a space between. */
  readonly pairs: ReadonlySet<string>;
  readonly inputs: ReadonlySet<string>;
}

export async function measureEsbuild(
  cache: JavaScriptCache,
  trees: AsyncIterable<ObservedTree>,
  options: MeasureOptions,
): Promise<void> {
  const esbuild = cache.load<Esbuild>("esbuild");
  const rows: (readonly string[])[] = [];
  const missed: string[] = [];
  const extra: { readonly tree: string; readonly edge: Edge }[] = [];
  for await (const observed of trees) {
    for (const application of observed.tree.applications) {
      const { pairs, inputs } = await bundle(esbuild, observed, application);
      const ours = observed.internal.filter(({ from }) => inputs.has(pathOf(from)));
      const known = new Set(ours.map(({ from, to }) => `${pathOf(from)} ${pathOf(to)}`));
      const absent = [...pairs].filter((pair) => !known.has(pair));
      const beside = ours.filter(({ from, to }) => !pairs.has(`${pathOf(from)} ${pathOf(to)}`));
      const found = pairs.size - absent.length;
      const place = `${observed.tree.name}/${application.directory}`;
      const figures = [inputs.size, pairs.size, found, known.size].map(String);
      rows.push([place, ...figures, percent(found, pairs.size)]);
      missed.push(...absent.map((pair) => `${place}: ${pair.replace(" ", " -> ")}`));
      extra.push(...beside.map((edge) => ({ tree: observed.tree.name, edge })));
    }
  }
  options.print(`### Edges between files: esbuild ${esbuild.version}\n`);
  drawTable(["application", "files bundled", "esbuild", "of them found", "depbraid", "recall"], rows, options.print);
  for (const line of missed) options.print(`- missed: ${line}`);
  options.print(`\nOf ${extra.length} edges that esbuild does not have, ${sampleSize} (seed ${sampleSeed}):\n`);
  for (const { tree, edge } of sample(extra)) options.print(`- ${tree}: ${draw(edge)}`);
}

async function bundle(
  esbuild: Esbuild,
  { root, source }: ObservedTree,
  { directory, tsconfig }: Application,
): Promise<Bundled> {
  const entryPoints = readdirSync(join(root, directory), { recursive: true, encoding: "utf8" })
    .filter((path) => /(?<!\.d)\.[cm]?[jt]sx?$/.test(path) && !/(^|\/)node_modules\//.test(path))
    .map((path) => join(root, directory, path))
    .filter((path) => source(path) === relative(root, path));
  const { metafile } = await esbuild.build({
    // One entry that hands all of them on: with an entry each, esbuild writes most files many times.
    stdin: {
      contents: entryPoints.map((path, at) => `export * as m${at} from ${JSON.stringify(path)};`).join("\n"),
      resolveDir: root,
    },
    absWorkingDir: root,
    bundle: true,
    write: false,
    metafile: true,
    logLevel: "silent",
    platform: "node",
    format: "esm",
    outdir: join(root, "bundled"),
    ...(tsconfig === undefined ? {} : { tsconfig: join(root, tsconfig) }),
    loader: { ".js": "jsx" },
    plugins: [outsideLeft(root)],
  });
  const place = (path: string): string | undefined => source(isAbsolute(path) ? path : join(root, path));
  const pairs = new Set<string>();
  const inputs = new Set<string>();
  for (const [input, { imports }] of Object.entries(metafile.inputs)) {
    const from = input === "<stdin>" ? undefined : place(input);
    if (from === undefined) continue;
    inputs.add(from);
    for (const { path, external } of imports) {
      const to = external === true ? undefined : place(path);
      // An output of the prepared tree hands on to its own source.
      if (to !== undefined && to !== from) pairs.add(`${from} ${to}`);
    }
  }
  return { pairs, inputs };
}

function pathOf(id: string): string {
  return id.slice("file:".length);
}

function sample<T>(all: readonly T[]): readonly T[] {
  const random = new Random(sampleSeed);
  const rest = [...all];
  const picked: T[] = [];
  while (picked.length < sampleSize && rest.length > 0) picked.push(...rest.splice(random.below(rest.length), 1));
  return picked;
}

function draw({ from, to, line, specifier, confidence, typeOnly, dynamic }: Edge): string {
  const marks = [confidence, typeOnly === true ? "type only" : "", dynamic === true ? "dynamic" : ""];
  return `${pathOf(from)}:${line} \`${specifier}\` -> ${pathOf(to)} (${marks.filter((mark) => mark !== "").join(", ")})`;
}
