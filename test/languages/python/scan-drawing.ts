/** Draws the facts of one Python file, a line an import: `3:6 from ..prices (Price, Tax) [typeOnly]`. */
import type { SourceText } from "../../../src/files/source-text.ts";
import type { FileFacts } from "../../../src/model/facts.ts";

export function sourceOf(text: string, path = "shop/cart.py"): SourceText {
  return { path, text, diagnostics: [] };
}

export function drawFacts(facts: FileFacts): string {
  const imports = facts.imports.map((each) => {
    const flags = [
      ...(["typeOnly", "dynamic", "optional", "local"] as const).filter((flag) => each[flag]),
      ...(each.marker === undefined ? [] : [`if ${each.marker}`]),
    ];
    const names = each.names.length === 0 ? "" : ` (${each.names.join(", ")})`;
    const place = `${each.line}:${each.column}`;
    return `${place} ${each.kind} ${each.specifier}${names}${flags.length === 0 ? "" : ` [${flags.join(" ")}]`}`;
  });
  const declared = facts.declarations.length === 0 ? [] : [`declares ${facts.declarations.join(" ")}`];
  const exported = facts.exports === undefined ? [] : [`exports ${facts.exports.join(" ")}`];
  const { requirements = [], runtime, isWhole } = facts.environment ?? {};
  const needs = [
    ...requirements.map((each) => `needs ${each.line}:${each.column} ${each.package} ${each.range}`),
    ...(runtime === undefined ? [] : [`runs on ${runtime}`]),
    ...(isWhole === true ? ["alone"] : []),
  ];
  const diagnostics = facts.diagnostics.map(
    ({ code, line, column, message }) => `! ${code} ${line}:${column} ${message}`,
  );
  return [...imports, ...declared, ...exported, ...needs, ...diagnostics].join("\n");
}
