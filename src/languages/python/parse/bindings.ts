/** The names that a module binds at its top level, from its tree. */
import type { SyntaxNode } from "../../../syntax/syntax.ts";
import { guard } from "../facts/guards.ts";
import { firstPart } from "../facts/import-record.ts";
import { handlerHeader } from "./guards.ts";
import { importedNames } from "./imports.ts";
import { addHandlerName, addTargetNames, addWidenedPath, addWithNames } from "../facts/target-names.ts";

/** The nodes that `addBoundNames` must be shown, beside imports and definitions. */
export const bindingNodes: readonly string[] = [
  "expression_statement",
  "assignment",
  "augmented_assignment",
  "named_expression",
  "for_statement",
  "with_clause",
  "except_clause",
  "except_group_clause",
  "type_alias_statement",
  "case_pattern",
  "keyword_pattern",
  "union_pattern",
  "splat_pattern",
  "as_pattern",
];

/** Whether an annotation without a value binds its name: it does in a stub, where no value is ever written. */
export type Annotations = "bind" | "do-not-bind";

/** Adds what one node binds in the module; `flags` are the guards around it. */
export function addBoundNames(
  text: string,
  node: SyntaxNode,
  flags: number,
  annotations: Annotations,
  bound: Set<string>,
): void {
  if ((flags & guard.inner) !== 0) return;
  const addTarget = (target: SyntaxNode | null | undefined): void => {
    if (target) addTargetNames(text, target.startIndex, target.endIndex, bound);
  };
  switch (node.type) {
    case "import_statement":
      for (const { name, alias } of importedNames(text, node)) bound.add(alias ?? firstPart(name));
      return;
    case "import_from_statement":
    case "future_import_statement":
      for (const { name, alias } of importedNames(text, node)) if (name !== "*") bound.add(alias ?? name);
      return;
    case "expression_statement":
      if (node.namedChildren[0]?.type.endsWith("assignment") !== true) addWidenedPath(text, node.startIndex, bound);
      return;
    case "assignment": {
      const annotated = node.childForFieldName("type") !== null;
      if (annotated && node.childForFieldName("right") === null && annotations === "do-not-bind") return;
      return addTarget(node.childForFieldName("left"));
    }
    case "augmented_assignment":
    case "for_statement":
      return addTarget(node.childForFieldName("left"));
    case "named_expression":
    case "class_definition":
    case "function_definition":
      return addTarget(node.childForFieldName("name"));
    case "type_alias_statement":
      return addTypeAlias(text, node, bound);
    case "with_clause":
      return addWithNames(text, node.startIndex, node.endIndex, bound);
    case "except_clause":
    case "except_group_clause": {
      const { start, end } = handlerHeader(node);
      return addHandlerName(text, start, end, bound);
    }
    default:
      return addCapture(node, bound);
  }
}

/** `type Price[T] = ...`: the left side may be subscripted, and the name is what the subscript is of. */
function addTypeAlias(text: string, node: SyntaxNode, bound: Set<string>): void {
  const left = node.namedChildren[0];
  if (left === undefined) return;
  const name = /^[\w\u0080-\uffff]+/.exec(text.slice(left.startIndex, left.endIndex))?.[0];
  if (name !== undefined) bound.add(name);
}

/** @see https://docs.python.org/3/reference/compound_stmts.html#capture-patterns */
function addCapture(node: SyntaxNode, bound: Set<string>): void {
  if (node.type === "as_pattern") {
    // Those of `with` and `except` have a target of their own kind.
    const last = node.namedChildren.at(-1);
    if (last?.type === "identifier") bound.add(last.text);
    return;
  }
  for (const child of node.namedChildren) {
    // A dotted name is a value to compare with, and `_` takes what nobody asks for.
    const captures = child.type === "dotted_name" ? child.namedChildren.length === 1 : isSplat(node, child);
    if (captures && child.text !== "_") bound.add(child.text);
  }
}

function isSplat(node: SyntaxNode, child: SyntaxNode): boolean {
  return node.type === "splat_pattern" && child.type === "identifier";
}
