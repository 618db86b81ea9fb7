import type { Finding } from "../../model/conflict.ts";
import type { Purl } from "../../model/purl.ts";
import type { Trial } from "../proof/trial.ts";
import { type ProjectGraph, projectGraph } from "./project-graph.ts";

/**
 * The circles of projects that requirements would close which a trial adds: each that leads to a project from which the one that
 * gets it is reached already. For all others the projects depend on each other as they did.
 */
export function* cyclesByAddition({ original, changes, package: name }: Trial): Iterable<Finding> {
  for (const change of changes) {
    if (change.kind !== "add" || change.requirement.scope !== "runtime") continue;
    const home = providerOf(original.projects, name);
    if (home === undefined) continue;
    if (!reaches(projectGraph(original), home, change.project)) continue;
    const { file, line, column } = change.requirement;
    yield {
      severity: "error",
      message: `${change.project} and ${home} would depend on each other`,
      file,
      line,
      column,
      subject: home,
      project: change.project,
      evidence: [],
    };
  }
}

function providerOf(projects: Trial["original"]["projects"], name: Purl): string | undefined {
  return projects.find((project) => project.package === name)?.id;
}

/** Over what projects ask for to run. */
function reaches({ graph, bonds }: ProjectGraph, from: string, to: string): boolean {
  const start = graph.number(from);
  const goal = graph.number(to);
  if (start === undefined || goal === undefined) return false;
  const seen = new Set([start]);
  for (const node of seen) {
    if (node === goal) return true;
    for (const edge of graph.out.edges.subarray(graph.out.offsets[node], graph.out.offsets[node + 1])) {
      if (bonds[edge] === "runtime") seen.add(graph.to(edge));
    }
  }
  return false;
}
