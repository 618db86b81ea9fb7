/** Tier one: facts by a lexer of our own, in one pass, or a doubt with its reason. */
import type { SourceText } from "../../files/source-text.ts";
import { noFacts, type Scan } from "../../model/facts.ts";
import { LineCounter } from "../../model/location.ts";
import { toFacts, withAmbientModules } from "./facts/found-import.ts";
import { headReferences } from "./facts/head-references.ts";
import { sourceCode, withDialect } from "./facts/source-code.ts";
import { State } from "./scan/state.ts";
import { readTokens } from "./scan/tokens.ts";

/** Pure. Where it has no doubt, what it says is what `parse` would say. */
export function scan(file: SourceText): Scan {
  const code = sourceCode(file);
  const { text } = code;
  const state = new State(text, code.dialect);
  if (hasRareLineEnds(text)) state.fail("line-end");
  else if (code.isComponent && text.includes("Astro.glob")) state.fail("files");
  else readTokens(state);
  if (state.bindsRequire && state.readsRequire) state.fail("require");
  if (state.doubt !== undefined) return { facts: noFacts, doubt: state.doubt };
  const { imports, declarations } = withAmbientModules(state.imports, state.ambient, state);
  const all = [...headReferences(text), ...code.includes, ...imports];
  if (all.length === 0 && declarations.length === 0 && !code.isComponent) return { facts: noFacts };
  return { facts: withDialect(toFacts(all, declarations, text, new LineCounter(text)), code) };
}

/** Ends of lines that only few programs have: they end comments, too. */
function hasRareLineEnds(text: string): boolean {
  for (let at = text.indexOf("\r"); at >= 0; at = text.indexOf("\r", at + 1)) {
    if (text.charCodeAt(at + 1) !== 10) return true;
  }
  return text.includes("\u2028") || text.includes("\u2029");
}
