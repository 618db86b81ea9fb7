/**
 * Tier two: tree-sitter's grammar decides what a name is.
 *
 * Where the grammar fails, the scanner's reading stands: the grammar is older than the language (it knows no
 * `import module`), and a lexer loses less of a broken file than a tree with a hole in it. A file is called broken
 * (`syntax`) when both tiers say so: the grammar has an error and the scanner a doubt, whose place and words are given.
 */
import type { SourceText } from "../../files/source-text.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import { LineCounter } from "../../model/location.ts";
import type { GrammarTree, Syntax } from "../../syntax/syntax.ts";
import type { Parsed } from "../language.ts";
import { scanDialect } from "./dialects/scan.ts";
import { doubtMessages } from "./facts/doubts.ts";
import { factsOf } from "./facts/found.ts";
import { readMentions } from "./facts/javadoc.ts";
import { withPlainLineEnds } from "./facts/line-ends.ts";
import { readTree } from "./parse/tree.ts";
import { resourceKind } from "./resources/places.ts";
import { resourceFacts } from "./resources/resource-facts.ts";
import { readText } from "./scan/text.ts";

export function parse(file: SourceText, syntax: Syntax): Parsed {
  const other = scanDialect(file);
  if (other !== undefined) return { facts: other };
  const resource = resourceKind(file.path);
  if (resource !== undefined) return { facts: resourceFacts(file, resource) };
  const text = withPlainLineEnds(file.text);
  const tree = readGrammar(text, syntax);
  const { root } = tree;
  const found = root.hasError ? undefined : readTree(root, text);
  const mentions = readMentions(text);
  if (found !== undefined) return { facts: factsOf(file.path, text, found, { mentions, diagnostics: [] }), tree };

  const reading = readText(text);
  const diagnostics: Diagnostic[] = [];
  if (root.hasError && reading.doubt !== undefined) {
    const { line, column } = new LineCounter(text).at(reading.doubt.at);
    const message = doubtMessages[reading.doubt.reason];
    diagnostics.push({ code: "syntax", file: file.path, line, column, message });
  }
  return { facts: factsOf(file.path, text, reading, { mentions, diagnostics }), tree };
}

/** For bridges: a resource has none. */
export function parseTree(file: SourceText, syntax: Syntax): GrammarTree | undefined {
  return resourceKind(file.path) === undefined ? readGrammar(withPlainLineEnds(file.text), syntax) : undefined;
}

function readGrammar(text: string, syntax: Syntax): GrammarTree {
  return { kind: "tree-sitter", root: syntax.parse("java", text) };
}
