/** Tier one: the facts of a Python file by its logical lines, and a doubt wherever only the tree can tell. */
import type { SourceText } from "../../files/source-text.ts";
import { noFacts, type Scan } from "../../model/facts.ts";
import { importFacts } from "./facts/import-record.ts";
import { readModule } from "./scan/module.ts";

export function scan(file: SourceText): Scan {
  const { records, bound, doubt } = readModule(file, "everything");
  const facts = { ...noFacts, imports: importFacts(file.text, records), declarations: [...bound].sort() };
  return doubt === undefined ? { facts } : { facts, doubt: doubt.reason };
}
