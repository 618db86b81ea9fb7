import type { ImportKind } from "../../../model/facts.ts";

/** The name of a class in a resource, by the UTF-16 offset of its first character. */
export interface FoundName {
  readonly kind: Extract<ImportKind, "dynamic" | "dotted-path">;
  readonly name: string;
  readonly start: number;
}
