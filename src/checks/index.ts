/**
 * The kinds of conflicts. A check reads the linked repository and yields findings; its page, beside it, says what they
 * mean. Add one: two files and a line here.
 */
import type { Braid } from "../model/analysis.ts";
import { type Conflict, severities } from "../model/conflict.ts";
import { noSettings, type Settings } from "../model/settings.ts";
import { bridgeBroken } from "./bridge-broken.ts";
import type { Check } from "./check.ts";
import { importAmbiguous } from "./import-ambiguous.ts";
import { importCase } from "./import-case.ts";
import { importCycle } from "./import-cycle.ts";
import { importShadowed } from "./import-shadowed.ts";
import { importUndeclared } from "./import-undeclared.ts";
import { importUnknown } from "./import-unknown.ts";
import { importUnresolved } from "./import-unresolved.ts";
import { importWrongScope } from "./import-wrong-scope.ts";
import { manifestDuplicate } from "./manifest-duplicate.ts";
import { manifestInvalid } from "./manifest-invalid.ts";
import { manifestMissingTarget } from "./manifest-missing-target.ts";
import { manifestUnused } from "./manifest-unused.ts";
import { idleRules } from "./rules/idle-rules.ts";
import { Selections } from "./rules/selection.ts";
import { ruleCheck } from "./rules/rule-check.ts";
import { type CheckOptions, isChosen, runCheckList } from "./run-checks.ts";
import { withExpected } from "./settle/expected-failures.ts";
import { mildInGeneratedFiles } from "./settle/generated-files.ts";
import { type Accepted, type IgnoreContext, withoutIgnored } from "./settle/ignores.ts";
import { withSeverities } from "./settle/severities.ts";
import { versionDisjoint } from "./version-disjoint.ts";
import { versionLocal } from "./version-local.ts";
import { versionLockDrift } from "./version-lock-drift.ts";
import { versionMismatch } from "./version-mismatch.ts";
import { versionMultiple } from "./version-multiple.ts";
import { versionOverride } from "./version-override.ts";
import { versionPeer } from "./version-peer.ts";
import { versionRuntime } from "./version-runtime.ts";

export const checks: readonly Check[] = [
  importUnresolved,
  importCase,
  importUndeclared,
  importUnknown,
  importWrongScope,
  importShadowed,
  importAmbiguous,
  importCycle,
  manifestMissingTarget,
  manifestInvalid,
  manifestDuplicate,
  manifestUnused,
  versionDisjoint,
  versionLocal,
  versionLockDrift,
  versionMismatch,
  versionMultiple,
  versionPeer,
  versionOverride,
  versionRuntime,
  bridgeBroken,
];

/** What of the sources decides whether a conflict is one. */
export interface SourceContext extends Pick<IgnoreContext, "comments" | "line"> {
  /** Whether the project's own formatter or linter leaves a file out. */
  readonly isLeftOut: (file: string) => boolean;
}

/** Every conflict that the chosen checks and the rules find and nobody accepts, worst first. */
export function runChecks(
  braid: Braid,
  options: CheckOptions = {},
  settings: Settings = noSettings,
  source: SourceContext = { comments: [], line: () => undefined, isLeftOut: () => false },
): Accepted {
  const { rules, tags } = settings;
  const selections = new Selections(braid, tags);
  const all = [...checks, ...rules.map((rule) => ruleCheck(rule, selections))];
  const usual = new Map(all.map(({ code, severity }) => [code, severity]));
  const isData = (file: string): boolean => isForTests(braid, file) && source.isLeftOut(file);
  const found = withExpected(runCheckList(all, braid, options), { line: source.line, isData });
  const mild = settings.choices.generatedFiles.length === 0 ? found : mildInGeneratedFiles(found, braid.graph);
  const settled = withSeverities(mild, settings.severities, (code) => usual.get(code));
  const checked = all.map(({ code }) => code).filter((code) => isChosen(code, options));
  const accepted = withoutIgnored(settled, { settings: settings.ignores, ...source, checked });
  return {
    ...accepted,
    conflicts: accepted.conflicts.toSorted(bySeverity),
    diagnostics: [...accepted.diagnostics, ...idleRules(rules, tags, selections)],
  };
}

function isForTests({ graph }: Braid, file: string): boolean {
  const node = graph.number(`file:${file}`);
  return node !== undefined && graph.nodeAttributes(node).scope === "test";
}

/** Sorting is stable: within a severity the order stays. */
function bySeverity(a: Conflict, b: Conflict): number {
  return severities.indexOf(a.severity) - severities.indexOf(b.severity);
}
