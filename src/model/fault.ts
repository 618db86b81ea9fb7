import type { Severity } from "./conflict.ts";
import type { Diagnostic } from "./diagnostic.ts";
import type { Evidence } from "./location.ts";

/**
 * Why a manifest is at fault, where its own tool refuses what it says, or warns of it. Such a diagnostic is the repository's
 * matter and not ours: it is reported as a conflict, and only so.
 */
export interface Fault {
  /** The kind of conflict: `missing-target` of `manifest/missing-target`. */
  readonly kind: "missing-target" | "invalid" | "duplicate";
  /** Milder than the kind where the tool goes on. */
  readonly severity: Severity;
  /** A purl, a path, or the text that is refused. */
  readonly subject: string;
  readonly evidence?: readonly Evidence[];
  readonly fix: string;
}

/** A diagnostic that is one. */
export interface FaultyPlace extends Diagnostic {
  readonly fault: Fault;
}

export function isFault(diagnostic: Diagnostic): diagnostic is FaultyPlace {
  return diagnostic.fault !== undefined;
}

/** Text that a generator fills in: what stands there now is read by no tool. */
export function isTemplate(text: string): boolean {
  return /\{\{|\{%|<%|\$\{|\$\(|@@|__[A-Z_]+__|@[A-Z_]{3,}@|%[A-Z_]+%/.test(text);
}
