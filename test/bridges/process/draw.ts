/** Reads one source text for processes and draws what it starts, a line a fact: `3:5 process node -> path(file) a.js exact`. */
import type { BridgeReader } from "../../../src/bridges/bridge.ts";
import { languageOf } from "../../../src/languages/by-path.ts";
import type { BridgeFact } from "../../../src/model/facts.ts";
import { createSyntax, type Grammar, type SyntaxTree } from "../../../src/syntax/syntax.ts";

const syntax = createSyntax();

export function drawText(reader: BridgeReader, path: string, text: string): string {
  return draw(reader, path, text, () => undefined);
}

export function drawTreeSitter(reader: BridgeReader, grammar: Grammar, path: string, text: string): string {
  return draw(reader, path, text, () => ({ kind: "tree-sitter", root: syntax.parse(grammar, text) }));
}

export function drawBabel(reader: BridgeReader, path: string, text: string): string {
  const file = syntax.babel(text, { sourceType: "unambiguous", errorRecovery: true, plugins: ["typescript", "jsx"] });
  return draw(reader, path, text, () => ({ kind: "babel", file }));
}

function draw(reader: BridgeReader, path: string, text: string, tree: () => SyntaxTree | undefined): string {
  // What the cheap test would keep from the reader is as good as not found.
  const language = languageOf(path);
  const source = { path, text, diagnostics: [] };
  if (language === undefined || !reader.speaks(language.parse(source, syntax).facts, text)) return "";
  return reader.read({ path, text, diagnostics: [] }, tree).map(drawFact).join("\n");
}

export function drawFact({ mechanism, tool, target, line, column, confidence }: BridgeFact): string {
  return `${line}:${column} ${mechanism} ${tool} -> ${drawTarget(target)} ${confidence}`;
}

function drawTarget(target: BridgeFact["target"]): string {
  switch (target.kind) {
    case "path":
      return `path(${target.base}) ${target.path}${target.foreign === true ? " foreign" : ""}`;
    case "script":
      return `script(${target.base}) ${target.directory}/${target.manifest}#${target.name}${target.loose === true ? " loose" : ""}`;
    case "module":
    case "class":
      return `${target.kind}(${target.language}) ${target.name}`;
    case "tool":
      return "tool";
  }
}
