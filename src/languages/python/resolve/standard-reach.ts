import { noDetails, Reach } from "./reach.ts";

/** A module of the standard library, and the file that may hide it. */
export function standardReach(specifier: string, names: readonly string[], shadowedBy: string | undefined): Reach {
  const target = { kind: "builtin", name: `python/${specifier}` } as const;
  const details = shadowedBy === undefined ? noDetails : { ...noDetails, shadowedBy };
  return new Reach(target, specifier, names, "exact", details);
}
