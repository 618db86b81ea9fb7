/**
 * What is left of a file whose tree has errors. The grammar misreads some valid Python, and nobody wrote the files of
 * Python 2 for it; so an error counts only where the reader of logical lines meets one too. If that reader is sure of
 * the whole file, its reading stands.
 */
import type { SourceText } from "../../../files/source-text.ts";
import type { Diagnostic } from "../../../model/diagnostic.ts";
import type { FileFacts, ImportFact } from "../../../model/facts.ts";
import { LineCounter } from "../../../model/location.ts";
import type { SyntaxNode } from "../../../syntax/syntax.ts";
import { guard } from "../facts/guards.ts";
import { importFacts, type ImportRecord } from "../facts/import-record.ts";
import type { KnownNames } from "../facts/known-names.ts";
import { isImportStatement, readImportStatement } from "../facts/import-statement.ts";
import { moduleFacts } from "../facts/module-facts.ts";
import { GuardTracker, guardNodes } from "./guards.ts";
import type { Doubt } from "../scan/doubt.ts";
import { readModule } from "../scan/module.ts";

const messages: Readonly<Record<Doubt, string>> = {
  string: "a string that begins here is not closed, or not as its quotes ask",
  bracket: "this bracket has no partner, or one of another kind",
  character: "no part of Python begins with this character",
  operand: "an operator or an operand is missing here",
  indentation: "this line's indentation fits no block",
  block: "a block, or the statement that this branch belongs to, is missing here",
  colon: "this statement has no colon before its block",
  import: "this import is not complete",
  binding: "this is not valid Python",
  dynamic: "this is not valid Python",
};

/** The facts of a file with errors, from those of the statements that its tree has whole. */
export function readBroken(file: SourceText, root: SyntaxNode, facts: FileFacts): FileFacts {
  const whole = readModule(file, "everything");
  if (whole.doubt === undefined) return moduleFacts(file, whole);
  // Of bindings and calls the tree knows more: they are no reason to call the file broken.
  const { doubt, records, names } = readModule(file, "statements");
  if (doubt === undefined) {
    const calls = facts.imports.filter(({ kind }) => kind !== "import" && kind !== "from");
    return { ...facts, imports: inOrder([...importFacts(file.text, records, names), ...calls]) };
  }
  const rescued = importFacts(file.text, rescue(file.text, root, facts.imports, names), names);
  return {
    ...facts,
    imports: inOrder([...facts.imports, ...rescued]),
    diagnostics: [...facts.diagnostics, diagnostic(file, doubt.reason, doubt.at)],
  };
}

function inOrder(imports: readonly ImportFact[]): readonly ImportFact[] {
  return imports.toSorted((a, b) => a.start - b.start);
}

function diagnostic({ path, text }: SourceText, reason: Doubt, at: number): Diagnostic {
  return { code: "syntax", file: path, ...new LineCounter(text).at(at), message: messages[reason] };
}

const importLine = /^[ \t\f]*(?:(lazy)[ \t]+)?(import|from)(?=[\s.\\])/gm;
const textNodes: ReadonlySet<string> = new Set(["string", "string_content", "string_start", "comment"]);

/** Import statements that begin a line, whole by their own text, where the tree has an error around them. */
function rescue(
  text: string,
  root: SyntaxNode,
  known: readonly ImportFact[],
  names: KnownNames,
): readonly ImportRecord[] {
  const starts = new Set(known.map(({ start }) => start));
  const guards = new GuardTracker(text, names);
  const nodes = root.descendantsOfType([...guardNodes]);
  const records: ImportRecord[] = [];
  let next = 0;
  for (const match of text.matchAll(importLine)) {
    const [whole, lazy, word = ""] = match;
    const at = match.index + whole.length - word.length;
    for (let node = nodes[next]; node !== undefined && node.startIndex <= at; node = nodes[++next]) guards.enter(node);
    const { flags, branch } = guards.at(at);
    const around = { flags: lazy === undefined ? flags : flags | guard.local, branch };
    const statement = isImportStatement(text, at) ? readImportStatement(text, at, around) : undefined;
    if (statement === undefined || statement.records.some(({ start }) => starts.has(start))) continue;
    if (textNodes.has(root.descendantForIndex(at).type)) continue;
    records.push(...statement.records);
  }
  return records;
}
