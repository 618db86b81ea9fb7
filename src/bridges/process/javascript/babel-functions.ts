/** Functions of Babel's tree: their parameters, what they give back, and the patterns that bind names. */
import type { Node } from "@babel/types";
import { childrenOf, type Gathered, nameOfKey } from "./babel-nodes.ts";
import type { Binding } from "../expression.ts";

type FunctionNode = Node & { readonly body: Node; readonly params: readonly Node[] };

/** The name that a function is called by in this file. */
function nameOfFunction(node: FunctionNode, { functionNames }: Gathered): string | undefined {
  if (node.type === "FunctionDeclaration") return node.id?.name;
  if (node.type === "ClassMethod") return node.computed ? undefined : nameOfKey(node.key);
  return functionNames.get(node);
}

export function bindParameters(node: FunctionNode, gathered: Gathered): void {
  const of = nameOfFunction(node, gathered);
  node.params.forEach((parameter, index) => {
    const rest = parameter.type === "RestElement";
    const plain = parameter.type === "AssignmentPattern" ? parameter.left : rest ? parameter.argument : parameter;
    if (plain.type !== "Identifier" || of === undefined) {
      bindPattern(parameter, undefined, gathered);
      return;
    }
    const { name } = plain;
    const fallback = parameter.type === "AssignmentPattern" ? parameter.right : undefined;
    const value = fallback === undefined ? {} : { value: () => gathered.read(fallback) };
    gathered.bindings.push({
      name,
      kind: "declare",
      at: plain.start ?? 0,
      ...value,
      parameter: { of, name, index, rest },
    });
  });
}

/** What a function gives back, under its name with brackets. */
export function bindReturned(node: FunctionNode, { bindings, read, functionNames }: Gathered): void {
  const { body } = node;
  const start = node.start ?? 0;
  const value: Binding["value"] = () => {
    const returned = body.type === "BlockStatement" ? returnsOf(body) : [body];
    return { kind: "choice", of: returned.slice(0, maxReturns).map((each) => read(each)) };
  };
  if (node.type === "FunctionDeclaration" && node.id) {
    bindings.push({ name: `${node.id.name}()`, kind: "declare", at: start, value });
  } else if (node.type === "ClassMethod" && !node.computed && node.kind === "method") {
    bindings.push({ name: `self.${nameOfKey(node.key) ?? ""}()`, kind: "declare", at: -1, value });
  } else {
    const name = functionNames.get(node);
    if (name !== undefined) bindings.push({ name: `${name}()`, kind: "declare", at: start, value });
  }
}

/** A function that gives back more than this many things makes no command. */
const maxReturns = 8;

/** What a body returns, its inner functions left out. */
function returnsOf(body: Node): readonly Node[] {
  const found: Node[] = [];
  const stack: Node[] = [body];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.type === "ReturnStatement") {
      if (node.argument) found.push(node.argument);
    } else if (!/Function|Method|Class|Expression/u.test(node.type)) stack.push(...childrenOf(node));
  }
  return found.reverse();
}

/** Binds the names of a pattern: a whole value to a name, its members to the names of an object pattern. */
export function bindPattern(pattern: Node, value: Binding["value"], { bindings, read }: Gathered): void {
  const stack: { readonly node: Node; readonly value: Binding["value"] }[] = [{ node: pattern, value }];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { node, value: given } = next;
    switch (node.type) {
      case "Identifier":
        bindings.push({
          name: node.name,
          kind: "declare",
          at: node.start ?? 0,
          ...(given === undefined ? {} : { value: given }),
        });
        break;
      case "ObjectPattern":
        for (const property of node.properties) {
          const key = property.type === "ObjectProperty" && !property.computed ? nameOfKey(property.key) : undefined;
          const member: Binding["value"] =
            given === undefined || key === undefined
              ? undefined
              : () => ({ kind: "member", object: given(), property: key });
          stack.push({ node: property.type === "ObjectProperty" ? property.value : property.argument, value: member });
        }
        break;
      case "AssignmentPattern": {
        const { right } = node;
        const either: Binding["value"] = () => ({
          kind: "choice",
          of: [given?.() ?? { kind: "unknown" }, read(right)],
        });
        stack.push({ node: node.left, value: either });
        break;
      }
      case "ArrayPattern":
        for (const element of node.elements) if (element) stack.push({ node: element, value: undefined });
        break;
      case "RestElement":
        stack.push({ node: node.argument, value: undefined });
        break;
      case "TSParameterProperty":
        stack.push({ node: node.parameter, value: undefined });
        break;
      default:
    }
  }
}
