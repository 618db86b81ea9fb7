/** JavaScript's expressions by tree-sitter-javascript, for files that Babel gave up on. */
import type { SyntaxNode } from "../../../syntax/syntax.ts";
import { bounded } from "../bounded.ts";
import { type Expression, nothing, others, type ReadExpression } from "../expression.ts";

/** A reader with its own allowance: make one a file. */
export function brokenExpressions(): ReadExpression<SyntaxNode> {
  return bounded(expression);
}

type Read = ReadExpression<SyntaxNode>;

function expression(node: SyntaxNode, read: Read): Expression {
  const next = (child: SyntaxNode | null | undefined): Expression => (child ? read(child) : nothing);
  const at = node.startIndex;
  switch (node.type) {
    case "string":
    case "template_string":
      return string(node, read);
    case "number":
      return { kind: "text", text: node.text };
    case "true":
      return { kind: "true" };
    case "identifier":
    case "this":
    case "import":
    case "meta_property":
      return { kind: "name", name: node.text, at };
    case "member_expression":
      return {
        kind: "member",
        object: next(node.childForFieldName("object")),
        property: node.childForFieldName("property")?.text ?? "",
      };
    case "call_expression":
    case "new_expression": {
      const made = node.type === "new_expression";
      const callee = next(node.childForFieldName(made ? "constructor" : "function"));
      const args = (node.childForFieldName("arguments")?.namedChildren ?? []).filter(isCode).map(read);
      return { kind: "call", callee, args, named: new Map(), made, start: at, end: node.endIndex };
    }
    case "array":
      return { kind: "list", items: node.namedChildren.filter(isCode).map(read) };
    case "spread_element":
      return { kind: "spread", of: next(node.namedChild(0)) };
    case "object":
      return record(node, read);
    case "binary_expression":
      return binary(node, read);
    case "ternary_expression":
      return {
        kind: "choice",
        of: [next(node.childForFieldName("consequence")), next(node.childForFieldName("alternative"))],
      };
    case "await_expression":
    case "parenthesized_expression":
      return next(node.namedChildren.find(isCode));
    case "arrow_function":
    case "function_expression":
      return { kind: "callback" };
    default:
      return nothing;
  }
}

function isCode(node: SyntaxNode): boolean {
  return node.type !== "comment";
}

function string(node: SyntaxNode, read: Read): Expression {
  const parts = node.namedChildren.map((part) => textPart(part, read));
  const [only] = parts;
  if (only === undefined) return { kind: "text", text: "" };
  return parts.length === 1 && only.kind === "text" ? only : { kind: "sum", parts };
}

function textPart(part: SyntaxNode, read: Read): Expression {
  if (part.type === "string_fragment") return { kind: "text", text: part.text };
  if (part.type === "escape_sequence") return { kind: "text", text: part.text.slice(1) };
  const [inserted] = part.namedChildren;
  return inserted === undefined ? nothing : read(inserted);
}

function binary(node: SyntaxNode, read: Read): Expression {
  const operator = node.childForFieldName("operator")?.text;
  const left = node.childForFieldName("left");
  const right = node.childForFieldName("right");
  if (left === null || right === null) return nothing;
  if (operator === "+") return { kind: "sum", parts: [read(left), read(right)] };
  return operator === "||" || operator === "??" ? { kind: "choice", of: [read(left), read(right)] } : nothing;
}

function record(node: SyntaxNode, read: Read): Expression {
  const entries = new Map<string, Expression>();
  for (const pair of node.namedChildren) {
    const key = pair.childForFieldName("key")?.text.replaceAll(/^["']|["']$/gu, "");
    const value = pair.childForFieldName("value");
    if (pair.type === "spread_element") entries.set(others, nothing);
    else if (key !== undefined && value !== null) entries.set(key, read(value));
  }
  return { kind: "record", entries };
}
