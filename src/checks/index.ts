/**
 * The kinds of conflicts. A check reads the linked repository and yields findings; its page, beside it, says what they
 * mean. Add one: two files and a line here.
 */
import type { Braid } from "../model/analysis.ts";
import type { Conflict } from "../model/conflict.ts";
import { bridgeBroken } from "./bridge-broken.ts";
import type { Check } from "./check.ts";
import { importCase } from "./import-case.ts";
import { importCycle } from "./import-cycle.ts";
import { importShadowed } from "./import-shadowed.ts";
import { importUndeclared } from "./import-undeclared.ts";
import { importUnknown } from "./import-unknown.ts";
import { importUnresolved } from "./import-unresolved.ts";
import { importWrongScope } from "./import-wrong-scope.ts";
import { manifestUnused } from "./manifest-unused.ts";
import { type CheckOptions, runCheckList } from "./run-checks.ts";
import { versionDisjoint } from "./version-disjoint.ts";

export const checks: readonly Check[] = [
  importUnresolved,
  importCase,
  importUndeclared,
  importUnknown,
  importWrongScope,
  importShadowed,
  importCycle,
  manifestUnused,
  versionDisjoint,
  bridgeBroken,
];

/** Every conflict that the chosen checks find, worst first. */
export function runChecks(braid: Braid, options: CheckOptions = {}): readonly Conflict[] {
  return runCheckList(checks, braid, options);
}
