import { type Conflict, type Severity, severities } from "../model/conflict.ts";

/** Conflicts that say the same of the same thing in one project: the first, and how many more there are. */
export interface Fold {
  readonly first: Conflict;
  readonly more: readonly Conflict[];
}

/** One project with its conflicts, worst first. */
export interface Group {
  /** The manifest of the project; undefined for files of no project. */
  readonly project: string | undefined;
  readonly folds: readonly Fold[];
}

/** Conflicts by project, the projects with the worst first, then by path. `conflicts` are in their own order already. */
export function groupByProject(conflicts: readonly Conflict[]): readonly Group[] {
  const groups = new Map<string, Conflict[]>();
  for (const conflict of conflicts) {
    const key = conflict.project ?? "";
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [conflict]);
    else group.push(conflict);
  }
  return [...groups]
    .toSorted(([a, inA], [b, inB]) => worst(inA) - worst(inB) || (a === b ? 0 : a < b ? -1 : 1))
    .map(([project, own]) => ({
      project: project === "" ? undefined : project.slice(project.indexOf(":") + 1),
      folds: fold(own),
    }));
}

function worst(conflicts: readonly Conflict[]): number {
  return Math.min(...new Set(conflicts.map(({ severity }) => severities.indexOf(severity))));
}

/** Conflicts that say the same, as one, in the order of the first of each. */
export function fold(conflicts: readonly Conflict[]): readonly Fold[] {
  const folds = new Map<string, { first: Conflict; more: Conflict[] }>();
  for (const conflict of conflicts) {
    const { code, severity, subject, message } = conflict;
    const key = JSON.stringify([code, severity, subject, message]);
    const known = folds.get(key);
    if (known === undefined) folds.set(key, { first: conflict, more: [] });
    else known.more.push(conflict);
  }
  return [...folds.values()];
}

/** How many there are of each severity. */
export function countBySeverity(conflicts: readonly Conflict[]): Readonly<Record<Severity, number>> {
  const counts: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  for (const { severity } of conflicts) counts[severity]++;
  return counts;
}
