import { type Expression, nothing, type ReadExpression } from "./expression.ts";

/** Nested deeper than this nothing is a command that a person wrote. */
const maxDepth = 40;
/** Nodes read for one file: over it the rest is not known. Nested calls would otherwise be read once a level. */
const defaultNodes = 50_000;

/** A reader of one language's expressions with an allowance of depth and work: make one a file. */
export function bounded<Node>(
  expression: (node: Node, read: ReadExpression<Node>) => Expression,
  maxNodes: number = defaultNodes,
): ReadExpression<Node> {
  let left = maxNodes;
  const read = (node: Node, depth: number): Expression =>
    depth > maxDepth || left-- <= 0 ? nothing : expression(node, (child) => read(child, depth + 1));
  return (node) => read(node, 0);
}
