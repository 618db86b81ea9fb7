import type { Braid } from "../model/analysis.ts";
import type { Finding, Severity } from "../model/conflict.ts";
import type { Trial } from "./proof/trial.ts";

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
  /**
   * What it would find with a change of what projects ask for, as far as the change can matter to it: of one package, or in the
   * projects that are changed. Absent where no such change matters, or it would cost too much to tell.
   */
  retry?(trial: Trial): Iterable<Finding>;
  /** Its errors speak against a change, whatever the change is for. */
  readonly isGuard?: true;
}
