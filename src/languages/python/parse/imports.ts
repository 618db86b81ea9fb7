import type { SyntaxNode } from "../../../syntax/syntax.ts";
import { firstPart, type ImportRecord, squeeze, type Surroundings } from "../facts/import-record.ts";

export const importNodes: readonly string[] = ["import_statement", "import_from_statement", "future_import_statement"];

/** A name that an import binds at the place of the import: `b` of `import a as b`. */
export interface ImportedName {
  /** `a.b`, `*` */
  readonly name: string;
  readonly alias?: string;
  readonly start: number;
  readonly end: number;
}

/** The records of one import statement: `import a, b` has two. */
export function readImportNode(
  text: string,
  node: SyntaxNode,
  { flags, branch }: Surroundings,
): readonly ImportRecord[] {
  const names = importedNames(text, node);
  if (node.type === "import_statement") {
    return names.map(({ name, start, end }) => ({
      kind: "import",
      specifier: name,
      names: [],
      start,
      end,
      flags,
      branch,
    }));
  }
  const module =
    node.childForFieldName("module_name") ?? node.children.find((child) => child.type === "__future__") ?? null;
  if (module === null) return [];
  return [
    {
      kind: "from",
      specifier: squeeze(text.slice(module.startIndex, module.endIndex)),
      names: names.map(({ name }) => name),
      start: module.startIndex,
      end: module.endIndex,
      flags,
      branch,
    },
  ];
}

/** The names that it binds where it stands, one for each of its modules or imported names. */
export function boundNames(text: string, node: SyntaxNode): readonly string[] {
  const isFrom = node.type !== "import_statement";
  return importedNames(text, node).map(({ name, alias }) => alias ?? (isFrom ? name : firstPart(name)));
}

export function importedNames(text: string, node: SyntaxNode): readonly ImportedName[] {
  if (node.namedChildren.some((child) => child.type === "wildcard_import")) {
    return [{ name: "*", start: node.startIndex, end: node.endIndex }];
  }
  return node.childrenForFieldName("name").flatMap((child): readonly ImportedName[] => {
    // The field is repeated on the commas between.
    if (child.type === "dotted_name") return [spelled(text, child)];
    if (child.type !== "aliased_import") return [];
    const name = child.childForFieldName("name");
    const alias = child.childForFieldName("alias");
    if (name === null || alias === null) return [];
    return [{ ...spelled(text, name), alias: alias.text }];
  });
}

function spelled(text: string, node: SyntaxNode): ImportedName {
  const { startIndex: start, endIndex: end } = node;
  return { name: squeeze(text.slice(start, end)), start, end };
}
