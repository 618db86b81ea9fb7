import { type Cause, resting } from "../../model/cause.ts";
import type { Requirement } from "../../model/requirement.ts";

/** That a requirement asks for a range, and where it has it from: a property, a parent, a catalog. */
export function requirementCause(requirement: Requirement, words = "asks for"): Cause {
  const { file, line, column, range, origin = [] } = requirement;
  return { file, line, column, message: `${words} ${range}${conditionOf(requirement)}`, ...resting(origin) };
}

/** ` (dev, when python_version < "3.9")` */
function conditionOf({ scope, group, marker }: Requirement): string {
  const words = [
    ...(scope === "runtime" ? [] : [scope]),
    ...(group === undefined ? [] : [group]),
    ...(marker === undefined ? [] : [`when ${marker}`]),
  ];
  return words.length === 0 ? "" : ` (${words.join(", ")})`;
}
