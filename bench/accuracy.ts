/**
 * How far depbraid agrees with each language's own tools, on pinned packages of the registries.
 *
 *   npx tsx bench/accuracy.ts python [--part grimp,pyright,samples] [--tree django,flask] [--python python3.12]
 *                                    [--samples DIR] [--differences N]
 *   npx tsx bench/accuracy.ts javascript [--part typescript,oxc,esbuild,tables,components] [--tree typeorm,jsii] --trees DIR
 *                                        [--differences N]
 *   npx tsx bench/accuracy.ts java [--part javac,jdeps,modules] [--tree guava,dubbo] [--samples DIR] [--differences N]
 *
 * Downloads what it needs to `bench/.cache` and prints markdown. `--samples` holds checkouts of projects that publish samples
 * with what is to be found in them, and for Java of Maven builds; sources of those projects are never part of this one.
 * `--trees` holds clones of the repositories that `bench/corpus.json` pins by commit, each named `owner+name`: they are read
 * at that commit. Java's JDK is that of `JAVA_HOME`, else the one on the path.
 */
import { parseArgs } from "node:util";
import { java } from "./accuracy/java/strand.ts";
import { javascript } from "./accuracy/javascript/strand.ts";
import { python } from "./accuracy/python/strand.ts";
import type { Strand } from "./accuracy/strand.ts";

const strands: readonly Strand[] = [java, javascript, python];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    part: { type: "string" },
    tree: { type: "string" },
    python: { type: "string", default: "python3" },
    samples: { type: "string" },
    trees: { type: "string" },
    differences: { type: "string", default: "0" },
  },
});
const strand = strands.find(({ language }) => language === positionals[0]);
if (strand === undefined) {
  console.error(`usage: accuracy.ts ${strands.map(({ language }) => language).join("|")} [options]`);
  process.exit(2);
}
const list = (text: string | undefined): readonly string[] | undefined => text?.split(",");
await strand.measure({
  parts: list(values.part) ?? strand.parts,
  trees: list(values.tree),
  python: values.python,
  samples: values.samples,
  checkouts: values.trees,
  differences: Number(values.differences),
  print: (line) => console.log(line),
});
