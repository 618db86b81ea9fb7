/**
 * Edges between files against javac: where a type of another file is named in the source, there is an edge, and nowhere else.
 * Where only a member of another file's type is used (`shop.till().open()`), nothing names the type: an index of classes,
 * which depbraid does not build, would see it. Those stand apart.
 */
import { type Difference, drawTable, drawTally, percent, tally } from "../../tables.ts";
import type { MeasureOptions } from "../strand.ts";
import type { Artifact } from "./artifacts.ts";
import { javacEdges } from "./javac-edges.ts";
import { jdkVersion } from "./jdk.ts";
import { edgesOf } from "./own-edges.ts";

interface Counts {
  readonly files: number;
  readonly named: number;
  readonly own: number;
  readonly common: number;
  readonly wrong: number;
  readonly members: number;
}

export async function measureJavac(artifacts: readonly Artifact[], options: MeasureOptions): Promise<void> {
  const rows: (readonly string[])[] = [];
  const differences: Difference[] = [];
  const all = { files: 0, named: 0, own: 0, common: 0, wrong: 0, members: 0 };
  for (const artifact of artifacts) {
    const counts = await compare(artifact, differences);
    for (const key of ["files", "named", "own", "common", "wrong", "members"] as const) all[key] += counts[key];
    rows.push(row(`${artifact.name} ${artifact.version}`, counts));
  }
  options.print(`### Edges named in the source: javac of ${jdkVersion()}\n`);
  const head = ["artifact", "files", "javac", "depbraid", "common", "recall", "precision"];
  drawTable([...head, "to a wrong file", "by members only"], [...rows, row("all", all)], options.print);
  drawTally(tally(differences), options);
}

async function compare(artifact: Artifact, differences: Difference[]): Promise<Counts> {
  const { files, edges } = javacEdges(artifact);
  const own = await edgesOf(artifact.sources);
  const named = [...edges].filter(([, reason]) => reason === "named").map(([key]) => key);
  const missing = new Set(named.filter((key) => !own.has(key)));
  const extra = [...own.keys()].filter((key) => edges.get(key) !== "named");
  const lost = new Set([...missing].map(nameOf));
  let wrong = 0;
  for (const key of extra) {
    // The right name, led to another file than javac's.
    const isWrong = lost.has(nameOf(key));
    if (isWrong) wrong++;
    const kind = isWrong ? "to a wrong file" : edges.has(key) ? "javac sees it, but not by name" : undefined;
    differences.push({ side: "depbraid", kind, example: `${artifact.name}: ${key}` });
  }
  for (const key of missing) differences.push({ side: "javac", kind: undefined, example: `${artifact.name}: ${key}` });
  const members = [...edges.values()].filter((reason) => reason === "member").length;
  return { files, named: named.length, own: own.size, common: named.length - missing.size, wrong, members };
}

/** Who, and the name of whom without its place. */
function nameOf(key: string): string {
  const [from = "", to = ""] = key.split(" ");
  return `${from} ${to.slice(to.lastIndexOf("/") + 1)}`;
}

function row(name: string, { files, named, own, common, wrong, members }: Counts): readonly string[] {
  const counts = [files, named, own, common].map(String);
  return [name, ...counts, percent(common, named), percent(common, own), String(wrong), String(members)];
}
