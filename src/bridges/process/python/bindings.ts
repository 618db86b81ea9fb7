/** What one node of Python's tree binds. Node names are those of tree-sitter-python's grammar. */
import type { SyntaxNode } from "../../../syntax/syntax.ts";
import { type Binding, type Expression, nothing, type ReadExpression } from "../expression.ts";

type Read = ReadExpression<SyntaxNode>;

/** The nodes that bind names; `call` by `names.append(x)`. */
export const bindingTypes: ReadonlySet<string> = new Set([
  "call",
  "assignment",
  "augmented_assignment",
  "named_expression",
  "function_definition",
  "class_definition",
  "lambda",
  "import_statement",
  "import_from_statement",
  "for_statement",
  "for_in_clause",
  "as_pattern_target",
]);

export function bindingsIn(node: SyntaxNode, read: Read): readonly Binding[] {
  const bindings: Binding[] = [];
  bind(node, read, bindings);
  return bindings;
}

/** The last name of a callee: `run` of `subprocess.run`; empty where it has none. */
export function lastName(callee: SyntaxNode): string {
  if (callee.type === "identifier") return callee.text;
  return callee.type === "attribute" ? (callee.childForFieldName("attribute")?.text ?? "") : "";
}

const listMethods = new Set(["append", "extend", "insert"]);

function bind(node: SyntaxNode, read: Read, bindings: Binding[]): void {
  switch (node.type) {
    case "call": {
      const callee = node.childForFieldName("function");
      const method = callee?.type === "attribute" ? lastName(callee) : "";
      if (callee && listMethods.has(method)) bindings.push(...additions(node, callee, method, read));
      return;
    }
    case "assignment":
    case "named_expression": {
      const left = node.childForFieldName(node.type === "assignment" ? "left" : "name");
      const right = node.childForFieldName(node.type === "assignment" ? "right" : "value");
      if (left === null || (right === null && node.type === "assignment")) return;
      const name = nameOf(left);
      if (name === undefined) bindAll(left, bindings);
      else {
        const at = name.includes(".") ? -1 : node.startIndex;
        bindings.push({ name, kind: "declare", at, ...(right === null ? {} : { value: () => read(right) }) });
      }
      return;
    }
    case "augmented_assignment": {
      const left = node.childForFieldName("left");
      const right = node.childForFieldName("right");
      const name = left === null ? undefined : nameOf(left);
      if (name === undefined) return;
      const at = name.includes(".") ? -1 : node.startIndex;
      bindings.push({ name, kind: "add", at, ...(right === null ? {} : { value: () => read(right) }) });
      return;
    }
    case "function_definition":
    case "lambda": {
      const parameters = node.childForFieldName("parameters");
      const start = parameters?.startIndex ?? node.startIndex;
      const name = node.childForFieldName("name");
      if (name !== null && start > node.startIndex)
        bindings.push({ name: name.text, kind: "declare", at: node.startIndex });
      if (name !== null) bindReturned(node, name.text, read, bindings);
      bindParameters(name?.text ?? "", parameters?.namedChildren ?? [], start, read, bindings);
      return;
    }
    case "class_definition": {
      const name = node.childForFieldName("name");
      if (name !== null) bindings.push({ name: name.text, kind: "declare", at: node.startIndex });
      return;
    }
    case "import_statement":
    case "import_from_statement":
      bindImport(node, bindings);
      return;
    case "for_statement":
    case "for_in_clause": {
      const left = node.childForFieldName("left");
      if (left !== null) bindAll(left, bindings);
      return;
    }
    case "as_pattern_target":
      bindAll(node, bindings);
      return;
    default:
  }
}

/** What a function gives back, under its name with brackets; as a method too, for it may be one. */
function bindReturned(node: SyntaxNode, name: string, read: Read, bindings: Binding[]): void {
  const value = (): Expression => {
    const nested = node.descendantsOfType(["function_definition", "lambda"]).filter((each) => each.id !== node.id);
    const returned = node
      .descendantsOfType("return_statement")
      .filter(
        (each) => !nested.some((inner) => inner.startIndex <= each.startIndex && each.endIndex <= inner.endIndex),
      );
    return { kind: "choice", of: returned.slice(0, maxReturns).map((each) => expressionOf(each, read)) };
  };
  bindings.push({ name: `${name}()`, kind: "declare", at: node.startIndex, value });
  bindings.push({ name: `self.${name}()`, kind: "declare", at: -1, value });
}

/** A function that gives back more than this many things makes no command. */
const maxReturns = 8;

function expressionOf(statement: SyntaxNode, read: Read): Expression {
  const [value] = statement.namedChildren;
  return value === undefined ? nothing : read(value);
}

/** `x` or `self.x`. */
function nameOf(node: SyntaxNode): string | undefined {
  if (node.type === "identifier") return node.text;
  if (node.type !== "attribute") return undefined;
  const object = node.childForFieldName("object")?.text;
  const attribute = node.childForFieldName("attribute")?.text;
  return (object === "self" || object === "cls") && attribute !== undefined ? `self.${attribute}` : undefined;
}

/** Every name of a pattern gets a value that is not known. */
function bindAll(pattern: SyntaxNode, bindings: Binding[]): void {
  const names = pattern.type === "identifier" ? [pattern] : pattern.descendantsOfType("identifier");
  for (const name of names) bindings.push({ name: name.text, kind: "declare", at: name.startIndex });
}

function bindParameters(
  of: string,
  parameters: readonly SyntaxNode[],
  at: number,
  read: Read,
  bindings: Binding[],
): void {
  const isMethod = parameters[0]?.text === "self" || parameters[0]?.text === "cls";
  parameters.forEach((parameter, position) => {
    const node =
      parameter.type === "identifier"
        ? parameter
        : (parameter.childForFieldName("name") ?? parameter.descendantsOfType("identifier")[0]);
    if (node === undefined || node === null) return;
    const name = node.text;
    const fallback = parameter.childForFieldName("value");
    const value = (): Expression => ({ kind: "choice", of: [nothing, fallback === null ? nothing : read(fallback)] });
    const index = isMethod ? position - 1 : position;
    const rest = parameter.text.startsWith("*");
    const given = of === "" || parameter.text.startsWith("**") ? {} : { parameter: { of, name, index, rest } };
    bindings.push({ name, kind: "declare", at, ...(fallback === null ? {} : { value }), ...given });
  });
}

function bindImport(node: SyntaxNode, bindings: Binding[]): void {
  const module = node.childForFieldName("module_name");
  const prefix = module === null ? "" : `${module.text}.`;
  for (const child of node.namedChildren) {
    if (child.id === module?.id) continue;
    const aliased = child.type === "aliased_import";
    const name = aliased
      ? (child.childForFieldName("name")?.text ?? "")
      : child.type === "dotted_name"
        ? child.text
        : "";
    if (name === "") continue;
    const local = aliased
      ? (child.childForFieldName("alias")?.text ?? name)
      : module === null
        ? (name.split(".")[0] ?? name)
        : name;
    const origin = aliased || module !== null ? prefix + name : local;
    bindings.push({ name: local, kind: "declare", at: node.startIndex, origin });
  }
}

function additions(node: SyntaxNode, callee: SyntaxNode, method: string, read: Read): readonly Binding[] {
  const object = callee.childForFieldName("object");
  const name = object === null ? undefined : nameOf(object);
  const [first] = node.childForFieldName("arguments")?.namedChildren ?? [];
  if (name === undefined || first === undefined) return [];
  const at = name.includes(".") ? -1 : node.startIndex;
  // Where it is inserted is seldom known: nothing is known of the whole then.
  if (method === "insert") return [{ name, kind: "assign", at }];
  const item = (): Expression => {
    const value = read(first);
    return method === "append"
      ? { kind: "list", items: [value] }
      : { kind: "list", items: [{ kind: "spread", of: value }] };
  };
  return [{ name, kind: "add", at, value: item }];
}
