/** Reads one source file and extracts its facts; a file that cannot be read is a diagnostic and no facts. */
import { bridges } from "./bridges/index.ts";
import { type ExtractOptions, type Extraction, extract } from "./extract.ts";
import { FileTooLarge, type FileSystem, UnreadableFile } from "./files/file-system.ts";
import { decode } from "./files/source-text.ts";
import { languageOf } from "./languages/by-path.ts";
import type { Language } from "./languages/language.ts";
import { type DiagnosticCode, fileDiagnostic } from "./model/diagnostic.ts";
import { noFacts } from "./model/facts.ts";
import type { Syntax } from "./syntax/syntax.ts";

export interface ReadOptions extends ExtractOptions {
  /** Files of more bytes are not read. */
  readonly sizeLimit: number;
}

export interface FileExtraction extends Extraction {
  readonly bytes: number;
}

const nothing: FileExtraction = { facts: noFacts, parsed: false, bytes: 0 };

/** Of a file of no language nothing is read. */
export function readSource(fileSystem: FileSystem, path: string, syntax: Syntax, options: ReadOptions): FileExtraction {
  const language = languageOf(path);
  return language === undefined ? nothing : readFacts(fileSystem, path, language, syntax, options);
}

function readFacts(
  fileSystem: FileSystem,
  path: string,
  language: Language,
  syntax: Syntax,
  options: ReadOptions,
): FileExtraction {
  try {
    const bytes = fileSystem.read(path, options.sizeLimit);
    const source = decode(path, bytes, language.encoding?.bind(language));
    const { facts, parsed } = extract(source, language, bridges, syntax, options);
    return { facts, parsed, bytes: bytes.length };
  } catch (error) {
    const { code, message } = readProblem(error, options.sizeLimit);
    return { facts: { ...noFacts, diagnostics: [fileDiagnostic(code, path, message)] }, parsed: false, bytes: 0 };
  }
}

/** Says in plain words why a file gave nothing. An error of ours is named as such: the run goes on without the file. */
export function readProblem(
  error: unknown,
  sizeLimit: number,
): { readonly code: DiagnosticCode; readonly message: string } {
  if (error instanceof FileTooLarge) {
    const message = `the file has ${megabytes(error.bytes)} MB, over the limit of ${megabytes(sizeLimit)} MB; it was not read`;
    return { code: "size", message };
  }
  const reason = error instanceof Error ? error.message : String(error);
  if (error instanceof UnreadableFile) {
    return { code: "unreadable", message: `the file could not be read: ${reason}` };
  }
  return { code: "internal", message: `depbraid failed on this file: ${reason}; please report it` };
}

function megabytes(bytes: number): string {
  return (bytes / (1024 * 1024)).toFixed(1);
}
