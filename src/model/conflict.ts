import type { Evidence } from "./location.ts";

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
  readonly evidence: readonly Evidence[];
  readonly fix?: { readonly message: string; readonly file?: string };
  /** How to read more: `depbraid explain import/undeclared`. */
  readonly help: string;
}

/** A conflict as a check finds it: the engine adds identity and help. */
export type Finding = Omit<Conflict, "code" | "id" | "help">;

/** Whether `severity` is as bad as `threshold` or worse. */
export function atLeast(severity: Severity, threshold: Severity): boolean {
  return severities.indexOf(severity) <= severities.indexOf(threshold);
}
