/**
 * Undeclared, transitive and unused dependencies, against what deptry and FawltyDeps publish for their own sample projects.
 *
 * The samples are read from checkouts that the caller names. `samples.json` says what their projects' tests expect, in depbraid's
 * terms, and why depbraid says something else where it does. An argument for what is not so any more is an error.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { analyze, type Analysis } from "../../../src/index.ts";
import type { MeasureOptions } from "../strand.ts";
import { drawTable } from "../../tables.ts";

type Kind = "undeclared" | "transitive" | "unused";

interface Expected {
  readonly kind: Kind;
  /** A module for what is imported, a distribution for what is unused. */
  readonly name: string;
  /** Why depbraid leaves it out. */
  readonly argument?: string;
}

interface Sample {
  readonly repository: string;
  readonly directory: string;
  readonly expect: readonly Expected[];
  /** What depbraid finds beside it, and why. */
  readonly beside: readonly (Expected & { readonly argument: string })[];
}

export async function measureSamples(options: MeasureOptions): Promise<void> {
  if (options.samples === undefined) return options.print("(no --samples: sample projects left out)\n");
  const samples: readonly Sample[] = JSON.parse(readFileSync(new URL("samples.json", import.meta.url), "utf8"));
  const rows: (readonly string[])[] = [];
  const notes: string[] = [];
  for (const sample of samples) {
    const root = join(options.samples, sample.repository, sample.directory);
    if (!existsSync(root)) {
      console.error(`no sample at ${root}`);
      process.exitCode = 2;
      continue;
    }
    const found = findings(await analyze({ root }));
    const verdict = judge(sample, found);
    const name = `${sample.repository} ${sample.directory.split("/").slice(2).join("/")}`;
    rows.push([name, ...verdict.counts.map(String)]);
    notes.push(...verdict.notes.map((note) => `- ${name}: ${note}`));
  }
  const totals = rows.reduce(
    (sum, [, ...counts]) => sum.map((each, at) => each + Number(counts[at])),
    [0, 0, 0, 0, 0, 0],
  );
  options.print("### Sample projects of deptry and FawltyDeps\n");
  const head = ["sample", "expected", "found", "argued away", "missed", "beside, argued", "beside, wrong"];
  drawTable(head, [...rows, ["all", ...totals.map(String)]], options.print);
  for (const note of notes) options.print(note);
  options.print("");
}

interface Verdict {
  /** Expected, found, argued away, missed, beside with an argument, beside without. */
  readonly counts: readonly number[];
  readonly notes: readonly string[];
}

function judge({ expect, beside }: Sample, found: ReadonlySet<string>): Verdict {
  const notes: string[] = [];
  const key = ({ kind, name }: Expected): string => `${kind} ${name}`;
  // Without a lock nothing says how it arrives: then "not declared" is all that there is to say.
  const isMet = (each: Expected): boolean =>
    found.has(key(each)) || (each.kind === "transitive" && found.has(`undeclared ${each.name}`));
  const met = expect.filter(isMet);
  const open = expect.filter((each) => !isMet(each));
  const argued = open.filter((each) => each.argument !== undefined);
  const missed = open.filter((each) => each.argument === undefined);
  const wanted = new Set(
    expect.flatMap((each) => (each.kind === "transitive" ? [key(each), `undeclared ${each.name}`] : key(each))),
  );
  const extra = [...found].filter((each) => !wanted.has(each));
  const reasons = new Map(beside.map((each) => [key(each), each.argument]));
  const wrong = extra.filter((each) => !reasons.has(each));
  for (const each of argued) notes.push(`leaves out "${key(each)}": ${each.argument}`);
  for (const each of missed) notes.push(`MISSED "${key(each)}"`);
  for (const each of extra) notes.push(`${reasons.has(each) ? "adds" : "WRONG"} "${each}": ${reasons.get(each)}`);
  const stale = [
    ...met.filter((each) => each.argument !== undefined),
    ...beside.filter((each) => !found.has(key(each))),
  ];
  for (const each of stale) {
    notes.push(`STALE argument for "${key(each)}"`);
    process.exitCode = 1;
  }
  return {
    counts: [expect.length, met.length, argued.length, missed.length, extra.length - wrong.length, wrong.length],
    notes,
  };
}

const importCodes: ReadonlySet<string> = new Set(["import/undeclared", "import/unresolved", "import/unknown"]);

/** `kind name`, from the conflicts, and from the imports that end nowhere. */
function findings({ conflicts, graph }: Analysis): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { code, file, line, subject } of conflicts) {
    if (code === "manifest/unused") found.add(`unused ${subject.replace(/^pkg:pypi\//, "")}`);
    if (!importCodes.has(code) || !/\.(?:pyi?|ipynb)$/.test(file)) continue;
    for (const edge of graph.dependencies(`file:${file}`)) {
      if (edge.line !== line || edge.kind !== "imports" || edge.specifier === undefined) continue;
      const kind = edge.declaration?.state === "transitive" ? "transitive" : "undeclared";
      found.add(`${kind} ${edge.specifier.split(".")[0]}`);
    }
  }
  for (let at = 0; at < graph.edgeCount; at++) {
    if (graph.edgeKind(at) !== "imports" || graph.nodeKind(graph.to(at)) !== "unresolved") continue;
    const edge = graph.edgeAt(at);
    if (edge.optional !== true) found.add(`undeclared ${edge.specifier?.split(".")[0]}`);
  }
  return found;
}
