/** The result of a run: what checks read and reports print. */
import type { MultiDirectedGraph } from "graphology";
import type { Conflict } from "./conflict.ts";
import type { Diagnostic } from "./diagnostic.ts";
import type { FaultyPlace } from "./fault.ts";
import type { Graph } from "./graph.ts";
import type { Project } from "./project.ts";
import type { VersionSchemes } from "./version-schemes.ts";

/** The linked repository, before any check: the graph and what it was made of. */
export interface Braid {
  readonly graph: Graph;
  /** In order of their manifests' paths. */
  readonly projects: readonly Project[];
  /** Id of the innermost project that holds a file, for every file that has one. */
  readonly projectOf: (file: string) => Project | undefined;
  readonly schemes: VersionSchemes;
  /**
   * Whether a compiler drops an import edge, because its file names what it brings only in types. It takes a parse of the
   * file: ask only of edges that decide something.
   */
  readonly isErased: (edge: number) => boolean;
  /** What manifests say and their own tools refuse, in order of places. */
  readonly faults: readonly FaultyPlace[];
}

export interface Stats {
  /** Source files by language as written: `java`, `python`, `javascript`, `typescript`. */
  readonly files: Readonly<Record<string, number>>;
  readonly manifests: number;
  readonly nodes: number;
  readonly edges: number;
  /** Bytes of source files read. */
  readonly bytes: number;
  /** Source files that went to the parser, that the scanner settled, and whose facts came from the cache. */
  readonly parsed: number;
  readonly scanned: number;
  readonly cached: number;
  /** Conflicts that people have accepted, with a reason: they are no part of `conflicts`. */
  readonly ignored: number;
  readonly milliseconds: Readonly<Record<"walk" | "scan" | "link" | "check" | "total", number>>;
  /** Peak resident set size. */
  readonly peakBytes: number;
}

export interface ConflictsBefore {
  /** As it was asked for: `main`. */
  readonly revision: string;
  /** The commit that was compared with: the last that the revision and HEAD have in common. */
  readonly commit: string;
  /** How many of the conflicts of now were there, and are not shown. */
  readonly silenced: number;
  /** How many that were there are there no longer. */
  readonly gone: number;
}

export interface Analysis {
  /** The directory that was analysed, as the caller gave it. */
  readonly root: string;
  readonly graph: Graph;
  readonly projects: readonly Project[];
  /** Worst first, then by file, line, column and code. */
  readonly conflicts: readonly Conflict[];
  readonly diagnostics: readonly Diagnostic[];
  readonly stats: Stats;
  /** What a baseline took out of the conflicts, where there is one. */
  readonly baseline?: { readonly file: string; readonly silenced: number; readonly gone: number };
  /** What was there before a change, where the conflicts are those that it introduces. */
  readonly since?: ConflictsBefore;
  /** One line (1-based) of a file of the repository, for a code frame; undefined when it cannot be read. */
  line(file: string, line: number): string | undefined;
  /** A copy of the graph for graphology's algorithms and exporters. */
  toGraphology(): MultiDirectedGraph;
}
