import type { Fault } from "./fault.ts";

/**
 * A file or format that was not fully read. The rest of the run stands. A finding about the user's repository is a
 * `Conflict`, not a diagnostic.
 */
export interface Diagnostic {
  /** `syntax`, `encoding`, `size`, `unreadable`, `symlink`, `manifest`, `unsupported`, `settings`, `internal`. */
  readonly code: DiagnosticCode;
  readonly file: string;
  /** 1-based; 0 for the whole file. */
  readonly line: number;
  readonly column: number;
  readonly message: string;
  /** Present where the repository is wrong, and not we: then it is told as a conflict. */
  readonly fault?: Fault;
}

export type DiagnosticCode =
  | "syntax"
  | "encoding"
  | "size"
  | "unreadable"
  | "symlink"
  | "manifest"
  | "unsupported"
  | "settings"
  | "internal";

/** A diagnostic about a whole file. */
export function fileDiagnostic(code: DiagnosticCode, file: string, message: string): Diagnostic {
  return { code, file, line: 0, column: 0, message };
}
