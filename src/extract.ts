/** One file to its facts, the same on every thread: scan; on a doubt or a bridge's word, parse. */
import type { Bridge } from "./bridges/bridge.ts";
import { ignoreComments } from "./files/ignore-comments.ts";
import type { SourceText } from "./files/source-text.ts";
import type { Language, Parsed } from "./languages/language.ts";
import type { FileFacts } from "./model/facts.ts";
import { fileDiagnostic } from "./model/diagnostic.ts";
import { ParseTimeout, type Syntax, type SyntaxTree } from "./syntax/syntax.ts";

export interface Extraction {
  readonly facts: FileFacts;
  /** Whether the second tier was needed. */
  readonly parsed: boolean;
}

export interface ExtractOptions {
  /** Parse every file, whatever the scanner says. */
  readonly precise: boolean;
}

export function extract(
  source: SourceText,
  language: Language,
  bridges: readonly Bridge[],
  syntax: Syntax,
  options: ExtractOptions,
): Extraction {
  const readers = bridges.flatMap((bridge) => bridge.readers[language.name] ?? []);
  const scanned = options.precise ? undefined : sureScan(source, language);
  let parsed = scanned === undefined;
  let { facts, tree } =
    scanned === undefined ? inTime(source, language, () => language.parse(source, syntax)) : { facts: scanned };
  const speaking = readers.filter((reader) => reader.speaks(facts, source.text));
  const treeOnce = (): SyntaxTree | undefined => {
    if (parsed || language.tree === undefined) return tree;
    parsed = true;
    // What the tree says of the imports is known: only the bridges are read from it.
    ({ facts, tree } = inTime(source, language, () => treeAlone(facts, language.tree?.(source, syntax))));
    return tree;
  };
  const found = speaking.flatMap((reader) => reader.read(source, treeOnce));
  const ignores = ignoreComments(source);
  const bridged = found.length === 0 ? facts : { ...facts, bridges: found };
  const all = ignores.length === 0 ? bridged : { ...bridged, ignores };
  return { facts: withDiagnostics(all, source), parsed };
}

function treeAlone(facts: FileFacts, tree: SyntaxTree | undefined): Parsed {
  return tree === undefined ? { facts } : { facts, tree };
}

/** The scanner's facts, if it is sure of them. */
function sureScan(source: SourceText, language: Language): FileFacts | undefined {
  const { facts, doubt } = language.scan(source);
  return doubt === undefined ? facts : undefined;
}

/** A file that the grammar is too slow for keeps what the scanner read, and says so. */
function inTime(source: SourceText, language: Language, parse: () => Parsed): Parsed {
  try {
    return parse();
  } catch (error) {
    if (!(error instanceof ParseTimeout)) throw error;
    const { facts, doubt } = language.scan(source);
    const sureness = doubt === undefined ? "" : `, which is not sure of them (${doubt})`;
    const message = `${error.message} on this file; its imports were read by the scanner alone${sureness}`;
    return { facts: { ...facts, diagnostics: [...facts.diagnostics, fileDiagnostic("syntax", source.path, message)] } };
  }
}

function withDiagnostics(facts: FileFacts, source: SourceText): FileFacts {
  if (source.diagnostics.length === 0) return facts;
  return { ...facts, diagnostics: [...source.diagnostics, ...facts.diagnostics] };
}
