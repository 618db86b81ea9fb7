/** Babel's expressions as common ones. */
import type { Node } from "@babel/types";
import { bounded } from "../bounded.ts";
import { type Expression, nothing, others, type ReadExpression } from "../expression.ts";

/** Babel's nodes are at hand, where tree-sitter's are made one by one: more of them can be read in the same time. */
const maxNodes = 400_000;
/** Terms of a sum beyond which it is data, not a command. */
const maxSum = 256;

/** A reader with its own allowance: make one a file. */
export function babelExpressions(): ReadExpression<Node> {
  return bounded(expression, maxNodes);
}

type Read = ReadExpression<Node>;

function expression(node: Node, read: Read): Expression {
  switch (node.type) {
    case "StringLiteral":
      return { kind: "text", text: node.value };
    case "NumericLiteral":
      return { kind: "text", text: String(node.value) };
    case "BooleanLiteral":
      return node.value ? { kind: "true" } : nothing;
    case "TemplateLiteral":
      return template(node, read);
    case "Identifier":
      return { kind: "name", name: node.name, at: node.start ?? 0 };
    case "ThisExpression":
      return { kind: "name", name: "this", at: node.start ?? 0 };
    case "MetaProperty":
      return { kind: "name", name: `${node.meta.name}.${node.property.name}`, at: node.start ?? 0 };
    case "Import":
      return { kind: "name", name: "import", at: node.start ?? 0 };
    case "MemberExpression":
    case "OptionalMemberExpression": {
      const key = memberKey(node.property, node.computed ? "computed" : "plain");
      return key === undefined ? nothing : { kind: "member", object: read(node.object), property: key };
    }
    case "CallExpression":
    case "OptionalCallExpression":
    case "NewExpression": {
      const callee = read(node.callee);
      const args = node.arguments.map((argument) => read(argument));
      const made = node.type === "NewExpression";
      return { kind: "call", callee, args, named: new Map(), made, start: node.start ?? 0, end: node.end ?? 0 };
    }
    case "ImportExpression": {
      const callee: Expression = { kind: "name", name: "import", at: node.start ?? 0 };
      const args = [read(node.source)];
      return { kind: "call", callee, args, named: new Map(), made: false, start: node.start ?? 0, end: node.end ?? 0 };
    }
    case "ArrayExpression":
      return { kind: "list", items: node.elements.map((element) => (element ? read(element) : nothing)) };
    case "SpreadElement":
      return { kind: "spread", of: read(node.argument) };
    case "ObjectExpression":
      return record(node, read);
    case "BinaryExpression":
      return sum(node, read);
    case "LogicalExpression":
      return node.operator === "&&" ? read(node.right) : { kind: "choice", of: [read(node.left), read(node.right)] };
    case "ConditionalExpression":
      return { kind: "choice", of: [read(node.consequent), read(node.alternate)] };
    case "AwaitExpression":
      return read(node.argument);
    case "ParenthesizedExpression":
    case "TSAsExpression":
    case "TSSatisfiesExpression":
    case "TSNonNullExpression":
    case "TSTypeAssertion":
    case "TypeCastExpression":
      return read(node.expression);
    case "ArrowFunctionExpression":
    case "FunctionExpression":
      return { kind: "callback" };
    default:
      return nothing;
  }
}

function memberKey(property: Node, how: "computed" | "plain"): string | undefined {
  if (how === "plain") return property.type === "Identifier" ? property.name : undefined;
  return property.type === "StringLiteral" ? property.value : undefined;
}

function template(node: Node & { readonly type: "TemplateLiteral" }, read: Read): Expression {
  const parts: Expression[] = [];
  node.quasis.forEach((quasi, at) => {
    const { cooked } = quasi.value;
    if (cooked !== "") parts.push(cooked === null || cooked === undefined ? nothing : { kind: "text", text: cooked });
    const inserted = node.expressions[at];
    if (inserted !== undefined) parts.push(read(inserted));
  });
  const [only] = parts;
  if (only === undefined) return { kind: "text", text: "" };
  return parts.length === 1 && only.kind === "text" ? only : { kind: "sum", parts };
}

function record(node: Node & { readonly type: "ObjectExpression" }, read: Read): Expression {
  const entries = new Map<string, Expression>();
  for (const property of node.properties) {
    if (property.type === "SpreadElement") entries.set(others, nothing);
    else if (property.type === "ObjectProperty" && !property.computed) {
      const { key } = property;
      const name = key.type === "Identifier" ? key.name : key.type === "StringLiteral" ? key.value : undefined;
      if (name !== undefined) entries.set(name, read(property.value));
    }
  }
  return { kind: "record", entries };
}

/** A chain of `+` leans to the left: its spine is walked, not entered. */
function sum(node: Node & { readonly type: "BinaryExpression" }, read: Read): Expression {
  const parts: Expression[] = [];
  let left: Node = node;
  while (left.type === "BinaryExpression" && left.operator === "+") {
    parts.push(read(left.right));
    left = left.left;
    if (parts.length > maxSum) return nothing;
  }
  if (parts.length === 0) return nothing;
  parts.push(read(left));
  return { kind: "sum", parts: parts.reverse() };
}
