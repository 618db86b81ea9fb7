import type { Requirement } from "../../model/requirement.ts";

/** What makes a requirement the same one when several projects inherit it. */
export function requirementKey({ file, line, package: name }: Requirement): string {
  return `${file}:${line} ${name}`;
}
