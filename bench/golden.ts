/**
 * Scores depbraid against hand-checked expectations in real repositories.
 *
 *   npx tsx bench/golden.ts --golden DIR --repos DIR [--misses]
 *
 * `--golden` holds one JSON a repository; `--repos` holds a checkout of each at the commit it names, in a folder called as
 * the repository is (`feast` for `feast-dev/feast`). Sources of those repositories are never part of this project.
 */
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { analyze } from "../src/index.ts";
import type { Golden } from "./golden/expectation.ts";
import { score, type Tally } from "./golden/score.ts";

const { values } = parseArgs({
  options: {
    golden: { type: "string", default: "../shared/golden" },
    repos: { type: "string", default: "bench/.cache/repos" },
    misses: { type: "boolean", default: false },
  },
});

const columns = ["imports", "declares", "bridges", "conflicts", "absentViolated"] as const;
const totals: Record<(typeof columns)[number], Tally> = {
  imports: { found: 0, wrong: 0, total: 0 },
  declares: { found: 0, wrong: 0, total: 0 },
  bridges: { found: 0, wrong: 0, total: 0 },
  conflicts: { found: 0, wrong: 0, total: 0 },
  absentViolated: { found: 0, wrong: 0, total: 0 },
};
const rows: string[] = [];
const misses: string[] = [];

for (const name of readdirSync(values.golden).filter((file) => file.endsWith(".json"))) {
  const golden: Golden = JSON.parse(readFileSync(join(values.golden, name), "utf8"));
  const repo = golden.repo.slice(golden.repo.indexOf("/") + 1);
  const root = join(values.repos, repo);
  if (!existsSync(root)) {
    console.error(`${golden.repo}: no checkout at ${root}`);
    process.exitCode = 2;
    continue;
  }
  const head = execFileSync("git", ["-C", root, "rev-parse", "HEAD"], { encoding: "utf8" }).trim();
  if (head !== golden.sha) console.error(`${golden.repo}: checked out at ${head}, read at ${golden.sha}`);
  const analysis = await analyze({ root });
  const result = score(analysis, golden);
  for (const column of columns) {
    totals[column].found += result[column].found;
    totals[column].wrong += result[column].wrong;
    totals[column].total += result[column].total;
  }
  const { files, milliseconds, parsed, scanned } = analysis.stats;
  const sources = Object.values(files).reduce((sum, count) => sum + count, 0);
  rows.push(
    `| ${golden.repo} | ${columns.map((column) => drawTally(result[column])).join(" | ")} | ${sources} | ` +
      `${((100 * parsed) / Math.max(1, parsed + scanned)).toFixed(1)} % | ${milliseconds.total.toFixed(0)} |`,
  );
  misses.push(...result.misses.map((miss) => `${repo}: ${miss}`));
}

console.log("| repository | imports | declares | bridges | conflicts | absent violated | files | parsed | ms |");
console.log("|---|---|---|---|---|---|---|---|---|");
for (const row of rows) console.log(row);
console.log(`| all | ${columns.map((column) => drawTally(totals[column])).join(" | ")} | | | |`);
if (values.misses) for (const miss of misses) console.log(miss);
if (totals.absentViolated.found > 0) process.exitCode = 1;

function drawTally({ found, wrong, total }: Tally): string {
  return `${found}/${total}${wrong > 0 ? ` (${wrong} wrong)` : ""}`;
}
