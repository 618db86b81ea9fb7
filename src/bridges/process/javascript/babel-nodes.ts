/** Babel's nodes, and what is gathered from them. */
import type { Node } from "@babel/types";
import type { Binding, Body, CallExpression, ReadExpression } from "../expression.ts";

export interface Gathered {
  readonly read: ReadExpression<Node>;
  readonly bindings: Binding[];
  readonly bodies: Body[];
  readonly calls: CallExpression[];
  /** Declarations whose value comes from a loop. */
  readonly looped: Set<Node>;
  /** Names of the functions that are written as values. */
  readonly functionNames: Map<Node, string>;
}

const skipped: ReadonlySet<string> = new Set([
  "loc",
  "extra",
  "errors",
  "tokens",
  "comments",
  "leadingComments",
  "trailingComments",
  "innerComments",
  "typeAnnotation",
  "typeParameters",
  "typeArguments",
  "returnType",
]);

export function childrenOf(node: Node): readonly Node[] {
  const found: Node[] = [];
  for (const [key, value] of Object.entries(node)) {
    if (skipped.has(key)) continue;
    if (Array.isArray(value)) {
      for (const item of value) if (isNode(item)) found.push(item);
    } else if (isNode(value)) found.push(value);
  }
  return found;
}

function isNode(value: unknown): value is Node {
  return (
    typeof value === "object" && value !== null && "type" in value && typeof value.type === "string" && "start" in value
  );
}

export function nameOfKey(key: Node): string | undefined {
  return key.type === "Identifier" ? key.name : key.type === "StringLiteral" ? key.value : undefined;
}
