/**
 * How far depbraid agrees with what other tools' tests expect of their own fixtures, where the check is the same.
 *
 *   npx tsx bench/samples.ts knip|dependency-cruiser --samples DIR [--differences N]
 *
 * `--samples` is a checkout of the tool's repository: its tests are read as facts, and never run. Nothing is fetched.
 */
import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { dependencyCruiser } from "./samples/dependency-cruiser.ts";
import { knip } from "./samples/knip.ts";
import type { SampleSource } from "./samples/sample.ts";
import { drawTable, percent, tally } from "./tables.ts";

const sources: readonly SampleSource[] = [knip, dependencyCruiser];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { samples: { type: "string" }, differences: { type: "string", default: "3" } },
});
const source = sources.find(({ name }) => name === positionals[0]);
if (source === undefined || values.samples === undefined || !existsSync(values.samples)) {
  console.error(`usage: samples.ts ${sources.map(({ name }) => name).join("|")} --samples DIR [--differences N]`);
  process.exit(2);
}
const outcomes = await source.measure(values.samples);
const print = (line: string): void => console.log(line);
drawTable(
  ["check", "fixtures", "expected and found", "of expected", "found beside them"],
  [...outcomes].map(([kind, { samples, agreed, differences }]) => {
    const missing = differences.filter(({ side }) => side === source.name).length;
    const more = differences.length - missing;
    return [kind, String(samples), String(agreed), percent(agreed, agreed + missing), String(more)];
  }),
  print,
);
for (const [kind, { differences }] of outcomes) {
  print("");
  drawTable(
    [kind, "differences", "why"],
    tally(differences).map((each) => [each.side, String(each.examples.length), each.kind ?? "not known"]),
    print,
  );
  for (const { side, kind: why, examples } of tally(differences)) {
    for (const example of examples.slice(0, Number(values.differences)))
      print(`- ${side}, ${why ?? "not known"}: ${example}`);
  }
}
