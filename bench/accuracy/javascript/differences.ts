/** Which rule a difference between depbraid's answer and a resolver's comes from. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Edge } from "../../../src/index.ts";
import type { Answer } from "./comparison.ts";
import type { ObservedTree, Statement } from "./observed-tree.ts";

export interface Disagreement {
  readonly observed: ObservedTree;
  readonly statement: Statement;
  readonly answer: Answer;
  readonly edges: readonly Edge[];
}

const kinds = {
  asset: "a style sheet, picture or text, which bundlers load: TypeScript resolves modules only",
} as const;

/** Undefined when it is not known. */
export function differenceKind({ observed, edges, answer }: Disagreement): string | undefined {
  const [edge] = edges;
  if (answer === undefined && edge?.to.startsWith("file:") === true) {
    const path = edge.to.slice("file:".length);
    if (!/\.([cm]?[jt]sx?|json)$/.test(path) && existsSync(join(observed.bare, path))) return kinds.asset;
  }
  return undefined;
}
