/**
 * Edges between files against `jdeps -verbose:class` on the released classes. jdeps reads what the compiler wrote: types that no
 * source names are in it too (the type of `a.b()` in `a.b().c()`, erased signatures, what a bridge method overrides). javac says
 * which those are; they are listed by class and counted apart. What is inlined or erased, jdeps does not see.
 * @see https://docs.oracle.com/en/java/javase/25/docs/specs/man/jdeps.html
 */
import { type Difference, drawTable, drawTally, percent, tally } from "../../tables.ts";
import type { MeasureOptions } from "../strand.ts";
import type { Artifact } from "./artifacts.ts";
import { type JavacAnswer, javacEdges, pair } from "./javac-edges.ts";
import { jdkVersion, runJdk } from "./jdk.ts";
import { edgesOf } from "./own-edges.ts";

const why = {
  member: "only a member of the type is named",
  typed: "the type of an expression, not named",
  signature: "in the erased signature of a member that is used or overridden, not named",
  undefined: "written by the compiler alone: a bridge method, the iterator of a loop, a copied annotation",
} as const;

export async function measureJdeps(artifacts: readonly Artifact[], options: MeasureOptions): Promise<void> {
  const rows: (readonly string[])[] = [];
  const differences: Difference[] = [];
  for (const artifact of artifacts) {
    const answer = javacEdges(artifact);
    const { pairs, unplaced } = jdepsPairs(artifact, answer);
    const own = await edgesOf(artifact.sources);
    const missing = [...pairs].filter((key) => !own.has(key));
    const unnamed = missing.filter((key) => answer.edges.get(key) !== "named");
    const named = missing.length - unnamed.length;
    for (const key of missing) {
      const reason = answer.edges.get(key);
      const kind = reason === "named" ? undefined : why[reason ?? "undefined"];
      differences.push({ side: "jdeps", kind, example: `${artifact.name}: ${key}` });
    }
    const found = pairs.size - missing.length;
    rows.push([
      `${artifact.name} ${artifact.version}`,
      ...[pairs.size, found, unnamed.length, named].map(String),
      percent(found, found + named),
      String(unplaced),
    ]);
  }
  options.print(`### Edges in the released classes: jdeps of ${jdkVersion()}\n`);
  const head = ["artifact", "jdeps", "found", "named nowhere in the source", "missing", "recall of what is named"];
  drawTable([...head, "classes without a source"], rows, options.print);
  drawTally(tally(differences), options);
}

interface JdepsPairs {
  /** `from to`, between different files of the sources. */
  readonly pairs: ReadonlySet<string>;
  /** Top-level classes that no source declares: shaded, generated. */
  readonly unplaced: number;
}

function jdepsPairs(artifact: Artifact, { declared }: JavacAnswer): JdepsPairs {
  const args = ["-verbose:class", "-filter:none", "--ignore-missing-deps", artifact.classes];
  const pairs = new Set<string>();
  const unplaced = new Set<string>();
  // `   a.B   -> a.C   library.jar`, whether `a.C` is of the same jar or not.
  for (const line of runJdk("jdeps", args).split("\n")) {
    const [, from = "", to = ""] = /^ +(\S+) +-> (\S+) /.exec(line) ?? [];
    if (from === "") continue;
    const importer = fileOf(from, declared);
    const imported = fileOf(to, declared);
    if (importer === undefined) unplaced.add(outermost(from));
    else if (imported !== undefined && imported !== importer) pairs.add(pair(importer, imported));
  }
  return { pairs, unplaced: unplaced.size };
}

/** The binary name of a nested class has a dollar, and so may the name of a top-level one. */
function fileOf(name: string, declared: ReadonlyMap<string, string>): string | undefined {
  for (let type = name; ; type = type.slice(0, type.lastIndexOf("$"))) {
    const file = declared.get(type);
    if (file !== undefined || !type.includes("$")) return file;
  }
}

function outermost(name: string): string {
  return name.replace(/\$.*/, "");
}
