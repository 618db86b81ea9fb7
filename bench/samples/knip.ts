/** knip's fixtures: what is asked for and unused, used and not asked for, imported and not there. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { type Analysis, analyze, type Conflict } from "../../src/index.ts";
import type { Difference } from "../tables.ts";
import { type Kind, kinds, type KnipSample, knipSamples } from "./knip-tests.ts";
import type { Outcome, SampleSource } from "./sample.ts";

export const knip: SampleSource = {
  name: "knip",
  async measure(checkout) {
    const root = existsSync(join(checkout, "packages/knip")) ? join(checkout, "packages/knip") : checkout;
    const outcomes = new Map(kinds.map((kind) => [kind, { samples: 0, agreed: 0, differences: [] as Difference[] }]));
    for (const sample of knipSamples(root)) {
      const directory = join(root, sample.fixture);
      if (!existsSync(directory)) continue;
      const analysis = await analyze({ root: directory, jobs: 1 });
      for (const kind of kinds) compare(analysis, sample, kind, outcomes.get(kind));
    }
    return outcomes;
  },
};

type Sum = { -readonly [K in keyof Outcome]: Outcome[K] extends number ? number : Difference[] };

function compare(
  analysis: Analysis,
  { fixture, expected, complete }: KnipSample,
  kind: Kind,
  sum: Sum | undefined,
): void {
  if (sum === undefined) return;
  const found = new Set(analysis.conflicts.flatMap((conflict) => issue(conflict, kind) ?? []));
  if (expected[kind].size > 0 || complete.has(kind)) sum.samples++;
  for (const each of expected[kind]) {
    if (found.has(each)) sum.agreed++;
    else sum.differences.push({ side: "knip", kind: whyMissing(analysis, kind, each), example: `${fixture}: ${each}` });
  }
  if (!complete.has(kind)) return;
  for (const each of found) {
    if (expected[kind].has(each)) continue;
    sum.differences.push({ side: "depbraid", kind: whyMore(analysis, kind, each), example: `${fixture}: ${each}` });
  }
}

/** `file name`, as knip has it. */
function issue({ code, file, subject }: Conflict, kind: Kind): string | undefined {
  const name = decodeURIComponent(subject.replace(/^pkg:npm\//, ""));
  if (kind === "dependencies" && code === "manifest/unused") return `${file} ${name}`;
  if (kind === "unlisted" && code === "import/undeclared") return `${file} ${name}`;
  if (kind === "unresolved" && (code === "import/unresolved" || code === "import/case")) return `${file} ${name}`;
  return undefined;
}

function whyMissing({ graph, projects }: Analysis, kind: Kind, each: string): string | undefined {
  const [file = "", name = ""] = each.split(" ");
  const purl = `pkg:npm/${name.replace("@", "%40")}`;
  if (kind === "dependencies") {
    const asked = projects
      .find(({ manifest }) => manifest === file)
      ?.requirements.filter((one) => one.package === purl);
    if (asked?.some(({ usedBy }) => usedBy !== undefined) === true)
      return "named by a script or a tool's configuration";
    if (graph.dependents(purl).some((edge) => edge.kind === "imports"))
      return "imported, by a file that knip does not reach";
    if (asked?.some(({ observable }) => !observable) === true)
      return "works by being installed, or is a peer of another";
    return "no source of the project would show a use";
  }
  const edges = graph.dependencies(`file:${file}`).filter((edge) => edge.kind === "imports");
  const own = edges.find((edge) => edge.to === purl || edge.specifier === name || edge.declaration?.package === purl);
  if (own === undefined) {
    const isSource = graph.number(`file:${file}`) !== undefined && !/config|rc\.|\.storybook|setup/.test(file);
    return isSource
      ? "named in a program that configures a tool, or in JSDoc of TypeScript: no import"
      : "named by a configuration or a script: no import asks for it";
  }
  if (own.optional === true) return "its failure is caught";
  if (own.declaration?.state === "declared") {
    return kind === "unresolved"
      ? "asked for, and not installed: depbraid needs no installation"
      : "asked for by the project around it, or by its types";
  }
  if (own.to.startsWith("unresolved:")) return "a name that nothing knows: import/unknown says it";
  return kind === "unresolved" ? "a package that nobody asks for: import/undeclared says it" : undefined;
}

function whyMore({ graph }: Analysis, kind: Kind, each: string): string | undefined {
  const [file = "", name = ""] = each.split(" ");
  if (kind === "dependencies") return "knip counts a use that depbraid does not see";
  const purl = `pkg:npm/${name.replace("@", "%40")}`;
  const edges = graph.dependencies(`file:${file}`).filter((edge) => edge.kind === "imports");
  const own = edges.find((edge) => edge.to === purl || edge.specifier === name || edge.declaration?.package === purl);
  if (own?.typeOnly === true) return "only its types are imported";
  if (graph.dependents(`file:${file}`).every((edge) => edge.kind === "contains"))
    return "in a file that nothing imports: knip may not reach it";
  return own?.declaration?.state === "transitive" ? "only another requirement brings it" : undefined;
}
