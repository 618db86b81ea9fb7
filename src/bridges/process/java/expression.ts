/** Java's expressions as common ones. Node names are those of tree-sitter-java's grammar. */
import type { SyntaxNode } from "../../../syntax/syntax.ts";
import { bounded } from "../bounded.ts";
import { type Expression, nothing, type ReadExpression } from "../expression.ts";

/** Terms of a sum beyond which it is data, not a command. */
const maxSum = 256;

/** A reader with its own allowance: make one a file. */
export function javaExpressions(): ReadExpression<SyntaxNode> {
  return bounded(expression);
}

type Read = ReadExpression<SyntaxNode>;

function expression(node: SyntaxNode, read: Read): Expression {
  const next = (child: SyntaxNode | null | undefined): Expression => (child ? read(child) : nothing);
  switch (node.type) {
    case "string_literal":
      return { kind: "text", text: literal(node) };
    case "character_literal":
      return { kind: "text", text: unescape(node.text.slice(1, -1)) };
    case "decimal_integer_literal":
      return { kind: "text", text: node.text };
    case "true":
      return { kind: "true" };
    case "identifier":
      return { kind: "name", name: node.text, at: node.startIndex };
    case "field_access": {
      const object = node.childForFieldName("object");
      const field = node.childForFieldName("field");
      if (object === null || field === null) return nothing;
      if (object.type === "this") return { kind: "name", name: field.text, at: field.startIndex };
      return { kind: "member", object: read(object), property: field.text };
    }
    case "method_invocation":
    case "object_creation_expression":
      return call(node, read);
    case "array_initializer":
      return { kind: "list", items: node.namedChildren.filter(isCode).map(read) };
    case "array_creation_expression":
      return next(node.childForFieldName("value"));
    case "parenthesized_expression":
      return next(node.namedChildren.find(isCode));
    case "cast_expression":
      return next(node.childForFieldName("value"));
    case "ternary_expression":
      return {
        kind: "choice",
        of: [next(node.childForFieldName("consequence")), next(node.childForFieldName("alternative"))],
      };
    case "assignment_expression":
      return next(node.childForFieldName("right"));
    case "binary_expression":
      return sum(node, read);
    default:
      return nothing;
  }
}

function isCode(node: SyntaxNode): boolean {
  return node.type !== "line_comment" && node.type !== "block_comment";
}

/** The dotted name of a type, its arguments left out. */
export function typeName(type: SyntaxNode | null | undefined): string {
  if (type?.type === "generic_type") return typeName(type.namedChild(0));
  return type?.type === "type_identifier" || type?.type === "scoped_type_identifier" ? type.text : "";
}

function call(node: SyntaxNode, read: Read): Expression {
  const args = (node.childForFieldName("arguments")?.namedChildren ?? []).filter(isCode).map(read);
  const { startIndex: start, endIndex: end } = node;
  const made = node.type === "object_creation_expression";
  return { kind: "call", callee: callee(node, read), args, named: new Map(), made, start, end };
}

function callee(node: SyntaxNode, read: Read): Expression {
  const at = node.startIndex;
  if (node.type === "object_creation_expression")
    return { kind: "name", name: typeName(node.childForFieldName("type")), at };
  const name = node.childForFieldName("name")?.text ?? "";
  const object = node.childForFieldName("object");
  if (object === null || object.type === "this") return { kind: "name", name: `${name}()`, at };
  return { kind: "member", object: read(object), property: name };
}

const escapes: ReadonlyMap<string, string> = new Map([
  ["n", "\n"],
  ["t", "\t"],
  ["r", "\r"],
  ["s", " "],
  ["\n", ""],
]);

function literal(node: SyntaxNode): string {
  const written = node.text;
  if (!written.startsWith('"""')) return unescape(written.slice(1, -1));
  const lines = written.slice(3, -3).split("\n").slice(1);
  return unescape(lines.map((line) => line.trim()).join("\n"));
}

function unescape(written: string): string {
  return written.includes("\\")
    ? written.replaceAll(/\\([\s\S])/gu, (_whole, char: string) => escapes.get(char) ?? char)
    : written;
}

/** A chain of `+` leans to the left: its spine is walked, not entered. */
function sum(node: SyntaxNode, read: Read): Expression {
  const parts: Expression[] = [];
  let left: SyntaxNode | null = node;
  while (left !== null && left.type === "binary_expression" && left.childForFieldName("operator")?.text === "+") {
    const right: SyntaxNode | null = left.childForFieldName("right");
    parts.push(right === null ? nothing : read(right));
    left = left.childForFieldName("left");
    if (parts.length > maxSum) return nothing;
  }
  if (parts.length === 0) return nothing;
  parts.push(left === null ? nothing : read(left));
  return { kind: "sum", parts: parts.reverse() };
}
