/** An import found at a node of Babel's tree. */
import type { Node } from "@babel/types";
import type { ImportKind } from "../../../model/facts.ts";
import type { FoundImport } from "../facts/found-import.ts";

/** Where a node stands. */
export interface Place {
  /** In the body of a function, a method or a class. */
  readonly local: boolean;
  /** In the block of a `try` that has a `catch`. */
  readonly optional: boolean;
}

export interface CallImport extends FoundImport {
  /** By the name `require` or one like it, which may be one of the file's own. */
  readonly by?: string;
}

/** What an import says beyond what all say. */
export type More = Partial<Pick<CallImport, "names" | "typeOnly" | "dynamic" | "choice" | "by">>;

export function importAt(kind: ImportKind, specifier: string, { start, end }: Node, more: Place & More): CallImport {
  return { kind, specifier, names: [], start: start ?? 0, end: end ?? 0, typeOnly: false, ...more };
}
