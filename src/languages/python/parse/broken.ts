/**
 * What is left of a file whose tree has errors. The grammar misreads some valid Python, and nobody wrote the files of
 * Python 2 for it; so an error counts only where the reader of logical lines meets one too. If that reader is sure of
 * the whole file, its reading stands.
 */
import type { SourceText } from "../../../files/source-text.ts";
import type { Diagnostic } from "../../../model/diagnostic.ts";
import type { FileFacts, ImportFact } from "../../../model/facts.ts";
import { LineCounter } from "../../../model/location.ts";
import type { ParseTimeout, SyntaxNode } from "../../../syntax/syntax.ts";
import { importFacts } from "../facts/import-record.ts";
import { moduleFacts } from "../facts/module-facts.ts";
import { GuardTracker, guardNodes } from "./guards.ts";
import { rescueImports } from "./rescue.ts";
import { isInText } from "./text-nodes.ts";
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
  const guards = new GuardTracker(file.text, names);
  const nodes = root.descendantsOfType([...guardNodes]);
  let next = 0;
  const rescued = rescueImports(file.text, {
    known: startsOf(facts.imports),
    around(at) {
      for (let node = nodes[next]; node !== undefined && node.startIndex <= at; node = nodes[++next])
        guards.enter(node);
      return isInText(root, at) ? undefined : guards.at(at);
    },
  });
  return broken(file, facts, importFacts(file.text, rescued, names), doubt, messages[doubt.reason]);
}

/**
 * The grammar takes more than Python does (tabs and spaces that tell of different blocks): a tree without errors is called
 * broken where the reader of logical lines says so.
 */
export function readUnbroken(file: SourceText, facts: FileFacts): FileFacts {
  const { doubt } = readModule(file, "statements");
  return doubt === undefined ? facts : broken(file, facts, [], doubt, messages[doubt.reason]);
}

/** The facts of a broken file that the grammar takes too long for; undefined when it is not broken. */
export function readWithoutTree(file: SourceText, { message }: ParseTimeout): FileFacts | undefined {
  const { doubt, ...read } = readModule(file, "statements");
  if (doubt === undefined) return undefined;
  const facts = moduleFacts(file, read);
  const rescued = rescueImports(file.text, {
    known: startsOf(facts.imports),
    around: () => ({ flags: 0, branch: undefined }),
  });
  const reason = `${messages[doubt.reason]}; ${message} on this file, so what surrounds its later imports is not known`;
  return broken(file, facts, importFacts(file.text, rescued, read.names), doubt, reason);
}

function startsOf(imports: readonly ImportFact[]): ReadonlySet<number> {
  return new Set(imports.map(({ start }) => start));
}

function inOrder(imports: readonly ImportFact[]): readonly ImportFact[] {
  return imports.toSorted((a, b) => a.start - b.start);
}

function broken(
  { path, text }: SourceText,
  facts: FileFacts,
  rescued: readonly ImportFact[],
  { at }: { readonly at: number },
  message: string,
): FileFacts {
  const diagnostic: Diagnostic = { code: "syntax", file: path, ...new LineCounter(text).at(at), message };
  return {
    ...facts,
    imports: inOrder([...facts.imports, ...rescued]),
    diagnostics: [...facts.diagnostics, diagnostic],
  };
}
