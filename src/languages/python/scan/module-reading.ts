/** What is asked of a reader of logical lines, and what it answers. */
import type { ModuleContents } from "../facts/module-facts.ts";
import type { Doubt } from "./doubt.ts";

export interface ModuleReading extends ModuleContents {
  /** Why and where the reader stopped, when it was not sure. */
  readonly doubt?: { readonly reason: Doubt; readonly at: number };
}

/** What to read: statements alone leave out what a module binds, and imports by calls. */
export type Extent = "everything" | "statements";
