/** How far a file can be believed about what it misses. */
import type { FileFacts } from "../../../model/facts.ts";
import type { ResolvedImport } from "../../../model/resolution.ts";
import { isTemplate } from "./absent-files.ts";

/** What a template or a broken file asks for in vain is no sure loss: it is not what runs, or not all of it was read. */
export function withDoubts(resolved: ResolvedImport, path: string, { diagnostics }: FileFacts): ResolvedImport {
  const { target } = resolved;
  if (target.kind !== "unresolved") return resolved;
  if (isTemplate(path))
    return { ...resolved, target: { ...target, generated: "wanted by a template, where its output is" } };
  const isBroken = diagnostics.some(({ code }) => code === "syntax");
  return isBroken ? { ...resolved, confidence: "inferred" } : resolved;
}
