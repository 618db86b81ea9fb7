import type { Change } from "../../model/change.ts";
import type { Proposal } from "../../model/conflict.ts";
import type { Project } from "../../model/project.ts";

/**
 * A proposal as it is, and where lockfiles give entries for what it changes, the same with those lockfiles made anew: their tool
 * then chooses by the new range.
 */
export function orRelocked(proposal: Proposal, projects: readonly Project[]): readonly Proposal[] {
  const files = new Set<string>();
  for (const { lockfiles = [] } of projects) {
    for (const { file, answers } of lockfiles) {
      if (proposal.changes.some(({ requirement }) => answers.has(requirement))) files.add(file);
    }
  }
  if (files.size === 0) return [proposal];
  const { message, changes } = proposal;
  const relocked = changes.map(withLockAnew);
  const anew = `${message}, and make ${[...files].join(" and ")} anew`;
  return [proposal, { ...proposal, message: anew, changes: relocked }];
}

function withLockAnew(change: Change): Change {
  return change.kind === "range" ? { ...change, isRelocked: true } : change;
}
