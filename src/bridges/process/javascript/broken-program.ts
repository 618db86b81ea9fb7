/**
 * JavaScript that Babel gave up on, as a program: what tree-sitter-javascript can still read. Only imports, constants and
 * parameters bind here; whatever else gives a name a value makes it unknown or leaves it alone.
 */
import type { SyntaxNode } from "../../../syntax/syntax.ts";
import { brokenExpressions } from "./broken-expression.ts";
import type { Binding, Body, CallExpression, Expression, Program, ReadExpression } from "../expression.ts";
import { bindingsByName } from "../scopes.ts";
import { moduleName } from "./vocabulary.ts";

const bodyTypes = [
  "statement_block",
  "function_declaration",
  "function_expression",
  "arrow_function",
  "method_definition",
];

const wanted = [
  ...bodyTypes,
  "import_statement",
  "variable_declarator",
  "assignment_expression",
  "augmented_assignment_expression",
  "call_expression",
];

export function readBrokenProgram(root: SyntaxNode): Program {
  const read = brokenExpressions();
  const bindings: Binding[] = [];
  const bodies: Body[] = [];
  const calls: CallExpression[] = [];
  for (const node of root.descendantsOfType(wanted)) {
    if (node.type === "call_expression") {
      const call = read(node);
      if (call.kind === "call") calls.push(call);
    } else if (bodyTypes.includes(node.type)) bindParameters(node, bindings, bodies);
    else bind(node, read, bindings);
  }
  return { calls, callsOf: () => [], bodies, bindingsOf: bindingsByName(bindings) };
}

function bindParameters(node: SyntaxNode, bindings: Binding[], bodies: Body[]): void {
  const parameters = node.childForFieldName("parameters") ?? node.childForFieldName("parameter");
  const start = parameters?.startIndex ?? node.startIndex;
  bodies.push({ start, end: node.endIndex });
  const names = parameters?.type === "identifier" ? [parameters] : (parameters?.descendantsOfType(patternNames) ?? []);
  for (const name of names) bindings.push({ name: name.text, kind: "declare", at: start });
}

const patternNames = ["identifier", "shorthand_property_identifier_pattern"];

function bind(node: SyntaxNode, read: ReadExpression<SyntaxNode>, bindings: Binding[]): void {
  const at = node.startIndex;
  if (node.type === "import_statement") {
    bindImport(node, bindings);
    return;
  }
  const declares = node.type === "variable_declarator";
  const target = node.childForFieldName(declares ? "name" : "left");
  const value = node.childForFieldName(declares ? "value" : "right");
  const given = value === null ? {} : { value: () => read(value) };
  if (target?.type === "identifier") {
    const kind = declares ? "declare" : node.type === "assignment_expression" ? "assign" : "add";
    bindings.push({
      name: target.text,
      kind,
      at,
      ...given,
      ...(declares && value === null ? { unset: true as const } : {}),
    });
  } else if (declares && target?.type === "object_pattern") {
    for (const part of target.namedChildren) {
      const key = part.type === "pair_pattern" ? part.childForFieldName("key") : part;
      const local = part.type === "pair_pattern" ? part.childForFieldName("value") : part;
      if (key === null || local === null || value === null) continue;
      const property = key.text;
      const member = (): Expression => ({ kind: "member", object: read(value), property });
      bindings.push({ name: local.text, kind: "declare", at, value: member });
    }
  }
}

function bindImport(node: SyntaxNode, bindings: Binding[]): void {
  const source = node.childForFieldName("source")?.namedChild(0);
  const clause = node.namedChildren.find((child) => child.type === "import_clause");
  if (!source || clause === undefined) return;
  const module = moduleName(source.text);
  for (const child of clause.namedChildren) {
    if (child.type === "identifier") bindings.push({ name: child.text, kind: "declare", at: -1, origin: module });
    for (const each of child.type === "identifier" ? [] : child.namedChildren) {
      if (child.type === "namespace_import")
        bindings.push({ name: each.text, kind: "declare", at: -1, origin: module });
      const imported = each.childForFieldName("name")?.text;
      if (imported === undefined) continue;
      const name = each.childForFieldName("alias")?.text ?? imported;
      bindings.push({
        name,
        kind: "declare",
        at: -1,
        origin: imported === "default" ? module : `${module}.${imported}`,
      });
    }
  }
}
