/** Babel's tree as a program: calls, bodies and bindings. https://github.com/babel/babel/blob/main/packages/babel-parser/ast/spec.md */
import type { Node, Program as BabelRoot } from "@babel/types";
import { babelExpressions } from "./babel-expression.ts";
import { bindParameters, bindPattern, bindReturned } from "./babel-functions.ts";
import { childrenOf, type Gathered, nameOfKey } from "./babel-nodes.ts";
import type { Binding, CallExpression, Program } from "../expression.ts";
import { bindingsByName } from "../scopes.ts";
import { moduleName } from "./vocabulary.ts";

export function readBabelProgram(root: BabelRoot): Program {
  const gathered: Gathered = {
    read: babelExpressions(),
    bindings: [],
    bodies: [],
    calls: [],
    looped: new Set(),
    functionNames: new Map(),
  };
  const calls: Node[] = [];
  // A stack, so that no depth of nesting costs ours; children are pushed in reverse, so that nodes come in their order.
  const stack: Node[] = [root];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.type === "CallExpression" || node.type === "OptionalCallExpression") calls.push(node);
    else gather(node, gathered);
    const children = childrenOf(node);
    for (let at = children.length - 1; at >= 0; at--) {
      const child = children[at];
      if (child !== undefined) stack.push(child);
    }
  }
  // Which calls start a program is known by their names when all names are.
  for (const node of calls) gatherCall(node, gathered);
  const { bindings, bodies } = gathered;
  const callsOf = (name: string): readonly CallExpression[] =>
    gathered.calls.filter(
      ({ callee }) => (callee.kind === "member" ? callee.property : callee.kind === "name" ? callee.name : "") === name,
    );
  return { calls: gathered.calls, callsOf, bodies, bindingsOf: bindingsByName(bindings) };
}

function gather(node: Node, gathered: Gathered): void {
  const { bindings, bodies, read, looped } = gathered;
  const start = node.start ?? 0;
  const end = node.end ?? start;
  switch (node.type) {
    case "ImportDeclaration": {
      const module = moduleName(node.source.value);
      for (const each of node.specifiers) {
        const imported = each.type === "ImportSpecifier" ? `.${nameOfKey(each.imported) ?? ""}` : "";
        // A CommonJS module's default is the module; `default` by name is the same.
        const origin = module + (imported === ".default" ? "" : imported);
        bindings.push({ name: each.local.name, kind: "declare", at: start, origin });
      }
      return;
    }
    case "TSImportEqualsDeclaration":
      if (node.moduleReference.type === "TSExternalModuleReference") {
        const origin = moduleName(node.moduleReference.expression.value);
        bindings.push({ name: node.id.name, kind: "declare", at: start, origin });
      }
      return;
    case "ForOfStatement":
    case "ForInStatement":
      bodies.push({ start, end });
      if (node.left.type === "VariableDeclaration") for (const each of node.left.declarations) looped.add(each);
      return;
    case "VariableDeclarator": {
      const { init } = node;
      if (init && node.id.type === "Identifier") gathered.functionNames.set(init, node.id.name);
      if (init) bindPattern(node.id, () => read(init), gathered);
      else if (looped.has(node)) bindPattern(node.id, undefined, gathered);
      else if (node.id.type === "Identifier")
        bindings.push({ name: node.id.name, kind: "declare", at: start, unset: true });
      return;
    }
    case "AssignmentExpression": {
      const name = nameOf(node.left);
      if (name === undefined) return;
      const at = name.startsWith("self.") ? -1 : start;
      const kind = node.operator === "+=" ? "add" : name.startsWith("self.") ? "declare" : "assign";
      const isKnown = node.operator === "=" || node.operator === "+=";
      bindings.push({ name, kind, at, ...(isKnown ? { value: () => read(node.right) } : {}) });
      return;
    }
    case "ClassProperty":
      if (node.key.type === "Identifier" && node.value) {
        const { value } = node;
        bindings.push({ name: `self.${node.key.name}`, kind: "declare", at: -1, value: () => read(value) });
      }
      return;
    case "FunctionDeclaration":
    case "FunctionExpression":
    case "ArrowFunctionExpression":
    case "ObjectMethod":
    case "ClassMethod":
    case "ClassPrivateMethod": {
      const inside = node.params[0]?.start ?? node.body.start ?? start;
      bodies.push({ start: inside, end });
      if (node.type === "FunctionDeclaration" && node.id)
        bindings.push({ name: node.id.name, kind: "declare", at: start });
      bindParameters(node, gathered);
      bindReturned(node, gathered);
      return;
    }
    case "ClassDeclaration":
      if (node.id) bindings.push({ name: node.id.name, kind: "declare", at: start });
      return;
    case "BlockStatement":
    case "ForStatement":
    case "SwitchStatement":
    case "StaticBlock":
      bodies.push({ start, end });
      return;
    case "CatchClause":
      bodies.push({ start, end });
      if (node.param) bindPattern(node.param, undefined, gathered);
      return;
    default:
  }
}

/** `x` or `this.x`. */
function nameOf(node: Node): string | undefined {
  if (node.type === "Identifier") return node.name;
  if (node.type !== "MemberExpression" || node.object.type !== "ThisExpression" || node.computed) return undefined;
  return node.property.type === "Identifier" ? `self.${node.property.name}` : undefined;
}

function gatherCall(node: Node, { bindings, calls, read }: Gathered): void {
  if (node.type !== "CallExpression" && node.type !== "OptionalCallExpression") return;
  const { callee } = node;
  if (callee.type === "MemberExpression" && callee.property.type === "Identifier" && !callee.computed) {
    const method = callee.property.name;
    const name = nameOf(callee.object);
    if (name !== undefined && (method === "push" || method === "unshift")) {
      const at = name.startsWith("self.") ? -1 : (node.start ?? 0);
      const items = node.arguments;
      const value: Binding["value"] = () => ({ kind: "list", items: items.map((item) => read(item)) });
      bindings.push(method === "push" ? { name, kind: "add", at, value } : { name, kind: "assign", at });
      return;
    }
  }
  const call = read(node);
  if (call.kind === "call") calls.push(call);
}
