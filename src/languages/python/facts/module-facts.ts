/** What either tier has read of a module, as its facts. */
import type { SourceText } from "../../../files/source-text.ts";
import { type FileFacts, noFacts } from "../../../model/facts.ts";
import { importFacts, type ImportRecord } from "./import-record.ts";
import type { KnownNames } from "./known-names.ts";
import { noteDiagnostics } from "./notes.ts";
import { readScriptMetadata } from "./script-metadata.ts";
import type { Told } from "./strings/watched.ts";

export interface ModuleContents {
  readonly records: readonly ImportRecord[];
  /** What its own imports say of its names. */
  readonly names: KnownNames;
  /** Names bound at the top level, of a package's `__init__` alone. */
  readonly bound: ReadonlySet<string>;
  /** What its strings tell. */
  readonly told: Told;
}

export function moduleFacts(file: SourceText, { records, names, bound, told }: ModuleContents): FileFacts {
  const imports = importFacts(file.text, told.records.length === 0 ? records : [...records, ...told.records], names);
  const declarations = bound.size === 0 ? noFacts.declarations : [...bound].sort();
  const diagnostics = noteDiagnostics(file, told.notes);
  const facts = { imports, references: noFacts.references, declarations, bridges: noFacts.bridges, diagnostics };
  if (told.exports.length === 0 && told.headers.length === 0) return facts;
  const script = readScriptMetadata(file, told.headers);
  return {
    ...facts,
    diagnostics: [...diagnostics, ...script.diagnostics],
    ...(told.exports.length === 0 ? {} : { exports: told.exports }),
    ...(script.environment === undefined ? {} : { environment: script.environment }),
  };
}
