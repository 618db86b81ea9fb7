/** Tier one: the facts of a Python file by its logical lines, and a doubt wherever only the tree can tell. */
import type { SourceText } from "../../files/source-text.ts";
import { noFacts, type Scan } from "../../model/facts.ts";
import { isCython } from "./cython.ts";
import { moduleFacts } from "./facts/module-facts.ts";
import { isNotebook, notebookFacts } from "./notebook/notebook-facts.ts";
import { readModule } from "./scan/module.ts";

export function scan(file: SourceText): Scan {
  if (isNotebook(file.path)) return scanNotebook(file);
  // The parser's grammar does not know it either, but a tree shows where strings are, whatever stands between them.
  if (isCython(file.path)) return { facts: noFacts, doubt: "cython" };
  return scanModule(file);
}

function scanModule(file: SourceText): Scan {
  const reading = readModule(file, "everything");
  const facts = moduleFacts(file, reading);
  return reading.doubt === undefined ? { facts } : { facts, doubt: reading.doubt.reason };
}

/** One cell that it is not sure of is enough for a doubt. */
function scanNotebook(file: SourceText): Scan {
  let doubt: string | undefined;
  const facts = notebookFacts(file, (cell) => {
    const scanned = scanModule(cell);
    doubt ??= scanned.doubt;
    return scanned.facts;
  });
  return doubt === undefined ? { facts } : { facts, doubt };
}
