/** One language's measurements. */
export interface Strand {
  readonly language: string;
  /** What can be asked for by itself, in the order in which it is run. */
  readonly parts: readonly string[];
  measure(options: MeasureOptions): Promise<void>;
}

export interface MeasureOptions {
  readonly parts: readonly string[];
  /** Names of the corpus' trees; all when absent. */
  readonly trees: readonly string[] | undefined;
  /** The interpreter that runs Python's tools. */
  readonly python: string;
  /** A directory with checkouts of projects that publish samples. */
  readonly samples: string | undefined;
  /** A directory with clones of the repositories that are measured, each named `owner+name`. */
  readonly checkouts: string | undefined;
  /** How many differences of a class are printed out. */
  readonly differences: number;
  readonly print: (line: string) => void;
}
