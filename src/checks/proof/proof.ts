/** Tries the ways out that a check proposes: only one that proves right is called verified. */
import type { Braid } from "../../model/analysis.ts";
import type { Change } from "../../model/change.ts";
import type { Finding, Fix, Proposal } from "../../model/conflict.ts";
import type { Check } from "../check.ts";
import { type Trial, Trials } from "./trial.ts";

/** Of one check: findings by the thousand propose few different changes, and what is over it is proposed without a proof. */
const mostTrials = 1000;

export class Proofs {
  readonly #guards: readonly Check[];
  readonly #trials: Trials;
  readonly #known = new Map<string, ReadonlySet<string> | undefined>();
  readonly #made = new Map<Check, number>();

  /** @param checks all that a change may make worse, chosen or not */
  constructor(checks: readonly Check[], braid: Braid) {
    this.#guards = checks.filter(({ isGuard }) => isGuard === true);
    this.#trials = new Trials(braid);
  }

  /** The first proposal that holds, else the fix that the check gives without a proof. */
  fixOf(check: Check, finding: Finding): Fix | undefined {
    const { proposals = [], fix } = finding;
    const proven = proposals.find((proposal) => this.#settled(check, proposal)?.has(keyOf(check, finding)) === true);
    if (proven === undefined) return fix;
    const { message, file } = proven;
    return { message, ...(file === undefined ? {} : { file }), verified: true };
  }

  /** The findings of a check that are gone with a proposal; undefined where it makes anything worse, or was not tried. */
  #settled(check: Check, { changes }: Proposal): ReadonlySet<string> | undefined {
    const name = changes[0]?.requirement.package;
    if (check.retry === undefined || name === undefined) return undefined;
    const key = `${check.code} ${changes.map(textOf).join("\n")}`;
    if (this.#known.has(key)) return this.#known.get(key);
    const made = this.#made.get(check) ?? 0;
    if (made >= mostTrials) return undefined;
    this.#made.set(check, made + 1);
    const settled = this.#try(check, this.#trials.of(name, changes));
    this.#known.set(key, settled);
    return settled;
  }

  #try(
    check: Check,
    { before, after }: { readonly before: Trial; readonly after: Trial },
  ): ReadonlySet<string> | undefined {
    const own = keysOf(check, before, () => true);
    const left = keysOf(check, after, () => true);
    // Even a mild conflict of the same kind that was not there before is no way out.
    if (!isWithin(left, own)) return undefined;
    for (const guard of this.#guards) {
      if (guard === check) continue;
      const errors = keysOf(guard, after, isError);
      if (errors.size > 0 && !isWithin(errors, keysOf(guard, before, isError))) return undefined;
    }
    return new Set([...own.keys()].filter((key) => !left.has(key)));
  }
}

/** Findings by what they are about; alike ones are counted. */
type Counts = ReadonlyMap<string, number>;

function isWithin(some: Counts, others: Counts): boolean {
  return [...some].every(([key, count]) => count <= (others.get(key) ?? 0));
}

function isError({ severity }: Finding): boolean {
  return severity === "error";
}

function keysOf(check: Check, trial: Trial, counted: (finding: Finding) => boolean): Counts {
  const counts = new Map<string, number>();
  for (const finding of check.retry?.(trial) ?? []) {
    if (!counted(finding)) continue;
    const key = keyOf(check, finding);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** Lines and words are left out: a change may move and rephrase what it leaves as it was. */
function keyOf({ code }: Check, { file, subject, project = "" }: Finding): string {
  return [code, file, subject, project].join("\0");
}

function textOf(change: Change): string {
  const { kind, requirement } = change;
  const range = kind === "range" ? `${change.range} ${change.isRelocked ?? false}` : requirement.range;
  const project = kind === "add" ? change.project : "";
  const { package: name, file, line, column, scope, group = "" } = requirement;
  return [kind, project, name, file, line, column, scope, group, range].join("\0");
}
