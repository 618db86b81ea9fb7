import type { Braid } from "../../model/analysis.ts";
import type { Finding, Severity } from "../../model/conflict.ts";
import type { Graph } from "../../model/graph.ts";
import { stronglyConnected } from "../../model/strongly-connected.ts";
import { pathOf } from "../findings/node-names.ts";
import { type Bond, projectGraph } from "./project-graph.ts";
import { drawCycle, fromFirstNode, inCircle, shortestCycle } from "./shortest-cycle.ts";
import { tempered } from "../findings/tempered.ts";

/** What a cycle weighs, by the loosest bond that it needs: from the worst to the mildest. */
const levels: readonly { readonly severity: Severity; readonly bonds: readonly Bond[]; readonly why: string }[] = [
  { severity: "error", bonds: ["runtime"], why: "" },
  { severity: "warning", bonds: ["runtime", "import"], why: " (by what their files import)" },
  {
    severity: "info",
    bonds: ["runtime", "import", "other"],
    why: " (only with what development, extras or peers ask for)",
  },
];

/** Sets of projects that all depend on each other, one finding a set, by the firmest bonds that still close it. */
export function* projectCycles(braid: Braid): Iterable<Finding> {
  const { graph, bonds } = projectGraph(braid);
  const reported = new Set<number>();
  for (const { severity, bonds: allowed, why } of levels) {
    const follow = (edge: number): boolean => allowed.includes(bonds[edge] ?? "other");
    for (const component of stronglyConnected(graph, follow)) {
      if (component.some((node) => reported.has(node))) continue;
      const cycle = shortestCycle(graph, new Set(component), follow);
      if (cycle === undefined) continue;
      for (const node of component) reported.add(node);
      yield describe(graph, fromFirstNode(graph, cycle), component.length, { severity, why });
    }
  }
}

function describe(
  graph: Graph,
  cycle: readonly number[],
  size: number,
  level: { readonly severity: Severity; readonly why: string },
): Finding {
  const edges = cycle.map((edge) => graph.edgeAt(edge));
  const manifests = edges.map((edge) => pathOf(edge.from));
  const first = edges[0];
  const file = first?.file ?? manifests[0] ?? "";
  const project = first?.from ?? "";
  const loosest = edges.find((edge) => edge.kind === "imports") ?? edges.find((edge) => edge.scope !== "runtime");
  const cut = loosest ?? edges.at(-1);
  return {
    severity: tempered(level.severity, file, "declared"),
    message:
      (size === cycle.length
        ? `${size} projects depend on each other in a circle: `
        : `${size} projects all depend on each other; the shortest circle is `) +
      drawCycle(manifests) +
      level.why,
    file,
    line: first?.line ?? 0,
    column: first?.column ?? 0,
    subject: project,
    project,
    ...inCircle(
      edges.map((edge) => ({
        file: edge.file ?? pathOf(edge.from),
        line: edge.line ?? 0,
        column: edge.column ?? 0,
        message: `${edge.kind === "imports" ? "imports a file of" : "asks for"} ${pathOf(edge.to)}`,
      })),
    ),
    fix: {
      message: `let ${pathOf(cut?.from ?? "")} do without ${pathOf(cut?.to ?? "")}: move what both need into a project below them`,
      file: cut?.file ?? file,
    },
  };
}
