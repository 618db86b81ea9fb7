/**
 * Types that `emitDecoratorMetadata` writes out for the program to read: those of decorated members and of the parameters of
 * decorated classes. Only the outermost name is written: of `Promise<Till>` it is `Promise`.
 * @see https://www.typescriptlang.org/docs/handbook/decorators.html#metadata
 */
import type { Node } from "@babel/types";
import { childrenOf } from "./children.ts";

/** The names at which the written types begin: `bank` of `bank.Till`. */
export function decoratedTypes(node: Node): readonly string[] {
  switch (node.type) {
    case "ClassProperty":
    case "ClassAccessorProperty":
      return isDecorated(node) ? annotated(node) : [];
    case "ClassMethod":
      return isDecorated(node) || node.params.some(isDecorated) ? signature(node) : [];
    case "ClassDeclaration":
    case "ClassExpression": {
      const makers = node.body.body.filter((member) => member.type === "ClassMethod" && member.kind === "constructor");
      return isDecorated(node) ? makers.flatMap(signature) : [];
    }
    default:
      return [];
  }
}

function isDecorated(node: Node): boolean {
  return "decorators" in node && Array.isArray(node.decorators) && node.decorators.length > 0;
}

function signature(node: Node): readonly string[] {
  return childrenOf(node).flatMap(({ child, key }) => {
    if (key === "returnType") return outermost(child);
    if (key !== "params") return [];
    return annotated(child.type === "TSParameterProperty" ? child.parameter : child);
  });
}

/** Of a member, of a parameter and of one with a default value. */
function annotated(node: Node): readonly string[] {
  if (node.type === "AssignmentPattern") return annotated(node.left);
  return childrenOf(node).flatMap(({ child, key }) => (key === "typeAnnotation" ? outermost(child) : []));
}

function outermost(type: Node): readonly string[] {
  switch (type.type) {
    case "TSTypeAnnotation":
    case "TSParenthesizedType":
      return outermost(type.typeAnnotation);
    case "TSUnionType":
    case "TSIntersectionType":
      return type.types.flatMap(outermost);
    case "TSTypeReference":
      return outermost(type.typeName);
    case "TSQualifiedName":
      return outermost(type.left);
    case "Identifier":
      return [type.name];
    default:
      return [];
  }
}
