import type { Braid } from "../model/analysis.ts";
import { explainedBy } from "../model/cause.ts";
import type { Finding } from "../model/conflict.ts";
import type { Edge } from "../model/graph-types.ts";
import { purlName, purlType } from "../model/purl.ts";
import type { Declaration } from "../model/resolution.ts";
import { Arrivals, fromAnywhere, fromNowhere } from "./uses/arrival.ts";
import type { Check } from "./check.ts";
import { pathOf } from "./findings/node-names.ts";
import { tempered } from "./findings/tempered.ts";

export const importUndeclared: Check = {
  code: "import/undeclared",
  severity: "error",
  summary: "A file imports a package, or another project, that its own project does not declare.",
  *run(braid) {
    const arrivals = new Arrivals(braid);
    for (const uses of undeclaredUses(braid)) {
      const finding = judge(braid, arrivals, uses);
      if (finding !== undefined) yield finding;
    }
  },
};

/** An edge whose package its project should have declared. */
interface Use extends Edge {
  readonly declaration: Declaration;
}

/** Uses of one package by one file, in the order they are written; never empty. */
function undeclaredUses({ graph }: Braid): Iterable<readonly Use[]> {
  const groups = new Map<string, Use[]>();
  for (let at = 0; at < graph.edgeCount; at++) {
    const state = graph.declarationState(at);
    if (state === undefined || state === "declared") continue;
    const edge = graph.edgeAt(at);
    const { declaration } = edge;
    if (declaration === undefined || edge.optional === true) continue;
    const key = `${graph.from(at)} ${declaration.package}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [{ ...edge, declaration }]);
    else group.push({ ...edge, declaration });
  }
  return groups.values();
}

function judge(braid: Braid, arrivals: Arrivals, uses: readonly Use[]): Finding | undefined {
  // What runs decides; types alone are a milder matter.
  const use = uses.find((each) => each.typeOnly !== true) ?? uses[0];
  if (use === undefined) return undefined;
  const { state, package: subject, manifest: own } = use.declaration;
  if (state === "declared") return undefined;
  const file = pathOf(use.from);
  const project = braid.projectOf(file);
  // Where no manifest of this ecosystem is responsible for the file, there is none to declare it in.
  if (own === undefined && project?.ecosystem !== purlType(subject)) return undefined;
  const name = purlName(subject);
  // A file that says for itself what it needs has nothing from a project.
  const alone = state === "unknown" ? fromAnywhere : fromNowhere;
  const arrival = own !== undefined || project === undefined ? alone : arrivals.of(project, subject, state);
  const provider = arrivals.provider(subject);
  // When even the package is a guess, and nothing is known of how it arrives, there is little to go by.
  const vague = use.typeOnly === true || (state === "unknown" && use.confidence === "inferred");
  const severity = tempered(vague ? "info" : arrival.severity, file, use.confidence);
  const manifest = own ?? project?.manifest ?? file;
  const inRepo = provider === undefined ? "" : ` (a project of this repository, ${provider.manifest})`;
  const forTests = uses.every((each) => each.scope === "test" || each.typeOnly === true);
  const version = arrival.version === undefined ? "" : ` (${arrival.version} is locked)`;
  return {
    severity,
    message: `${name}${inRepo} is imported, but ${manifest} does not declare it${arrival.reason}`,
    file,
    line: use.line ?? 0,
    column: use.column ?? 0,
    subject,
    ...(project === undefined ? {} : { project: project.id }),
    ...explainedBy(arrival.causes),
    fix: {
      message: `add "${name}"${version} to the ${forTests ? "development or test " : ""}dependencies of ${manifest}`,
      file: manifest,
    },
  };
}
