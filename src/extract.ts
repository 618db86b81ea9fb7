/** One file to its facts, the same on every thread: scan; on a doubt or a bridge's word, parse. */
import type { Bridge } from "./bridges/bridge.ts";
import type { SourceText } from "./files/source-text.ts";
import type { Language, Parsed } from "./languages/language.ts";
import type { FileFacts } from "./model/facts.ts";
import { fileDiagnostic } from "./model/diagnostic.ts";
import { ParseTimeout, type Syntax } from "./syntax/syntax.ts";

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
  if (scanned !== undefined && !readers.some((reader) => reader.speaks(scanned, source.text))) {
    return { facts: withDiagnostics(scanned, source), parsed: false };
  }
  const { facts, tree } = parseInTime(source, language, syntax);
  const speaking = tree === undefined ? [] : readers.filter((reader) => reader.speaks(facts, source.text));
  const found = tree === undefined ? [] : speaking.flatMap((reader) => reader.read(source, tree));
  return { facts: withDiagnostics({ ...facts, bridges: found }, source), parsed: true };
}

/** The scanner's facts, if it is sure of them. */
function sureScan(source: SourceText, language: Language): FileFacts | undefined {
  const { facts, doubt } = language.scan(source);
  return doubt === undefined ? facts : undefined;
}

/** A file that the grammar is too slow for keeps what the scanner read, and says so. */
function parseInTime(source: SourceText, language: Language, syntax: Syntax): Parsed {
  try {
    return language.parse(source, syntax);
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
