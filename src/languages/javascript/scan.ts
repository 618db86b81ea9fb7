/** Tier one: facts by a lexer of our own, in one pass, or a doubt with its reason. */
import type { SourceText } from "../../files/source-text.ts";
import { type ImportFact, noFacts, type Scan } from "../../model/facts.ts";
import { LineCounter } from "../../model/location.ts";
import { dialectOf } from "./facts/dialect.ts";
import { isBehindModuleTest } from "./facts/module-test.ts";
import { type FoundImport, State } from "./scan/state.ts";
import { readTokens } from "./scan/tokens.ts";

/** Pure. Where it has no doubt, what it says is what `parse` would say. */
export function scan(file: SourceText): Scan {
  const state = new State(file.text, dialectOf(file.path));
  if (hasRareLineEnds(file.text)) state.fail("line-end");
  else readTokens(state);
  if (state.bindsRequire && state.imports.some(isCommonJs)) state.fail("require");
  if (state.doubt !== undefined) return { facts: noFacts, doubt: state.doubt };
  if (state.imports.length === 0) return { facts: noFacts };
  const lines = new LineCounter(file.text);
  return { facts: { ...noFacts, imports: state.imports.map((found) => toFact(found, file.text, lines)) } };
}

function isCommonJs({ kind }: FoundImport): boolean {
  return kind === "require" || kind === "require-resolve";
}

function toFact(found: FoundImport, text: string, lines: LineCounter): ImportFact {
  const { kind, specifier, names, start, end, typeOnly } = found;
  const optional = found.optional || isBehindModuleTest(kind, text, start);
  const dynamic = kind === "dynamic" && !typeOnly;
  return { kind, specifier, names, start, end, ...lines.at(start), typeOnly, dynamic, optional, local: found.local };
}

/** Ends of lines that only few programs have: they end comments, too. */
function hasRareLineEnds(text: string): boolean {
  for (let at = text.indexOf("\r"); at >= 0; at = text.indexOf("\r", at + 1)) {
    if (text.charCodeAt(at + 1) !== 10) return true;
  }
  return text.includes("\u2028") || text.includes("\u2029");
}
