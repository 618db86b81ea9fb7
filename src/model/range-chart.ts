/** Ranges of versions laid side by side over one axis: numbers that a report can draw. */
export interface RangeChart {
  /** The versions at which a range begins or ends, in order. */
  readonly versions: readonly string[];
  readonly rows: readonly ChartRow[];
}

/** One requirement's range. */
export interface ChartRow {
  /** As it is written. */
  readonly range: string;
  readonly file: string;
  readonly line: number;
  readonly spans: readonly ChartSpan[];
}

/** From one version of the axis to another, by their numbers in it; an absent end is open. */
export interface ChartSpan {
  readonly from?: ChartEnd;
  readonly to?: ChartEnd;
}

export interface ChartEnd {
  readonly at: number;
  readonly inclusive: boolean;
}
