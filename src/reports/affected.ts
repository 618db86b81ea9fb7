/** What depends on what changed: for people by project, and as `depbraid/affected@1`. */
import type { AffectedNode } from "../model/affected.ts";
import { type Palette, palette } from "./colour.ts";
import { printable } from "./plain-text.ts";
import type { AffectedRun, Output, ReportOptions } from "./report.ts";
import { count, diagnosticLines } from "./summary.ts";

export const affectedSchema = "depbraid/affected@1";

/** Of one project; the rest is counted. */
const maxFiles = 10;

export function* affectedText({ analysis, affected }: AffectedRun, options: ReportOptions): Output {
  const style = palette(options);
  const projects = byProject(affected.nodes);
  const others = affected.nodes.filter(({ id }) => !isFile(id) && !isProject(id));
  for (const [project, nodes] of projects) {
    const own = nodes.filter(({ id }) => isFile(id));
    const name = project === "" ? "outside any project" : printable(project.slice("project:".length));
    yield `${style.bold(name)}  ${count(own.length, "file")}${nodes.some(isChangedProject) ? ", its manifest or lock changed" : ""}`;
    yield* bounded(own, options, style);
    yield "";
  }
  if (others.length > 0) {
    yield style.bold("beside files");
    yield* bounded(others, options, style);
    yield "";
  }
  const lost = affected.changed.filter(({ nodes }) => nodes.length === 0);
  if (lost.length > 0) {
    yield style.bold("changed, but nothing in the graph stands for it");
    const lines = lost.map(({ file }) => ({ id: `file:${file}`, changed: false }));
    yield* bounded(lines, options, style);
    yield "";
  }
  if (options.quiet) return;
  yield* diagnosticLines(analysis.diagnostics, options, style);
  const files = affected.nodes.filter(({ id }) => isFile(id)).length;
  const named = [...projects.keys()].filter((project) => project !== "").length;
  yield [
    `${count(affected.changed.length, "changed file")} ${affected.changed.length === 1 ? "affects" : "affect"} ${count(files, "file")} in ${count(named, "project")}`,
    `${(analysis.stats.milliseconds.total / 1000).toFixed(2)} s`,
  ].join(style.dim(" · "));
}

function isFile(id: string): boolean {
  return id.startsWith("file:");
}

function isProject(id: string): boolean {
  return id.startsWith("project:");
}

function isChangedProject({ id, changed }: AffectedNode): boolean {
  return changed && isProject(id);
}

/** Projects and their files by the project's id, in order of ids; files of no project last, under "". */
function byProject(nodes: readonly AffectedNode[]): ReadonlyMap<string, readonly AffectedNode[]> {
  const groups = new Map<string, AffectedNode[]>();
  for (const node of nodes) {
    if (!isFile(node.id) && !isProject(node.id)) continue;
    const key = isProject(node.id) ? node.id : (node.project ?? "");
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [node]);
    else group.push(node);
  }
  return new Map(
    [...groups].toSorted(([a], [b]) => Number(a === "") - Number(b === "") || (a === b ? 0 : a < b ? -1 : 1)),
  );
}

function* bounded(nodes: readonly AffectedNode[], { verbose }: ReportOptions, style: Palette): Output {
  const shown = verbose ? nodes : nodes.slice(0, maxFiles);
  for (const { id, changed } of shown) {
    const name = printable(isFile(id) ? id.slice("file:".length) : id);
    yield `  ${name}${changed ? style.yellow("  changed") : ""}`;
  }
  const left = nodes.length - shown.length;
  if (left > 0) yield style.dim(`  ... and ${left.toLocaleString("en")} more: --verbose shows all`);
}

interface Opening {
  readonly schema: string;
  readonly root: string;
  readonly tool: ReportOptions["tool"];
  readonly since?: string;
}

function opening({ analysis, since }: AffectedRun, { tool }: ReportOptions): Opening {
  return {
    schema: affectedSchema,
    root: analysis.root,
    tool: { name: tool.name, version: tool.version },
    ...(since === undefined ? {} : { since }),
  };
}

export function* affectedJson(run: AffectedRun, options: ReportOptions): Output {
  yield "{";
  for (const [name, value] of Object.entries(opening(run, options))) {
    yield `  ${JSON.stringify(name)}: ${JSON.stringify(value)},`;
  }
  const lists = { changed: run.affected.changed, affected: run.affected.nodes, diagnostics: run.analysis.diagnostics };
  for (const [name, objects] of Object.entries(lists)) {
    const after = name === "diagnostics" ? "" : ",";
    yield objects.length === 0 ? `  "${name}": []${after}` : `  "${name}": [`;
    for (const [at, object] of objects.entries()) {
      yield `    ${JSON.stringify(object)}${at === objects.length - 1 ? "" : ","}`;
    }
    if (objects.length > 0) yield `  ]${after}`;
  }
  yield "}";
}

export function* affectedNdjson(run: AffectedRun, options: ReportOptions): Output {
  yield JSON.stringify({ type: "run", ...opening(run, options) });
  for (const changed of run.affected.changed) yield JSON.stringify({ type: "changed", ...changed });
  for (const node of run.affected.nodes) yield JSON.stringify({ type: "affected", ...node });
  for (const diagnostic of run.analysis.diagnostics) yield JSON.stringify({ type: "diagnostic", ...diagnostic });
}
