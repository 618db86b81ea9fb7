import type { ResolvedImport, Target } from "../../../model/resolution.ts";
import type { ExternalAnswer } from "./external.ts";

/** What a name leads to, apart from where it stands. */
export type Answer = Pick<ResolvedImport, "target" | "confidence" | "declaration" | "rival">;

/** Where a name is written, and how; what is absent is false, as it is for all code but a few words. */
export interface Written {
  readonly line: number;
  readonly column: number;
  readonly typeOnly?: boolean;
  readonly dynamic?: boolean;
  readonly optional?: boolean;
}

/** One shape for all, or the loops that follow slow down. */
export function makeResolved(
  edge: ResolvedImport["edge"],
  specifier: string,
  { line, column, typeOnly = false, dynamic = false, optional = false }: Written,
  answer: Answer,
): ResolvedImport {
  return {
    edge,
    target: answer.target,
    specifier,
    names: [],
    line,
    column,
    typeOnly,
    dynamic,
    optional,
    local: false,
    confidence: answer.confidence,
    declaration: answer.declaration,
    rival: answer.rival,
  };
}

export function toExternal(answer: ExternalAnswer): Answer {
  if (answer.kind === "builtin") {
    const target: Target = { kind: "builtin", name: `java/${answer.package}` };
    return { target, confidence: "exact" };
  }
  const { package: name, confidence, declaration } = answer;
  return {
    target: { kind: "package", package: name },
    confidence,
    ...(declaration === undefined ? {} : { declaration }),
  };
}
