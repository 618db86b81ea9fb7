/** Tier two: the facts of a Python file by its tree. */
import type { SourceText } from "../../files/source-text.ts";
import type { FileFacts } from "../../model/facts.ts";
import type { GrammarTree, Syntax, SyntaxNode } from "../../syntax/syntax.ts";
import type { Parsed } from "../language.ts";
import { dynamicWords } from "./facts/dynamic-calls.ts";
import { type ImportRecord, importFacts } from "./facts/import-record.ts";
import { addBoundNames, bindingNodes } from "./parse/bindings.ts";
import { readBroken } from "./parse/broken.ts";
import { readDynamicCall } from "./parse/dynamic.ts";
import { GuardTracker, guardNodes } from "./parse/guards.ts";
import { isImportStatement } from "./facts/import-statement.ts";
import { importNodes, readImportNode } from "./parse/imports.ts";

/** Never throws on bad syntax: one diagnostic, and every import that can still be read. */
export function parse(file: SourceText, syntax: Syntax): Parsed {
  const tree = parseTree(file, syntax);
  const { root } = tree;
  const facts = readTree(file, root);
  return { facts: root.hasError ? readBroken(file, root, facts) : facts, tree };
}

export function parseTree(file: SourceText, syntax: Syntax): GrammarTree {
  return { kind: "tree-sitter", root: syntax.parse("python", grammarText(file.text)) };
}

/** The grammar knows no line that ends in `\r` alone; CPython does. Offsets stay. */
function grammarText(text: string): string {
  return text.includes("\r") ? text.replaceAll(/\r(?!\n)/g, "\n") : text;
}

function readTree({ path, text }: SourceText, root: SyntaxNode): FileFacts {
  const isPackage = /(?:^|\/)__init__\.pyi?$/.test(path);
  const types = [...importNodes, ...guardNodes];
  if (dynamicWords.some((word) => text.includes(word))) types.push("call");
  if (isPackage) types.push(...bindingNodes.filter((type) => !types.includes(type)));
  const annotations = path.endsWith(".pyi") ? "bind" : "do-not-bind";

  const guards = new GuardTracker(text);
  const records: ImportRecord[] = [];
  const bound = new Set<string>();
  for (const node of root.descendantsOfType(types)) {
    const flags = guards.at(node.startIndex);
    const { type } = node;
    if (importNodes.includes(type)) {
      // Beside an error a statement may be read otherwise than it is meant: across lines, from half a word.
      if (!root.hasError || isImportStatement(text, node.startIndex))
        records.push(...readImportNode(text, node, flags));
    } else if (type === "call") {
      const record = readDynamicCall(node, path, flags);
      if (record !== undefined) records.push(record);
    } else if (guardNodes.includes(type)) {
      guards.enter(node);
    }
    if (isPackage) addBoundNames(text, node, flags, annotations, bound);
  }
  return {
    imports: importFacts(text, records),
    references: [],
    declarations: [...bound].sort(),
    bridges: [],
    diagnostics: [],
  };
}
