import type { Location } from "./location.ts";

/** What a project says of the versions of a program that runs, builds or installs it. */
export interface RuntimeDemand extends Location {
  /** By its common name: `node`, `npm`, `pnpm`, `yarn`, `bun`, `deno`, `python`, `java`. */
  readonly runtime: string;
  /** As written: `>=18`, `3.12`, `lts/*`. */
  readonly range: string;
  /** Whether any in the range will do, or this one is taken: a version's beginning stands for those that begin so. */
  readonly strength: "requires" | "pins";
}
