/** The child nodes of a node of Babel's tree, whatever its type. */
import type { Node } from "@babel/types";

export interface Child {
  readonly child: Node;
  /** The field of the parent that holds it. */
  readonly key: string;
}

/** Fields that hold no syntax. */
const otherFields: ReadonlySet<string> = new Set([
  "type",
  "start",
  "end",
  "loc",
  "range",
  "extra",
  "errors",
  "leadingComments",
  "innerComments",
  "trailingComments",
]);

export function childrenOf(node: Node): readonly Child[] {
  const children: Child[] = [];
  for (const [key, value] of Object.entries(node) as [string, unknown][]) {
    if (value === null || typeof value !== "object" || otherFields.has(key)) continue;
    if (!Array.isArray(value)) {
      if (isNode(value)) children.push({ child: value, key });
      continue;
    }
    for (const item of value as readonly unknown[]) if (isNode(item)) children.push({ child: item, key });
  }
  return children;
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}
