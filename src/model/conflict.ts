import type { Cause } from "./cause.ts";
import type { Change } from "./change.ts";
import type { Evidence } from "./location.ts";
import type { RangeChart } from "./range-chart.ts";

/** From worst to mildest. */
export const severities = ["error", "warning", "info"] as const;
export type Severity = (typeof severities)[number];

/** A finding about the user's repository, with its evidence, its reason and a way out. */
export interface Conflict {
  /** `import/undeclared` */
  readonly code: string;
  readonly severity: Severity;
  /** Stable under line shifts: a hash of the code, the file, the subject and the project. */
  readonly id: string;
  readonly message: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** What it is about: a purl, a node id, or a specifier. */
  readonly subject: string;
  /** Id of the project that has it. */
  readonly project?: string;
  /** Every place that supports it; where it has causes, theirs. */
  readonly evidence: readonly Evidence[];
  /** Why it is so, as a tree; absent where the evidence says all. */
  readonly causes?: readonly Cause[];
  /** The ranges that clash, side by side. */
  readonly chart?: RangeChart;
  readonly fix?: Fix;
  /** How to read more: `depbraid explain import/undeclared`. */
  readonly help: string;
}

/** A way out. */
export interface Fix {
  readonly message: string;
  readonly file?: string;
  /** It was tried in memory: the check was run again with it, the conflict was gone, and no new error came. */
  readonly verified?: true;
}

/** A way out that can be tried: what it changes of what projects ask for. */
export interface Proposal extends Omit<Fix, "verified"> {
  readonly changes: readonly Change[];
}

/** A conflict as a check finds it: the engine adds identity and help, and tries the proposals. */
export type Finding = Omit<Conflict, "code" | "id" | "help"> & {
  /** The best first: the first that proves right becomes the fix. Where none does, `fix` stands. */
  readonly proposals?: readonly Proposal[];
};

/** Whether `severity` is as bad as `threshold` or worse. */
export function atLeast(severity: Severity, threshold: Severity): boolean {
  return severities.indexOf(severity) <= severities.indexOf(threshold);
}
