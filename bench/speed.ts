/**
 * How fast depbraid reads whole trees: a fresh process each time, as a user starts it.
 *
 *   npm run build && npx tsx bench/speed.ts [--runs N] [--jobs N] DIR...
 *   npm run build && npx tsx bench/speed.ts --peers python [--runs N] [--jobs N] [--python python3.12] [DIR...]
 *   npm run build && npx tsx bench/speed.ts --peers java [--runs N] [--jobs N] [DIR...]
 *   npm run build && npx tsx bench/speed.ts --peers javascript [--trees DIR] [--runs N] [--jobs N] [DIR...]
 *
 * Prints the median of the runs. Times of one run may be compared with each other; machines are noisy between runs. With
 * `--peers`, other programs that read the same language are run in turns with depbraid; without a directory, over the pinned
 * packages of `bench/corpus.json`.
 */
import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import type { Stats } from "../src/index.ts";
import { drawTable } from "./tables.ts";
import { readCorpus } from "./corpus/corpus.ts";
import { PythonCache } from "./corpus/python-cache.ts";
import { JavaScriptCache } from "./corpus/javascript-cache.ts";
import { compare, median } from "./peers/compare.ts";
import { depbraid } from "./peers/depbraid.ts";
import { ctags } from "./peers/ctags.ts";
import { deptry } from "./peers/deptry.ts";
import { dependencyCruiser } from "./peers/dependency-cruiser.ts";
import { grimp } from "./peers/grimp.ts";
import { javaTree } from "./peers/java-tree.ts";
import { jdeps } from "./peers/jdeps.ts";
import { knip } from "./peers/knip.ts";
import { madge } from "./peers/madge.ts";
import type { Peer } from "./peers/peer.ts";
import { revDep } from "./peers/rev-dep.ts";
import { ruff } from "./peers/ruff.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: "string", default: "5" },
    jobs: { type: "string" },
    peers: { type: "string" },
    python: { type: "string", default: "python3" },
    trees: { type: "string" },
  },
});
const cli = fileURLToPath(new URL("../dist/cli.js", import.meta.url));
const jobs = values.jobs === undefined ? [] : ["--jobs", values.jobs];
const runs = Number(values.runs);

interface Field {
  /** Endings of the files that are counted. */
  readonly endings: readonly string[];
  readonly peers: readonly Peer[];
  /** A pinned tree, made when it is asked for. */
  readonly tree: () => string;
}

const fields: Readonly<Record<string, () => Field>> = {
  python: () => {
    const cache = new PythonCache(readCorpus().python, values.python);
    return {
      endings: [".py", ".pyi"],
      peers: [ruff(cache), grimp(cache), deptry(cache)],
      tree: () => cache.packages(),
    };
  },
  java: () => ({
    endings: [".java"],
    // Classes are there of the pinned tree alone.
    peers: [...(positionals.length === 0 ? [jdeps(javaTree)] : []), ctags("Java")],
    tree: () => javaTree().directory,
  }),
  javascript: () => {
    const corpus = readCorpus().javascript;
    const cache = new JavaScriptCache(corpus, values.trees);
    const largest = corpus.trees.find(({ name }) => name === "langfuse");
    if (largest === undefined) throw new Error("bench/corpus.json pins no langfuse");
    return {
      endings: [".js", ".mjs", ".cjs", ".jsx", ".ts", ".mts", ".cts", ".tsx"],
      peers: [revDep(cache), knip(cache), madge(cache), dependencyCruiser(cache)],
      tree: () => cache.checkout(largest),
    };
  },
};

if (values.peers === undefined) drawPhases();
else drawPeers(values.peers);

function drawPeers(language: string): void {
  const field = fields[language]?.();
  if (field === undefined) throw new Error(`no peers for ${language}: ${Object.keys(fields).join(", ")}`);
  const rows: (readonly string[])[] = [];
  for (const directory of positionals.length === 0 ? [field.tree()] : positionals) {
    const files = countFiles(directory, field.endings);
    for (const { peer, times, count, failure } of compare([depbraid(jobs), ...field.peers], directory, runs)) {
      const middle = median(times);
      const [fastest] = times;
      rows.push([
        positionals.length === 0 ? `${language} packages of the corpus` : directory,
        String(files),
        `${peer.name} ${peer.version}`,
        count === undefined ? `gave up: ${failure}` : `${count} ${peer.unit}`,
        middle?.toFixed(0) ?? "-",
        fastest?.toFixed(0) ?? "-",
        middle === undefined ? "-" : ((files * 1000) / middle).toFixed(0),
      ]);
    }
  }
  drawTable(["tree", "files", "program", "found", "median ms", "fastest ms", "files/s"], rows, console.log);
}

function countFiles(directory: string, endings: readonly string[]): number {
  return readdirSync(directory, { recursive: true, encoding: "utf8" }).filter((name) =>
    endings.some((ending) => name.endsWith(ending)),
  ).length;
}

interface Run {
  /** Milliseconds of the whole process. */
  readonly wall: number;
  readonly stats: Stats;
}

function run(directory: string): Run {
  const args = [cli, "check", directory, "--format", "json", "--fail-on", "never", ...jobs];
  const start = performance.now();
  const output = execFileSync(process.execPath, args, { encoding: "utf8", maxBuffer: 1 << 30 });
  const wall = performance.now() - start;
  const { stats }: { stats: Stats } = JSON.parse(output);
  return { wall, stats };
}

/** depbraid alone: where its time goes. */
function drawPhases(): void {
  const rows: (readonly string[])[] = [];
  for (const directory of positionals) {
    const sorted = Array.from({ length: runs }, () => run(directory)).toSorted((a, b) => a.wall - b.wall);
    const middle = sorted[Math.floor(sorted.length / 2)];
    if (middle === undefined) continue;
    const { wall, stats } = middle;
    const files = Object.values(stats.files).reduce((sum, count) => sum + count, 0);
    const { walk, scan, link, check } = stats.milliseconds;
    rows.push([
      directory,
      String(files),
      (stats.bytes / 1e6).toFixed(1),
      `${((100 * stats.parsed) / Math.max(1, files)).toFixed(1)} %`,
      String(stats.nodes),
      String(stats.edges),
      ...[wall, (files * 1000) / wall, walk, scan, link, check].map((number) => number.toFixed(0)),
      (stats.peakBytes / 1e6).toFixed(0),
    ]);
  }
  const head = ["tree", "files", "MB", "parsed", "nodes", "edges", "wall ms", "files/s"];
  drawTable([...head, "walk", "scan", "link", "check", "peak MB"], rows, console.log);
}
