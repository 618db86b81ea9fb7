/** What the clauses of Babel's import and export declarations say. */
import type { ExportNamedDeclaration, Identifier, ImportDeclaration, Node, StringLiteral } from "@babel/types";

/** The text of a string literal or of a template without substitutions; a literal in parentheses is not taken for one. */
export function literalOf(node: Node | null | undefined): string | undefined {
  if (node === null || node === undefined || node.extra?.parenthesized === true) return undefined;
  if (node.type === "StringLiteral") return node.value;
  if (node.type !== "TemplateLiteral" || node.expressions.length > 0) return undefined;
  return node.quasis[0]?.value.cooked ?? undefined;
}

/** Names as the other module exports them. */
export function importedNames(node: ImportDeclaration): readonly string[] {
  return node.specifiers.map((specifier) => {
    if (specifier.type === "ImportDefaultSpecifier") return "default";
    return specifier.type === "ImportNamespaceSpecifier" ? "*" : nameOf(specifier.imported);
  });
}

export function isTypeOnlyImport(node: ImportDeclaration): boolean {
  if (isErased(node.importKind)) return true;
  const { specifiers } = node;
  return (
    specifiers.length > 0 && specifiers.every((each) => each.type === "ImportSpecifier" && isErased(each.importKind))
  );
}

export function exportedNames(node: ExportNamedDeclaration): readonly string[] {
  return node.specifiers.map((specifier) => {
    if (specifier.type === "ExportDefaultSpecifier") return "default";
    return specifier.type === "ExportNamespaceSpecifier" ? "*" : nameOf(specifier.local);
  });
}

export function isTypeOnlyExport(node: ExportNamedDeclaration): boolean {
  if (isErased(node.exportKind)) return true;
  const { specifiers } = node;
  return (
    specifiers.length > 0 && specifiers.every((each) => each.type === "ExportSpecifier" && isErased(each.exportKind))
  );
}

/** Flow's `typeof` imports a value for its type. */
function isErased(kind: string | null | undefined): boolean {
  return kind === "type" || kind === "typeof";
}

function nameOf(name: Identifier | StringLiteral): string {
  return name.type === "Identifier" ? name.name : name.value;
}
