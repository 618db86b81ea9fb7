/** The imports of a file, read from Babel's tree. */
import type { Node, TryStatement } from "@babel/types";
import type { ImportFact, ImportKind } from "../../../model/facts.ts";
import { LineCounter } from "../../../model/location.ts";
import type { BabelFile } from "../../../syntax/syntax.ts";
import { isBehindModuleTest } from "../facts/module-test.ts";
import { childrenOf } from "./children.ts";
import { exportedNames, importedNames, isTypeOnlyExport, isTypeOnlyImport, literalOf } from "./clauses.ts";
import { type Span, requireScope } from "./require.ts";

/** Where a node stands. */
export interface Place {
  /** In the body of a function, a method or a class. */
  readonly local: boolean;
  /** In the block of a `try` that has a `catch`. */
  readonly optional: boolean;
}

/** An import before its line is known. */
interface Found extends Place {
  readonly kind: ImportKind;
  readonly source: Node;
  readonly specifier: string;
  readonly names: readonly string[];
  readonly typeOnly: boolean;
}

const top: Place = { local: false, optional: false };

/**
 * In order of `start`. `local`: in the body of a function (an arrow's expression is its body; parameters are not) or
 * anywhere in the braces of a class. What is erased before it runs is neither local nor optional. `require` and
 * `import()` have no names.
 */
export function readImports(file: BabelFile, text: string): readonly ImportFact[] {
  const found: Found[] = [];
  const hidden: Span[] = [];
  // An explicit stack: a tree may be deeper than the engine's own.
  const stack: { readonly node: Node; readonly place: Place; readonly scope: Span; readonly block: Span }[] = [];
  const program = file.program;
  const whole = { start: 0, end: text.length };
  stack.push({ node: program, place: top, scope: whole, block: whole });
  for (let entry = stack.pop(); entry !== undefined; entry = stack.pop()) {
    const { node, place } = entry;
    const fact = read(node, place);
    if (fact !== undefined) found.push(fact);
    const scopes = requireScope(node, entry.scope, entry.block, hidden);
    for (const { child, key } of childrenOf(node)) {
      stack.push({ node: child, place: placeWithin(node, key, place), ...scopes });
    }
  }
  const lines = new LineCounter(text);
  return found
    .filter((each) => !isHidden(each, hidden))
    .sort((one, other) => offsetOf(one.source) - offsetOf(other.source))
    .map((each) => toFact(each, text, lines));
}

function toFact(each: Found, text: string, lines: LineCounter): ImportFact {
  const { kind, source, specifier, names, typeOnly, local } = each;
  const start = offsetOf(source);
  const optional = each.optional || isBehindModuleTest(kind, text, start);
  const dynamic = kind === "dynamic" && !typeOnly;
  const end = source.end ?? start;
  return { kind, specifier, names, start, end, ...lines.at(start), typeOnly, dynamic, optional, local };
}

/** A `require` that the file itself declares is not CommonJS's. */
function isHidden({ kind, source }: Found, hidden: readonly Span[]): boolean {
  if (kind !== "require" && kind !== "require-resolve") return false;
  const start = offsetOf(source);
  return hidden.some((span) => span.start <= start && start < span.end);
}

function placeWithin(node: Node, key: string, place: Place): Place {
  switch (node.type) {
    case "FunctionDeclaration":
    case "FunctionExpression":
    case "ArrowFunctionExpression":
    case "ObjectMethod":
      return key === "body" && !place.local ? { ...place, local: true } : place;
    case "ClassBody":
      return place.local ? place : { ...place, local: true };
    case "TryStatement":
      return key === "block" && hasHandler(node) && !place.optional ? { ...place, optional: true } : place;
    default:
      return place;
  }
}

function hasHandler({ handler }: TryStatement): boolean {
  return handler !== null && handler !== undefined;
}

function read(node: Node, place: Place): Found | undefined {
  switch (node.type) {
    case "ImportDeclaration":
      return found("import", node.source, top, importedNames(node), isTypeOnlyImport(node));
    case "ExportAllDeclaration":
      return found("export", node.source, top, ["*"], node.exportKind === "type");
    case "DeclareExportAllDeclaration":
      return found("export", node.source, top, ["*"], true);
    case "ExportNamedDeclaration":
      return found("export", node.source, top, exportedNames(node), isTypeOnlyExport(node));
    case "TSImportEqualsDeclaration":
      if (node.moduleReference.type !== "TSExternalModuleReference") return undefined;
      return found("import-equals", node.moduleReference.expression, top, [], node.importKind === "type");
    case "TSImportType":
      return found("dynamic", node.argument, top, [], true);
    case "ImportExpression":
      return found("dynamic", node.source, place, [], false);
    case "CallExpression":
      return readCall(node, place);
    default:
      return undefined;
  }
}

function readCall(node: Extract<Node, { type: "CallExpression" }>, place: Place): Found | undefined {
  const { callee } = node;
  if (callee.extra?.parenthesized === true) return undefined;
  if (callee.type === "Identifier" && callee.name === "require") {
    return found("require", node.arguments[0], place, [], false);
  }
  if (callee.type !== "MemberExpression" || callee.computed) return undefined;
  const { object, property } = callee;
  if (object.type !== "Identifier" || object.name !== "require" || object.extra?.parenthesized === true)
    return undefined;
  if (property.type !== "Identifier" || property.name !== "resolve") return undefined;
  // With `{ paths }` it looks elsewhere than from this file.
  const elsewhere = node.arguments.length > 1;
  return found("require-resolve", node.arguments[0], elsewhere ? { ...place, optional: true } : place, [], false);
}

function found(
  kind: ImportKind,
  source: Node | null | undefined,
  place: Place,
  names: readonly string[],
  typeOnly: boolean,
): Found | undefined {
  const specifier = literalOf(source);
  if (source === null || source === undefined || specifier === undefined) return undefined;
  return { kind, source, specifier, names, typeOnly, ...place };
}

function offsetOf(node: Node): number {
  return node.start ?? 0;
}
