import type { Braid } from "../model/analysis.ts";
import type { Change } from "../model/change.ts";
import type { Finding } from "../model/conflict.ts";
import type { Edge } from "../model/graph-types.ts";
import type { Graph } from "../model/graph.ts";
import type { Project } from "../model/project.ts";
import { type Purl, purlName, purlType } from "../model/purl.ts";
import type { Declaration } from "../model/resolution.ts";
import type { Trial } from "./proof/trial.ts";
import { type Arrival, Arrivals, fromAnywhere, fromNowhere } from "./uses/arrival.ts";
import type { Check } from "./check.ts";
import { pathOf } from "./findings/node-names.ts";
import { placeInProject } from "./findings/place-in-project.ts";
import { tempered } from "./findings/tempered.ts";

export const importUndeclared: Check = {
  code: "import/undeclared",
  severity: "error",
  summary: "A file imports a package, or another project, that its own project does not declare.",
  *run(braid) {
    const arrivals = arrivalsOf(braid);
    for (const uses of [...usesByProject(braid).values()].flat()) {
      const finding = judge(braid, arrivals, uses);
      if (finding !== undefined) yield finding;
    }
  },
  retry: undeclaredAgain,
  isGuard: true,
};

const knownUses = new WeakMap<Graph, ReadonlyMap<string, readonly (readonly Use[])[]>>();

const knownArrivals = new WeakMap<Braid, Arrivals>();

function arrivalsOf(braid: Braid): Arrivals {
  let arrivals = knownArrivals.get(braid);
  if (arrivals === undefined) knownArrivals.set(braid, (arrivals = new Arrivals(braid)));
  return arrivals;
}

/** By the project of the importing file: imports are the same, whatever a trial changes of what is asked for. */
function usesByProject(braid: Braid): ReadonlyMap<string, readonly (readonly Use[])[]> {
  const known = knownUses.get(braid.graph);
  if (known !== undefined) return known;
  const byProject = new Map<string, (readonly Use[])[]>();
  for (const uses of undeclaredUses(braid)) {
    const project = braid.projectOf(pathOf(uses[0]?.from ?? ""))?.id ?? "";
    const own = byProject.get(project);
    if (own === undefined) byProject.set(project, [uses]);
    else own.push(uses);
  }
  knownUses.set(braid.graph, byProject);
  return byProject;
}

/**
 * In the projects that are changed. What is asked for there now is declared, and brings no less of the rest: only what is taken
 * out can be missed by others. Other ranges of the same change nothing.
 */
function* undeclaredAgain({ original, braid, about, changes, changed, package: name }: Trial): Iterable<Finding> {
  if (about.every(({ kind }) => kind === "range")) return;
  const isOnlyMore = about.every(({ kind }) => kind === "add");
  for (const project of changed) {
    const { id } = project;
    const isAdded = changes.some((change) => change.kind === "add" && change.project === id);
    for (const uses of usesByProject(braid).get(id) ?? []) {
      const used = uses[0]?.declaration.package ?? name;
      const isOfIt = used === name;
      if (isOfIt ? isAdded : isOnlyMore) continue;
      // What something else brings stays as it is.
      if (!isOfIt && !arrivalsOf(original).isBroughtBy(project, used, name)) continue;
      const arrivals = arrivalsOf(braid);
      const finding = judge(braid, arrivals, uses);
      if (finding === undefined) continue;
      // What a lock said to be brought along came with what is taken out, if nothing else brings it now.
      const isLost = !isOnlyMore && !arrivals.isBrought(project, finding.subject);
      yield isLost ? { ...finding, severity: "error" } : finding;
    }
  }
}

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

/**
 * Directories of what is shown to readers, or where they try things out, while the project is more than that: to run it they
 * install what it says, beside the project or into it.
 */
const showing = /(?:^|\/)(?:examples?|samples?|demos?|docs?|tutorials?|playgrounds?)(?:[_-]\w+)?\//;

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
  const isShown = showing.test(placeInProject(file, project, braid.graph.node(use.from) ?? {}));
  const shown = isShown && arrival.severity === "error" ? "warning" : arrival.severity;
  const severity = tempered(vague ? "info" : shown, file, use.confidence);
  const manifest = own ?? project?.manifest ?? file;
  const within = provider?.inBuild?.build === project?.inBuild?.build ? provider?.inBuild : undefined;
  const wanted = within === undefined ? `"${name}"` : within.notation;
  const inRepo = provider === undefined ? "" : ` (a project of this repository, ${provider.manifest})`;
  const forTests = uses.every((each) => each.scope === "test" || each.typeOnly === true);
  const version = arrival.version === undefined ? "" : ` (${arrival.version} is locked)`;
  const group = forTests ? "development or test " : "";
  const fix = { message: `add ${wanted}${version} to the ${group}dependencies of ${manifest}`, file: manifest };
  const asked = project === undefined || own !== undefined ? undefined : rangeToAsk(braid, project, arrival, provider);
  return {
    severity,
    message: `${name}${inRepo} is imported, but ${manifest} does not declare it${arrival.reason}`,
    file,
    line: use.line ?? 0,
    column: use.column ?? 0,
    subject,
    ...(project === undefined ? {} : { project: project.id }),
    evidence: arrival.evidence,
    causes: arrival.causes,
    fix,
    ...(project === undefined || asked === undefined || severity === "info"
      ? {}
      : { proposals: [{ ...fix, changes: [addition(project, subject, { range: asked, forTests })] }] }),
  };
}

/** By the version that is locked, or that is here: without one there is nothing to try. */
function rangeToAsk(
  { schemes }: Braid,
  project: Project,
  { version }: Arrival,
  provider: Project | undefined,
): string | undefined {
  const known = version ?? provider?.version;
  return known === undefined ? undefined : schemes.of(project)?.asking(known);
}

interface Asked {
  readonly range: string;
  readonly forTests: boolean;
}

function addition({ id, manifest }: Project, name: Purl, { range, forTests }: Asked): Change {
  const scope = forTests ? "test" : "runtime";
  const place = { file: manifest, line: 1, column: 1 };
  return { kind: "add", project: id, requirement: { package: name, range, scope, observable: true, ...place } };
}
