/**
 * Rules of the users' own, over the dependencies of files in any language: imports, references and bridges. Each rule is a check
 * of its own, `rule/NAME`.
 */
import type { Braid } from "../../model/analysis.ts";
import type { Finding } from "../../model/conflict.ts";
import type { Graph } from "../../model/graph.ts";
import type { Rule } from "../../model/settings.ts";
import type { Check } from "../check.ts";
import { pathOf } from "../findings/node-names.ts";
import { cyclesAmong } from "./acyclic.ts";
import type { Selections } from "./selection.ts";

export function ruleCheck(rule: Rule, selections: Selections): Check {
  return {
    code: `rule/${rule.name}`,
    severity: rule.severity,
    summary: rule.comment ?? `A rule of this repository: ${rule.kind}.`,
    run: (braid) => found(rule, braid, selections),
  };
}

function* found(rule: Rule, braid: Braid, selections: Selections): Iterable<Finding> {
  const { graph } = braid;
  switch (rule.kind) {
    case "forbidden": {
      const [from, to] = [selections.of(rule.from), selections.of(rule.to)];
      yield* broken(rule, braid, (a, b) => (from.has(a) && to.has(b) ? "must not depend on" : undefined));
      return;
    }
    case "allowed": {
      const [from, to] = [selections.of(rule.from), selections.of(rule.to)];
      const isFree = (node: number): boolean => from.has(node) || to.has(node) || !isKept(graph, node);
      yield* broken(rule, braid, (a, b) => (from.has(a) && !isFree(b) ? "may not depend on" : undefined));
      return;
    }
    case "layers": {
      const layers = rule.layers.map((layer) => selections.of(layer));
      const layerOf = (node: number): number => layers.findIndex((layer) => layer.has(node));
      yield* broken(rule, braid, (a, b) => {
        const [upper, lower] = [layerOf(a), layerOf(b)];
        if (upper < 0 || lower < 0 || upper === lower) return undefined;
        if (lower < upper) return "must not depend on a higher layer,";
        return rule.closed && lower > upper + 1 ? "must not reach past the next layer, to" : undefined;
      });
      if (rule.exhaustive !== undefined) yield* homeless(rule, braid, selections.of(rule.exhaustive), layers);
      return;
    }
    case "independent": {
      const groups = rule.groups.map((group) => selections.of(group));
      const groupOf = (node: number): number => groups.findIndex((group) => group.has(node));
      yield* broken(rule, braid, (a, b) => {
        const [one, other] = [groupOf(a), groupOf(b)];
        return one < 0 || other < 0 || one === other ? undefined : "must be independent of";
      });
      return;
    }
    case "required":
      yield* missing(rule, braid, selections.of(rule.from), selections.of(rule.to));
      return;
    case "acyclic":
      for (const cycle of cyclesAmong(graph, selections.of(rule.of)))
        yield finding(rule, { file: cycle.file, line: cycle.line, column: cycle.column }, cycle.files.join(" -> "), {
          message: `these files depend on each other in a circle: ${cycle.files.join(" -> ")}`,
        });
  }
}

/** What is built in, or not there, no rule is about. */
function isKept(graph: Graph, node: number): boolean {
  const kind = graph.nodeKind(node);
  return kind === "file" || kind === "package";
}

/** Edges that break a rule, each pair of ends once. */
function* broken(
  rule: Rule,
  { graph, projectOf }: Braid,
  judge: (from: number, to: number) => string | undefined,
): Iterable<Finding> {
  const seen = new Set<string>();
  for (let at = 0; at < graph.edgeCount; at++) {
    const kind = graph.edgeKind(at);
    if (kind !== "imports" && kind !== "references" && kind !== "bridges") continue;
    const [from, to] = [graph.from(at), graph.to(at)];
    const words = judge(from, to);
    if (words === undefined || seen.has(`${from} ${to}`)) continue;
    seen.add(`${from} ${to}`);
    const edge = graph.edgeAt(at);
    const file = pathOf(edge.from);
    const target = edge.to.startsWith("file:") ? pathOf(edge.to) : edge.to;
    const project = projectOf(file)?.id;
    yield finding(rule, { file, line: edge.line ?? 0, column: edge.column ?? 0 }, edge.to, {
      message: `${file} ${words} ${target}`,
      ...(project === undefined ? {} : { project }),
    });
  }
}

/** Files that should stand in a layer, and stand in none. */
function* homeless(
  rule: Rule,
  braid: Braid,
  all: ReadonlySet<number>,
  layers: readonly ReadonlySet<number>[],
): Iterable<Finding> {
  for (const node of all) {
    if (braid.graph.nodeKind(node) !== "file" || layers.some((layer) => layer.has(node))) continue;
    yield ofFile(rule, braid, node, "is in none of the layers");
  }
}

function* missing(rule: Rule, braid: Braid, from: ReadonlySet<number>, to: ReadonlySet<number>): Iterable<Finding> {
  const { graph } = braid;
  const { offsets, edges } = graph.out;
  for (const node of from) {
    const reached = edges.subarray(offsets[node], offsets[node + 1]);
    if (reached.some((edge) => to.has(graph.to(edge)))) continue;
    yield ofFile(rule, braid, node, "must depend on what the rule names, and does not");
  }
}

function ofFile(rule: Rule, { graph, projectOf }: Braid, node: number, words: string): Finding {
  const file = pathOf(graph.id(node));
  const project = projectOf(file)?.id;
  const own = project === undefined ? {} : { project };
  return finding(rule, { file, line: 0, column: 0 }, graph.id(node), { message: `${file} ${words}`, ...own });
}

function finding(
  { severity, comment, name, file, line }: Rule,
  place: Pick<Finding, "file" | "line" | "column">,
  subject: string,
  more: Pick<Finding, "message"> & { readonly project?: string },
): Finding {
  const message = comment === undefined ? more.message : `${more.message}: ${comment}`;
  return {
    severity,
    subject,
    ...place,
    ...more,
    message,
    evidence: [{ file, line, message: `the rule "${name}" says so` }],
  };
}
