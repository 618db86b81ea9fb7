/** Where in a file the name `require` is one of the file's own: a parameter of a bundle's wrapper, a variable. */
import type { Node } from "@babel/types";
import { isCreateRequire } from "./calls.ts";

/** UTF-16 offsets. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The nearest scope of `var` and the nearest of `let`. */
export interface Scopes {
  readonly scope: Span;
  readonly block: Span;
}

/**
 * Adds what a node declares as `require` to `hidden`, and gives the scopes that its children stand in.
 * @param factories functions to which a loader hands its own `require`
 */
export function requireScope(node: Node, scope: Span, block: Span, hidden: Span[], factories: readonly Span[]): Scopes {
  switch (node.type) {
    case "FunctionDeclaration":
      if (isRequire(node.id)) hidden.push(block);
      return functionScopes(node, node.params, hidden, factories);
    case "FunctionExpression":
      if (isRequire(node.id)) hidden.push(spanOf(node));
      return functionScopes(node, node.params, hidden, factories);
    case "ArrowFunctionExpression":
    case "ObjectMethod":
    case "ClassMethod":
    case "ClassPrivateMethod":
      return functionScopes(node, node.params, hidden, factories);
    case "VariableDeclaration":
      // `declare const require: NodeRequire` tells the compiler of CommonJS's own; `createRequire` makes its equal.
      if (node.declare !== true && node.declarations.some((each) => binds(each.id) && !isCreateRequire(each.init))) {
        hidden.push(node.kind === "var" ? scope : block);
      }
      return { scope, block };
    case "ClassDeclaration":
      if (isRequire(node.id)) hidden.push(block);
      return { scope, block };
    case "ImportDeclaration":
      if (node.specifiers.some((each) => isRequire(each.local))) hidden.push(scope);
      return { scope, block };
    case "TSImportEqualsDeclaration":
      if (isRequire(node.id)) hidden.push(block);
      return { scope, block };
    case "CatchClause":
      if (binds(node.param)) hidden.push(spanOf(node));
      return { scope, block: spanOf(node) };
    case "BlockStatement":
    case "SwitchStatement":
    case "ForStatement":
    case "ForInStatement":
    case "ForOfStatement":
      return { scope, block: spanOf(node) };
    case "TSModuleBlock":
    case "StaticBlock":
      return { scope: spanOf(node), block: spanOf(node) };
    default:
      return { scope, block };
  }
}

function functionScopes(node: Node, params: readonly Node[], hidden: Span[], factories: readonly Span[]): Scopes {
  const span = spanOf(node);
  const isFactory = factories.some(({ start, end }) => start === span.start && end === span.end);
  if (!isFactory && params.some((param) => binds(param))) hidden.push(span);
  return { scope: span, block: span };
}

/**
 * The function of `define(function (require) {})`, which asks by the loader's `require`.
 * @see https://github.com/amdjs/amdjs-api/blob/master/CommonJS.md
 */
export function amdFactories(node: Node): readonly Span[] {
  if (node.type !== "CallExpression" || node.callee.type !== "Identifier" || node.callee.name !== "define") return [];
  return node.arguments.flatMap((each) =>
    (each.type === "FunctionExpression" || each.type === "ArrowFunctionExpression") && binds(each.params[0])
      ? spanOf(each)
      : [],
  );
}

/** Whether a binding pattern binds the name. Iterative: patterns nest. */
function binds(pattern: Node | null | undefined): boolean {
  const pending: (Node | null | undefined)[] = [pattern];
  while (pending.length > 0) {
    const node = pending.pop();
    switch (node?.type) {
      case "Identifier":
        if (node.name === "require") return true;
        break;
      case "ObjectPattern":
        pending.push(...node.properties);
        break;
      case "ObjectProperty":
        pending.push(node.value);
        break;
      case "ArrayPattern":
        pending.push(...node.elements);
        break;
      case "AssignmentPattern":
        pending.push(node.left);
        break;
      case "RestElement":
        pending.push(node.argument);
        break;
      case "TSParameterProperty":
        pending.push(node.parameter);
        break;
      default:
        break;
    }
  }
  return false;
}

function isRequire(node: Node | null | undefined): boolean {
  return node?.type === "Identifier" && node.name === "require";
}

function spanOf(node: Node): Span {
  return { start: node.start ?? 0, end: node.end ?? 0 };
}
