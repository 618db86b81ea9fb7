import type { VersionScheme } from "../../model/version-scheme.ts";
import type { PackageDemand } from "./demands.ts";

export function inPathOrder(demands: readonly PackageDemand[]): readonly PackageDemand[] {
  return demands.toSorted((a, b) =>
    a.requirement.file === b.requirement.file
      ? a.requirement.line - b.requirement.line || a.requirement.column - b.requirement.column
      : a.requirement.file < b.requirement.file
        ? -1
        : 1,
  );
}

/** By the highest versions that they reach, the highest first. */
export function newestFirst(demands: readonly PackageDemand[], scheme: VersionScheme): readonly PackageDemand[] {
  return demands.toSorted((a, b) => compareReach(scheme, b, a));
}

function compareReach(scheme: VersionScheme, a: PackageDemand, b: PackageDemand): number {
  const left = a.versions.intervals.at(-1);
  const right = b.versions.intervals.at(-1);
  const leftEnd = left?.upper ?? left?.lower;
  const rightEnd = right?.upper ?? right?.lower;
  if (leftEnd === undefined || rightEnd === undefined) return 0;
  return scheme.compare(leftEnd.version, rightEnd.version);
}
