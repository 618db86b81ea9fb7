/** What a project's own tests expect of one of its fixtures, read as facts from them, and what depbraid finds there. */
import type { Difference } from "../tables.ts";

export interface Outcome {
  readonly samples: number;
  readonly agreed: number;
  readonly differences: readonly Difference[];
}

/** One project that publishes samples. */
export interface SampleSource {
  /** As on the command line: `knip`. */
  readonly name: string;
  /** @param checkout a checkout of the project, with its tests */
  measure(checkout: string): Promise<ReadonlyMap<string, Outcome>>;
}
