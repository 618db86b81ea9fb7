/**
 * Whether markers can hold together, decided rather than sampled: markers are built of comparisons by "and" and "or" alone,
 * so they hold more readily the more comparisons hold, and each group of variables has finitely many ways to come out.
 *
 * What is not modelled (extras, of which several may be asked for at once; releases and versions of platforms; two variables
 * compared with each other; versions with development or post releases) may come out either way: it never excludes anything.
 */
import { type VariableGroup, variableGroups } from "./environment-samples.ts";
import { type Comparison, type Environment, evaluateMarker, type Marker } from "./markers.ts";

export type Satisfiability =
  /** With an environment in which all hold, as far as what is modelled goes. */
  | { readonly kind: "yes"; readonly environment: Environment; readonly whole: boolean }
  | { readonly kind: "no" }
  /** Too many ways to come out. */
  | { readonly kind: "unknown" };

const mostCombinations = 50_000;
/** Of one comparison in one environment: some microseconds each. */
const mostEvaluations = 100_000;

/** Whether some environment meets all of these. */
export function satisfiability(markers: readonly Marker[]): Satisfiability {
  const joined = markers.flatMap((marker, at): Marker => (at === 0 ? marker : [...marker, "and"]));
  const comparisons = [...new Set(joined.filter((item) => typeof item === "object"))];
  /** What holds whatever the environment, or may: everything that no group decides. */
  const given = new Set(comparisons);
  const outcomes: (readonly Outcome[])[] = [];
  for (const group of variableGroups) {
    const own = comparisons.filter((each) => groupOf(each) === group);
    const samples = own.length === 0 ? undefined : group.samples(own);
    if (samples === undefined || samples.length * own.length > mostEvaluations) continue;
    for (const each of own) given.delete(each);
    outcomes.push(maximal(own, samples));
  }
  let whole = true;
  for (const each of given) {
    if (isConstant(each)) {
      if (!evaluateMarker([each], {})) given.delete(each);
    } else whole = false;
  }
  if (outcomes.reduce((count, { length }) => count * length, 1) > mostCombinations) return { kind: "unknown" };
  const environment = search(joined, outcomes, given);
  return environment === undefined ? { kind: "no" } : { kind: "yes", environment, whole };
}

/** An environment, and the comparisons that hold in it. */
interface Outcome {
  readonly environment: Environment;
  readonly holding: readonly Comparison[];
}

/** The outcomes that no other one surpasses: where more holds, everything holds that held before. */
function maximal(comparisons: readonly Comparison[], samples: readonly Environment[]): readonly Outcome[] {
  const distinct = new Map<string, Outcome>();
  for (const environment of samples) {
    const holding = comparisons.filter((each) => evaluateMarker([each], environment));
    const key = comparisons.map((each) => (holding.includes(each) ? "1" : "0")).join("");
    if (!distinct.has(key)) distinct.set(key, { environment, holding });
  }
  const all = [...distinct.values()].sort((a, b) => b.holding.length - a.holding.length);
  const kept: Outcome[] = [];
  for (const outcome of all) {
    if (!kept.some(({ holding }) => outcome.holding.every((each) => holding.includes(each)))) kept.push(outcome);
  }
  return kept;
}

function search(
  marker: Marker,
  outcomes: readonly (readonly Outcome[])[],
  given: ReadonlySet<Comparison>,
): Environment | undefined {
  const chosen = outcomes.map(() => 0);
  for (;;) {
    const taken = chosen.flatMap((at, group) => outcomes[group]?.[at] ?? []);
    const holding = new Set([...given, ...taken.flatMap((each) => each.holding)]);
    if (holds(marker, holding)) return Object.assign({}, ...taken.map(({ environment }) => environment));
    let group = 0;
    while (group < chosen.length) {
      const next = (chosen[group] ?? 0) + 1;
      chosen[group] = next;
      if (next < (outcomes[group]?.length ?? 0)) break;
      chosen[group++] = 0;
    }
    if (group === chosen.length) return undefined;
  }
}

function holds(marker: Marker, holding: ReadonlySet<Comparison>): boolean {
  const stack: boolean[] = [];
  for (const item of marker) {
    if (typeof item === "object") {
      stack.push(holding.has(item));
      continue;
    }
    const right = stack.pop() === true;
    const left = stack.pop() === true;
    stack.push(item === "and" ? left && right : left || right);
  }
  return stack.pop() === true;
}

function groupOf({ left, right }: Comparison): VariableGroup | undefined {
  if (left.kind === right.kind) return undefined;
  const name = left.kind === "variable" ? left.name : right.kind === "variable" ? right.name : "";
  return variableGroups.find(({ variables }) => variables.includes(name));
}

function isConstant({ left, right }: Comparison): boolean {
  return left.kind === "value" && right.kind === "value";
}
