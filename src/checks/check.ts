import type { Braid } from "../model/analysis.ts";
import type { Finding, Severity } from "../model/conflict.ts";

/** One kind of conflict: `checks/<kind>.ts`, its page `<kind>.md` beside it, and a line in `index.ts`. */
export interface Check {
  /** `import/undeclared` */
  readonly code: string;
  /** The severity it has unless a case is milder. */
  readonly severity: Severity;
  /** One line: when it holds. */
  readonly summary: string;
  /** Pure; any order: the engine sorts. */
  run(braid: Braid): Iterable<Finding>;
}
