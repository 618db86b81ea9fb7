/** Python's expressions as common ones. Node names are those of tree-sitter-python's grammar. */
import type { SyntaxNode } from "../../../syntax/syntax.ts";
import { bounded } from "../bounded.ts";
import { type Expression, nothing, others, type ReadExpression } from "../expression.ts";

/** A reader with its own allowance: make one a file. */
export function pythonExpressions(): ReadExpression<SyntaxNode> {
  return bounded(expression);
}

type Read = ReadExpression<SyntaxNode>;

function expression(node: SyntaxNode, read: Read): Expression {
  const next = (child: SyntaxNode | null | undefined): Expression => (child ? read(child) : nothing);
  switch (node.type) {
    case "identifier":
      return { kind: "name", name: node.text, at: node.startIndex };
    case "attribute":
      return {
        kind: "member",
        object: next(node.childForFieldName("object")),
        property: node.childForFieldName("attribute")?.text ?? "",
      };
    case "true":
      return { kind: "true" };
    case "integer":
      return { kind: "text", text: node.text };
    case "string":
      return string(node, read);
    case "concatenated_string":
      return { kind: "sum", parts: node.namedChildren.map(read) };
    case "list":
    case "tuple":
      return { kind: "list", items: node.namedChildren.filter(isCode).map(read) };
    case "list_splat":
      return { kind: "spread", of: next(node.namedChild(0)) };
    case "parenthesized_expression":
    case "await":
      return next(node.namedChildren.find(isCode));
    case "conditional_expression":
      return { kind: "choice", of: [next(node.namedChildren[0]), next(node.namedChildren[2])] };
    case "boolean_operator":
      return { kind: "choice", of: [next(node.childForFieldName("left")), next(node.childForFieldName("right"))] };
    case "named_expression":
      return next(node.childForFieldName("value"));
    case "binary_operator":
      return binary(node, read);
    case "subscript":
      return subscript(node, read);
    case "dictionary":
      return dictionary(node, read);
    case "call":
      return call(node, read);
    default:
      return nothing;
  }
}

function isCode(node: SyntaxNode): boolean {
  return node.type !== "comment";
}

const escapes: ReadonlyMap<string, string> = new Map([
  ["n", "\n"],
  ["t", "\t"],
  ["r", "\r"],
  ["\n", ""],
]);

function string(node: SyntaxNode, read: Read): Expression {
  const parts: Expression[] = [];
  const prefix = /^[A-Za-z]*/u.exec(node.child(0)?.text ?? "")?.[0].toLowerCase() ?? "";
  for (const child of node.namedChildren) {
    if (child.type === "string_content") parts.push({ kind: "text", text: unescape(child.text, prefix) });
    else if (child.type === "interpolation") {
      // A conversion or a format changes the text: `{x!r}`, `{x:>8}`.
      const value = child.namedChildCount === 1 ? child.childForFieldName("expression") : null;
      parts.push(value === null ? nothing : read(value));
    }
  }
  const [only] = parts;
  if (only === undefined) return { kind: "text", text: "" };
  return parts.length === 1 && only.kind === "text" ? only : { kind: "sum", parts };
}

function unescape(written: string, prefix: string): string {
  const text = prefix.includes("f") ? written.replaceAll("{{", "{").replaceAll("}}", "}") : written;
  if (prefix.includes("r") || !text.includes("\\")) return text;
  return text.replaceAll(/\\([ntr\\'"\n])/gu, (_whole, char: string) => escapes.get(char) ?? char);
}

/** A chain of one operator leans to the left: its spine is walked, not entered. */
function binary(node: SyntaxNode, read: Read): Expression {
  const operator = node.childForFieldName("operator")?.text ?? "";
  if (operator === "%") {
    const left = node.childForFieldName("left");
    const right = node.childForFieldName("right");
    if (left === null || right === null) return nothing;
    const values = read(right);
    return method(read(left), "%", values.kind === "list" ? values.items : [values], node);
  }
  if (operator !== "+" && operator !== "/") return nothing;
  const parts: Expression[] = [];
  let left: SyntaxNode | null = node;
  while (left !== null && left.type === "binary_operator" && left.childForFieldName("operator")?.text === operator) {
    const right: SyntaxNode | null = left.childForFieldName("right");
    parts.push(right === null ? nothing : read(right));
    left = left.childForFieldName("left");
    if (parts.length > maxSum) return nothing;
  }
  parts.push(left === null ? nothing : read(left));
  return { kind: operator === "+" ? "sum" : "path", parts: parts.reverse() };
}

/** Terms of a sum beyond which it is data, not a command. */
const maxSum = 256;

/** `path.parents[1]`. What other subscripts give (`os.environ["X"]`, `sys.argv[1]`) is not known. */
function subscript(node: SyntaxNode, read: Read): Expression {
  const value = node.childForFieldName("value");
  const index = node.childForFieldName("subscript");
  if (value?.type !== "attribute" || value.childForFieldName("attribute")?.text !== "parents" || index === null) {
    return nothing;
  }
  const object = value.childForFieldName("object");
  return object === null ? nothing : method(read(object), "parents", [read(index)], node);
}

function method(object: Expression, name: string, args: readonly Expression[], node: SyntaxNode): Expression {
  const callee: Expression = { kind: "member", object, property: name };
  return { kind: "call", callee, args, named: new Map(), made: false, start: node.startIndex, end: node.endIndex };
}

function dictionary(node: SyntaxNode, read: Read): Expression {
  const entries = new Map<string, Expression>();
  for (const pair of node.namedChildren) {
    const key = pair.childForFieldName("key");
    const value = pair.childForFieldName("value");
    const name = key === null ? nothing : read(key);
    if (name.kind === "text" && value !== null) entries.set(name.text, read(value));
  }
  return { kind: "record", entries };
}

function call(node: SyntaxNode, read: Read): Expression {
  const callee = node.childForFieldName("function");
  const written = node.childForFieldName("arguments");
  if (callee === null || written?.type !== "argument_list") return nothing;
  const args: Expression[] = [];
  const named = new Map<string, Expression>();
  for (const argument of written.namedChildren.filter(isCode)) {
    if (argument.type === "keyword_argument") {
      const value = argument.childForFieldName("value");
      if (value !== null) named.set(argument.childForFieldName("name")?.text ?? "", read(value));
    } else if (argument.type === "dictionary_splat") named.set(others, nothing);
    else args.push(read(argument));
  }
  const { startIndex: start, endIndex: end } = node;
  return { kind: "call", callee: read(callee), args, named, made: false, start, end };
}
