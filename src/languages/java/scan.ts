/** Tier one: a lexer with a memory of one token and of the open brackets; see `scan-text.ts`. */
import type { SourceText } from "../../files/source-text.ts";
import type { Scan } from "../../model/facts.ts";
import { scanDialect } from "./dialects/scan.ts";
import { factsOf } from "./facts/found.ts";
import { readMentions } from "./facts/javadoc.ts";
import { withPlainLineEnds } from "./facts/line-ends.ts";
import { resourceKind } from "./resources/places.ts";
import { resourceFacts } from "./resources/resource-facts.ts";
import { readText } from "./scan/text.ts";

export function scan(file: SourceText): Scan {
  const other = scanDialect(file);
  if (other !== undefined) return { facts: other };
  const resource = resourceKind(file.path);
  if (resource !== undefined) return { facts: resourceFacts(file, resource) };
  const text = withPlainLineEnds(file.text);
  const reading = readText(text);
  const facts = factsOf(file.path, text, reading, { mentions: readMentions(text), diagnostics: [] });
  return reading.doubt === undefined ? { facts } : { facts, doubt: reading.doubt.reason };
}
