import type { Requirement } from "./requirement.ts";

/** A change of what projects ask for, to be tried in memory. */
export type Change =
  | {
      readonly kind: "range";
      readonly requirement: Requirement;
      readonly range: string;
      /** The lockfile is made anew: what it gives for the requirement is not known. */
      readonly isRelocked?: true;
    }
  | { readonly kind: "remove"; readonly requirement: Requirement }
  /** `project` is its id. */
  | { readonly kind: "add"; readonly project: string; readonly requirement: Requirement };
