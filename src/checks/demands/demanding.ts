import type { Project } from "../../model/project.ts";
import type { Requirement } from "../../model/requirement.ts";

/**
 * What a project asks for, without the lines that are lock entries themselves: a compiled list of pins records what the
 * other requirements led to, and asks for nothing.
 */
export function withoutPins({ requirements, locks }: Project): readonly Requirement[] {
  if (locks.length === 0) return requirements;
  const locked = new Set(locks.map(({ file, line }) => `${file}:${line}`));
  return requirements.filter(({ file, line }) => !locked.has(`${file}:${line}`));
}

/** The requirements by which a project gets packages: versions that are only managed or constrained bring none. */
export function demanding(project: Project): readonly Requirement[] {
  return withoutPins(project).filter(({ scope }) => scope !== "managed" && scope !== "constraint");
}
