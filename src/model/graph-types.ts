/** The kinds of nodes and edges, and what an edge says, as `graph --format json` prints them. */
import type { Confidence, Declaration } from "./resolution.ts";

export const nodeKinds = [
  "file",
  "project",
  "package",
  "version",
  "builtin",
  "unresolved",
  "class",
  "script",
  "route",
  "schema",
  "exec",
] as const;
export type NodeKind = (typeof nodeKinds)[number];

export const edgeKinds = [
  "imports",
  "references",
  "contains",
  "declares",
  "locks",
  "requires",
  "provides",
  "bridges",
  "defined-in",
  "mentions",
] as const;
export type EdgeKind = (typeof edgeKinds)[number];

export const confidences: readonly Confidence[] = ["exact", "declared", "inferred"];

/** What a node says beside its id and kind. Few distinct ones exist: share the object. */
export interface NodeAttributes {
  readonly language?: string;
  readonly scope?: "main" | "test";
  /** Files of one unit load as one whatever they import from each other (a Java package). */
  readonly unit?: string;
  /** Unresolved: it can only be in this repository. */
  readonly inRepo?: boolean;
  /** Unresolved: the build step that is expected to make it. A file: who says that a program wrote it. */
  readonly generated?: string;
  /** Unresolved: the file that it would be if case were ignored. */
  readonly caseOf?: string;
  readonly version?: string;
}

/** What most edges say. Everything absent is false, empty or 0. */
export interface EdgeAttributes {
  readonly confidence: Confidence;
  readonly line?: number;
  readonly column?: number;
  /** As written: an import's text, a bridge's tool. */
  readonly specifier?: string;
  readonly names?: readonly string[];
  readonly typeOnly?: boolean;
  readonly dynamic?: boolean;
  readonly optional?: boolean;
  readonly local?: boolean;
  /** Under a test of the version or the platform that its project never meets. */
  readonly inactive?: boolean;
  readonly scope?: string;
  /** Of an import that leaves its project: whether the project may count on it. */
  readonly declaration?: Declaration | undefined;
  /** Path of the file that defines the names, where the edge ends at one that only hands them on. */
  readonly via?: string | undefined;
  /** Node id of what the name means without the edge's end, which hides it from the importer. */
  readonly shadows?: string | undefined;
  /** Path of a file that hides the edge's end, where the program is started so that the file's directory comes first. */
  readonly shadowedBy?: string | undefined;
  /** Path of another file that the name means as well as the target, where only the order of a path decides. */
  readonly rival?: string | undefined;
  /** What must hold for it: of a requirement, or of an import under a test of the version or the platform. */
  readonly marker?: string;
  /** What only manifests, locks and bridges say. */
  readonly file?: string;
  readonly range?: string;
  readonly group?: string;
  readonly integrity?: string;
  readonly mechanism?: string;
}

/** One edge with everything it says. */
export interface Edge extends EdgeAttributes {
  readonly from: string;
  readonly to: string;
  readonly kind: EdgeKind;
}

export interface Node extends NodeAttributes {
  readonly id: string;
  readonly kind: NodeKind;
}
