/**
 * Imports that TypeScript drops from what it emits: no name of theirs stands where a value is meant. One look at one file
 * decides it, as it does for compilers that see one file at a time. A name that is declared again within the file counts as
 * the import's: then the import is taken for kept.
 * @see https://www.typescriptlang.org/docs/handbook/modules/reference.html#type-only-imports-and-exports
 */
import type { ImportDeclaration, Node, TSImportEqualsDeclaration } from "@babel/types";
import type { BabelFile } from "../../../syntax/syntax.ts";
import type { TypeImports } from "../../../model/resolution.ts";
import { childrenOf } from "./children.ts";
import { decoratedTypes } from "./decorated-types.ts";

type ImportNode = ImportDeclaration | TSImportEqualsDeclaration;

/** Offsets of the specifiers of imports that are dropped, in their order. */
export function erasedImports(file: BabelFile, typeImports: Exclude<TypeImports, "kept">): readonly number[] {
  const imports = file.program.body.flatMap((node) => (isCandidate(node) ? [node] : []));
  return [...unused(file, imports, typeImports)].flatMap((node) => sourceStart(node) ?? []);
}

/** What names nothing is imported for what it does, and stays. */
function isCandidate(node: Node): node is ImportNode {
  if (node.type === "TSImportEqualsDeclaration") return node.importKind !== "type" && !node.isExport;
  return node.type === "ImportDeclaration" && node.importKind !== "type" && node.specifiers.length > 0;
}

function localNames(node: ImportNode): readonly string[] {
  return node.type === "ImportDeclaration" ? node.specifiers.map(({ local }) => local.name) : [node.id.name];
}

function sourceStart(node: ImportNode): number | undefined {
  if (node.type === "ImportDeclaration") return node.source.start ?? undefined;
  const { moduleReference } = node;
  return moduleReference.type === "TSExternalModuleReference"
    ? (moduleReference.expression.start ?? undefined)
    : undefined;
}

/** What the compiler itself calls where a file has JSX, under its classic transform. */
const calledByJsx = ["React", "h", "jsx", "Fragment"];

/** The imports of which no name stands for a value; most files use them all, and are not read to their end. */
function unused(
  { program }: BabelFile,
  imports: readonly ImportNode[],
  typeImports: Exclude<TypeImports, "kept">,
): ReadonlySet<ImportNode> {
  const byName = new Map<string, ImportNode[]>();
  for (const node of imports)
    for (const name of localNames(node)) byName.set(name, [...(byName.get(name) ?? []), node]);
  const left = new Set(imports);
  const use = (name: string): void => byName.get(name)?.forEach((node) => left.delete(node));
  const stack: Node[] = [program];
  for (let node = stack.pop(); node !== undefined && left.size > 0; node = stack.pop()) {
    if (node.type === "Identifier" || node.type === "JSXIdentifier") use(node.name);
    if (node.type === "JSXElement" || node.type === "JSXFragment") calledByJsx.forEach(use);
    if (typeImports === "kept-for-decorators") decoratedTypes(node).forEach(use);
    for (const { child, key } of childrenOf(node)) if (holdsValue(node, key, child)) stack.push(child);
  }
  return left;
}

/** Parts of a node, by the node's type, in which a name is no reference. */
const otherParts: Readonly<Record<string, string>> = {
  ImportSpecifier: "imported",
  ExportSpecifier: "exported",
  JSXAttribute: "name",
  LabeledStatement: "label",
  BreakStatement: "label",
  ContinueStatement: "label",
};

function holdsValue(node: Node, key: string, child: Node): boolean {
  if (child.type === "ImportDeclaration" || isTypeOf(child, key)) return false;
  if ("declare" in child && child.declare === true) return false;
  if (otherParts[node.type] === key) return false;
  switch (node.type) {
    case "MemberExpression":
    case "OptionalMemberExpression":
      return key !== "property" || node.computed;
    case "JSXMemberExpression":
      return key !== "property";
    case "ObjectProperty":
    case "ObjectMethod":
    case "ClassProperty":
    case "ClassAccessorProperty":
    case "ClassMethod":
    case "TSDeclareMethod":
      return key !== "key" || node.computed === true;
    case "ExportNamedDeclaration":
      return node.exportKind !== "type" && node.source === null;
    case "ExportSpecifier":
      return node.exportKind !== "type";
    case "TSEnumMember":
      return key === "initializer";
    case "TSImportEqualsDeclaration":
      return key === "moduleReference" && child.type !== "TSExternalModuleReference";
    default:
      return true;
  }
}

/** Of TypeScript's own nodes those that hold values: the others are types, and what declares them. */
const valued: ReadonlySet<string> = new Set([
  "TSAsExpression",
  "TSDeclareMethod",
  "TSEnumBody",
  "TSEnumDeclaration",
  "TSEnumMember",
  "TSExportAssignment",
  "TSImportEqualsDeclaration",
  "TSInstantiationExpression",
  "TSModuleBlock",
  "TSModuleDeclaration",
  "TSNonNullExpression",
  "TSParameterProperty",
  "TSQualifiedName",
  "TSSatisfiesExpression",
  "TSTypeAssertion",
]);

function isTypeOf(child: Node, key: string): boolean {
  // `implements Till`: an expression by its form, and a type.
  if (key === "implements") return true;
  return child.type.startsWith("TS") && !valued.has(child.type);
}
