/**
 * How fast depbraid reads whole trees: a fresh process each time, as a user starts it.
 *
 *   npm run build && npx tsx bench/speed.ts [--runs N] [--jobs N] DIR...
 *
 * Prints the median of the runs. Times of one run may be compared with each other; machines are noisy between runs.
 */
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import type { Stats } from "../src/index.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { runs: { type: "string", default: "5" }, jobs: { type: "string" } },
});
const cli = fileURLToPath(new URL("../dist/cli.js", import.meta.url));
const jobs = values.jobs === undefined ? [] : ["--jobs", values.jobs];

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

console.log(
  "| tree | files | MB | parsed | nodes | edges | wall ms | files/s | walk | scan | link | check | peak MB |",
);
console.log("|---|---|---|---|---|---|---|---|---|---|---|---|---|");
for (const directory of positionals) {
  const runs = Array.from({ length: Number(values.runs) }, () => run(directory)).toSorted((a, b) => a.wall - b.wall);
  const median = runs[Math.floor(runs.length / 2)];
  if (median === undefined) continue;
  const { wall, stats } = median;
  const files = Object.values(stats.files).reduce((sum, count) => sum + count, 0);
  const { walk, scan, link, check } = stats.milliseconds;
  const cells = [
    directory,
    files,
    (stats.bytes / 1e6).toFixed(1),
    `${((100 * stats.parsed) / Math.max(1, files)).toFixed(1)} %`,
    stats.nodes,
    stats.edges,
    ...[wall, (files * 1000) / wall, walk, scan, link, check].map((number) => number.toFixed(0)),
    (stats.peakBytes / 1e6).toFixed(0),
  ];
  console.log(`| ${cells.join(" | ")} |`);
}
