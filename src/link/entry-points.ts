/** Entry points to edges: from a project to the files by which others enter it. Names no language. */
import { noFacts, type ImportFact } from "../model/facts.ts";
import type { GraphBuilder } from "../model/graph-builder.ts";
import type { EntryPoint, Project } from "../model/project.ts";
import type { Confidence, ImportResolver, Target } from "../model/resolution.ts";
import type { TargetNodes } from "./target-nodes.ts";

export interface EntryContext {
  readonly builder: GraphBuilder;
  readonly targets: TargetNodes;
  readonly projects: readonly Project[];
  /** By ecosystem. */
  readonly resolvers: ReadonlyMap<string, ImportResolver>;
}

/** Adds what each project's entry points reach, as its manifest would import them. File nodes are made before. */
export function linkEntryPoints({ builder, targets, projects, resolvers }: EntryContext): void {
  for (const { id, ecosystem, entryPoints = [] } of projects) {
    for (const entry of entryPoints) {
      const imports = [factOf(entry)];
      for (const { target } of resolvers.get(ecosystem)?.resolve(entry.file, { ...noFacts, imports }) ?? []) {
        const { file, line, column, group, module, attribute } = entry;
        builder.edge(builder.node(id, "project"), targets.of(expected(target)), "bridges", {
          confidence: confidenceOf(target),
          mechanism: "entry-point",
          specifier: attribute === undefined ? module : `${module}:${attribute}`,
          group,
          file,
          line,
          column,
        });
      }
    }
  }
}

function factOf({ module, attribute, line, column }: EntryPoint): ImportFact {
  return {
    kind: attribute === undefined ? "import" : "from",
    specifier: module,
    names: attribute === undefined ? [] : [attribute],
    start: 0,
    end: 0,
    line,
    column,
    typeOnly: false,
    dynamic: true,
    optional: false,
    local: false,
  };
}

/** Nobody names an entry into what he does not have: a module that nothing else provides should be in this repository. */
function expected(target: Target): Target {
  return target.kind === "unresolved" ? { ...target, inRepo: true } : target;
}

/** Where not even the beginning of a name is here, its directory may be one that only the build knows. */
function confidenceOf(target: Target): Confidence {
  return target.kind === "unresolved" && !target.inRepo ? "inferred" : "declared";
}
