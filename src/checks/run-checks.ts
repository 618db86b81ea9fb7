import { compareText } from "../model/compare-text.ts";
import { createHash } from "node:crypto";
import type { Braid } from "../model/analysis.ts";
import { type Conflict, type Finding, type Fix, severities } from "../model/conflict.ts";
import type { Check } from "./check.ts";
import { Proofs } from "./proof/proof.ts";
import { isNamed } from "./selection.ts";

export interface CheckOptions {
  /** Codes to run: `import/cycle`, or a family as `import/*`. All when there are none. */
  readonly only?: readonly string[];
  /** Codes to leave out. */
  readonly ignore?: readonly string[];
}

/** Every finding of the chosen checks, with its identity: worst first, then by file, line, column, code and subject. */
export function runCheckList(checks: readonly Check[], braid: Braid, options: CheckOptions): readonly Conflict[] {
  const chosen = checks.filter(({ code }) => isChosen(code, options));
  const proofs = new Proofs(checks, braid);
  const conflicts: Conflict[] = [];
  for (const check of chosen) {
    for (const finding of check.run(braid))
      conflicts.push(conflictOf(check.code, finding, proofs.fixOf(check, finding)));
  }
  return withOwnIds(conflicts.sort(compareConflicts));
}

export function isChosen(code: string, { only = [], ignore = [] }: CheckOptions): boolean {
  return (only.length === 0 || isNamed(code, only)) && !isNamed(code, ignore);
}

function conflictOf(code: string, finding: Finding, fix: Fix | undefined): Conflict {
  const { severity, message, file, line, column, subject, project, evidence, causes, chart } = finding;
  return {
    code,
    severity,
    id: identity(code, finding),
    message,
    file,
    line,
    column,
    subject,
    ...(project === undefined ? {} : { project }),
    evidence,
    ...(causes === undefined ? {} : { causes }),
    ...(chart === undefined ? {} : { chart }),
    ...(fix === undefined ? {} : { fix }),
    help: `depbraid explain ${code}`,
  };
}

/** Lines and wording are left out: they change while the conflict stays. */
function identity(code: string, { file, subject, project = "" }: Finding): string {
  return createHash("sha256").update([code, file, subject, project].join("\0")).digest("hex").slice(0, 16);
}

/** Conflicts that are equal but for their place are told apart by their order. */
function withOwnIds(sorted: readonly Conflict[]): readonly Conflict[] {
  const counts = new Map<string, number>();
  return sorted.map((conflict) => {
    const count = (counts.get(conflict.id) ?? 0) + 1;
    counts.set(conflict.id, count);
    return count === 1 ? conflict : { ...conflict, id: `${conflict.id}-${count}` };
  });
}

function compareConflicts(a: Conflict, b: Conflict): number {
  return (
    severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
    compareText(a.file, b.file) ||
    a.line - b.line ||
    a.column - b.column ||
    compareText(a.code, b.code) ||
    compareText(a.subject, b.subject) ||
    compareText(a.message, b.message)
  );
}
