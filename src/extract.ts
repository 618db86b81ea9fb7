/** One file to its facts, the same on every thread: scan; on a doubt or a bridge's word, parse. */
import type { Bridge, BridgeReader } from "./bridges/bridge.ts";
import type { SourceText } from "./files/source-text.ts";
import type { Language, Parsed } from "./languages/language.ts";
import type { BridgeFact, FileFacts } from "./model/facts.ts";
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
  if (scanned === undefined) {
    const { facts, tree } = inTime(source, language, () => language.parse(source, syntax));
    const found = readBridges(speakingOf(readers, facts, source), source, tree);
    return { facts: withDiagnostics({ ...facts, bridges: found }, source), parsed: true };
  }
  const speaking = speakingOf(readers, scanned, source);
  if (speaking.length === 0) return { facts: withDiagnostics(scanned, source), parsed: false };
  // What the tree says of the imports is known: only the bridges are read from it.
  const { facts, tree } = inTime(source, language, () => treeAlone(scanned, language.tree(source, syntax)));
  const found = readBridges(speaking, source, tree);
  return { facts: withDiagnostics({ ...facts, bridges: found }, source), parsed: true };
}

function treeAlone(facts: FileFacts, tree: SyntaxTree | undefined): Parsed {
  return tree === undefined ? { facts } : { facts, tree };
}

function speakingOf(readers: readonly BridgeReader[], facts: FileFacts, source: SourceText): readonly BridgeReader[] {
  return readers.filter((reader) => reader.speaks(facts, source.text));
}

function readBridges(
  readers: readonly BridgeReader[],
  source: SourceText,
  tree: SyntaxTree | undefined,
): readonly BridgeFact[] {
  return tree === undefined ? [] : readers.flatMap((reader) => reader.read(source, tree));
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
