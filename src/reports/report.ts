/** Output formats. A report is a pure function of what was found: it reads no clock, no environment and no terminal. */
import type { Affected } from "../model/affected.ts";
import type { Analysis } from "../model/analysis.ts";
import type { Severity } from "../model/conflict.ts";
import type { PathsFound } from "../model/shortest-paths.ts";

export const formats = [
  "text",
  "json",
  "ndjson",
  "sarif",
  "github",
  "markdown",
  "junit",
  "codeclimate",
  "dot",
  "mermaid",
  "graphml",
] as const;
export type Format = (typeof formats)[number];

/** What files are folded to where a graph is drawn. */
export const collapses = ["folder", "project"] as const;
export type Collapse = (typeof collapses)[number];

/** A kind of conflict and its page, for formats that carry the rules beside the findings. */
export interface Rule {
  readonly code: string;
  readonly severity: Severity;
  /** One line: when it holds. */
  readonly summary: string;
  /** Markdown. */
  readonly page: string;
}

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
  /** Every kind of conflict that is known; asked for only by the formats that print them. */
  readonly rules: () => readonly Rule[];
  readonly collapse?: Collapse;
}

/** Text in chunks, in order; each ends with a line break or is followed by more. A large graph never is one string. */
export type Output = Iterable<string>;

/** What `depbraid why` found, and in which run. */
export interface Why {
  readonly analysis: Analysis;
  readonly found: PathsFound;
}

/** What `depbraid affected` found, and in which run. */
export interface AffectedRun {
  readonly analysis: Analysis;
  readonly affected: Affected;
  /** The revision that was compared with; undefined when the files were named. */
  readonly since: string | undefined;
}

/** One format: a function for each command that it makes sense for. */
export interface Report {
  readonly check?: (analysis: Analysis, options: ReportOptions) => Output;
  readonly graph?: (analysis: Analysis, options: ReportOptions) => Output;
  readonly why?: (why: Why, options: ReportOptions) => Output;
  readonly affected?: (run: AffectedRun, options: ReportOptions) => Output;
}
