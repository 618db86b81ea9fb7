/** Output formats. A report is a pure function of the analysis: it reads no clock, no environment and no terminal. */
import type { Analysis } from "../model/analysis.ts";

export const formats = ["text", "json", "ndjson"] as const;
export type Format = (typeof formats)[number];

export interface ReportOptions {
  readonly tool: { readonly name: string; readonly version: string };
  /** Columns of the terminal. */
  readonly width: number;
  /** Whether to write ANSI escapes. */
  readonly colour: boolean;
  /** Infos and every diagnostic too, and nothing folded away. */
  readonly verbose: boolean;
  /** No summary. */
  readonly quiet: boolean;
}

/** Text in chunks, in order; each ends with a line break or is followed by more. A large graph never is one string. */
export type Output = Iterable<string>;

export interface Report {
  check(analysis: Analysis, options: ReportOptions): Output;
  graph(analysis: Analysis, options: ReportOptions): Output;
}
