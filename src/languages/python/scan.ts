/** Tier one: the facts of a Python file by its logical lines, and a doubt wherever only the tree can tell. */
import type { SourceText } from "../../files/source-text.ts";
import type { Scan } from "../../model/facts.ts";
import { moduleFacts } from "./facts/module-facts.ts";
import { readModule } from "./scan/module.ts";

export function scan(file: SourceText): Scan {
  const reading = readModule(file, "everything");
  const facts = moduleFacts(file, reading);
  return reading.doubt === undefined ? { facts } : { facts, doubt: reading.doubt.reason };
}
