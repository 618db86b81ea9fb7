/** Java's tree as a program: calls, bodies and bindings. Node names are those of tree-sitter-java's grammar. */
import type { SyntaxNode } from "../../../syntax/syntax.ts";
import type { Binding, Body, CallExpression, Expression, Program, ReadExpression } from "../expression.ts";
import { bindingsByName } from "../scopes.ts";
import { javaExpressions, typeName } from "./expression.ts";

const bodyTypes = [
  "block",
  "class_body",
  "interface_body",
  "enum_body",
  "method_declaration",
  "constructor_declaration",
  "lambda_expression",
  "for_statement",
  "enhanced_for_statement",
  "try_with_resources_statement",
  "catch_clause",
  "switch_block_statement_group",
];

const wanted = [
  ...bodyTypes,
  "method_invocation",
  "object_creation_expression",
  "local_variable_declaration",
  "field_declaration",
  "formal_parameter",
  "spread_parameter",
  "catch_formal_parameter",
  "resource",
  "assignment_expression",
  "import_declaration",
];

interface Gathered {
  readonly read: ReadExpression<SyntaxNode>;
  readonly bindings: Binding[];
  readonly bodies: Body[];
}

/** @param names of the methods and types whose calls are wanted */
export function readJavaProgram(root: SyntaxNode, names: ReadonlySet<string>): Program {
  const gathered: Gathered = { read: javaExpressions(), bindings: [], bodies: [] };
  const calls: CallExpression[] = [];
  for (const node of root.descendantsOfType(wanted)) {
    if (bodyTypes.includes(node.type)) gathered.bodies.push({ start: node.startIndex, end: node.endIndex });
    if (node.type === "method_invocation" || node.type === "object_creation_expression") {
      const name = calledName(node);
      if (!names.has(name)) {
        addItems(node, name, gathered);
        continue;
      }
      const call = gathered.read(node);
      if (call.kind === "call") calls.push(call);
    } else bind(node, gathered);
  }
  // In a chain the inner call comes first when the calls are taken by their ends.
  const { bodies, bindings } = gathered;
  const callsOf = (): readonly CallExpression[] => [];
  return {
    bodies,
    bindingsOf: bindingsByName(bindings),
    callsOf,
    calls: calls.sort((a, b) => a.end - b.end || b.start - a.start),
  };
}

function calledName(node: SyntaxNode): string {
  if (node.type === "method_invocation") return node.childForFieldName("name")?.text ?? "";
  const type = typeName(node.childForFieldName("type"));
  return type.slice(type.lastIndexOf(".") + 1);
}

function bind(node: SyntaxNode, gathered: Gathered): void {
  const { bindings, read } = gathered;
  const at = node.startIndex;
  switch (node.type) {
    case "local_variable_declaration":
    case "field_declaration":
      for (const declarator of node.namedChildren) {
        if (declarator.type === "variable_declarator")
          bindVariable(declarator, node.childForFieldName("type"), gathered);
      }
      return;
    case "formal_parameter":
    case "catch_formal_parameter":
    case "resource": {
      const name = node.childForFieldName("name");
      const value = node.childForFieldName("value");
      if (name === null) return;
      if (value === null)
        bindings.push({ name: name.text, kind: "declare", at, ...typed(node.childForFieldName("type"), at) });
      else bindings.push({ name: name.text, kind: "declare", at, value: () => read(value) });
      return;
    }
    case "spread_parameter": {
      const name = node.namedChildren.find((child) => child.type === "variable_declarator")?.childForFieldName("name");
      if (name) bindings.push({ name: name.text, kind: "declare", at });
      return;
    }
    case "enhanced_for_statement":
    case "lambda_expression":
      bindLoopOrLambda(node, bindings);
      return;
    case "method_declaration":
      bindMethod(node, gathered);
      return;
    case "assignment_expression": {
      const left = node.childForFieldName("left");
      const right = node.childForFieldName("right");
      const name = left?.type === "field_access" ? left.childForFieldName("field")?.text : left?.text;
      if (left === null || right === null || name === undefined || !/^\w+$/u.test(name)) return;
      const operator = node.childForFieldName("operator")?.text;
      const value = operator === "=" || operator === "+=" ? { value: () => read(right) } : {};
      bindings.push({ name, kind: operator === "+=" ? "add" : "assign", at, ...value });
      return;
    }
    case "import_declaration":
      bindImport(node, bindings);
      return;
    default:
  }
}

/** A declaration without a value, and one that only says there is none yet, wait for an assignment. */
function bindVariable(declarator: SyntaxNode, type: SyntaxNode | null, { bindings, read }: Gathered): void {
  const name = declarator.childForFieldName("name");
  const value = declarator.childForFieldName("value");
  const at = declarator.startIndex;
  if (name === null) return;
  if (value === null || value.type === "null_literal") {
    bindings.push({ name: name.text, kind: "declare", at, ...typed(type, at), unset: true });
  } else bindings.push({ name: name.text, kind: "declare", at, value: () => read(value) });
}

const builderTypes: ReadonlySet<string> = new Set(["ProcessBuilder", "CommandLine"]);

/** A builder that comes from elsewhere is as good as one that was just made, of which nothing is known. */
function typed(type: SyntaxNode | null, at: number): Pick<Binding, "value"> {
  const name = typeName(type);
  if (!builderTypes.has(name)) return {};
  const callee: Expression = { kind: "name", name, at };
  return { value: () => ({ kind: "call", callee, args: [], named: new Map(), made: true, start: at, end: at }) };
}

function bindLoopOrLambda(node: SyntaxNode, bindings: Binding[]): void {
  const name = node.childForFieldName("name");
  const at = node.startIndex;
  if (name !== null) bindings.push({ name: name.text, kind: "declare", at });
  const parameters = node.childForFieldName("parameters");
  const names =
    parameters?.type === "identifier"
      ? [parameters]
      : parameters?.type === "inferred_parameters"
        ? parameters.namedChildren
        : [];
  for (const each of names) bindings.push({ name: each.text, kind: "declare", at });
}

/** A method's result is one of what it returns. Its name stands with brackets, so that no variable is it. */
function bindMethod(node: SyntaxNode, { bindings, read }: Gathered): void {
  const name = node.childForFieldName("name");
  const body = node.childForFieldName("body");
  if (name === null || body === null) return;
  const value = (): Expression => {
    const returned = body.descendantsOfType("return_statement").flatMap((each) => each.namedChildren.slice(0, 1));
    return { kind: "choice", of: returned.slice(0, 16).map((each) => read(each)) };
  };
  bindings.push({ name: `${name.text}()`, kind: "declare", at: Math.max(0, node.startIndex - 1), value });
}

/** Only names of one type or member: what an import on demand brings is not written. Commons Exec alone is told apart by it. */
function bindImport(node: SyntaxNode, bindings: Binding[]): void {
  const imported = node.namedChildren.find((child) => child.type === "scoped_identifier");
  if (imported === undefined) return;
  const origin = imported.text.replaceAll(/\s/gu, "");
  const onDemand = node.namedChildren.some((child) => child.type === "asterisk");
  if (onDemand && origin === "org.apache.commons.exec") {
    bindings.push({ name: "CommandLine", kind: "declare", at: -1, origin: `${origin}.CommandLine` });
  }
  const isStatic = node.child(1)?.type === "static";
  const name = origin.slice(origin.lastIndexOf(".") + 1);
  if (!onDemand) bindings.push({ name: isStatic ? `${name}()` : name, kind: "declare", at: -1, origin });
}

/** `list.add(x)`, `list.addAll(more)`, `Collections.addAll(list, x, y)`. */
function addItems(node: SyntaxNode, name: string, { bindings, read }: Gathered): void {
  if (name !== "add" && name !== "addAll") return;
  const object = node.childForFieldName("object");
  const args =
    node.childForFieldName("arguments")?.namedChildren.filter((child) => !child.type.endsWith("comment")) ?? [];
  const at = node.startIndex;
  const toOther = object?.text === "Collections";
  const target = toOther ? args[0] : object;
  const items = toOther ? args.slice(1) : args;
  const [only] = items;
  if (target?.type !== "identifier" && target?.type !== "field_access") return;
  const list = target.type === "identifier" ? target.text : (target.childForFieldName("field")?.text ?? "");
  if (only === undefined) return;
  // With a number before it the item goes somewhere in the middle.
  if (items.length > 1 && !toOther) bindings.push({ name: list, kind: "assign", at });
  else {
    const added = (item: SyntaxNode): Expression =>
      name === "addAll" && !toOther ? { kind: "spread", of: read(item) } : read(item);
    bindings.push({ name: list, kind: "add", at, value: () => ({ kind: "list", items: items.map(added) }) });
  }
}
