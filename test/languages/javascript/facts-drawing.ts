/** Facts of one file drawn as text, a line an import: `1:8 import "./cart" {default, *} [typeOnly]`. */
import type { SourceText } from "../../../src/files/source-text.ts";
import { parse } from "../../../src/languages/javascript/parse.ts";
import { scan } from "../../../src/languages/javascript/scan.ts";
import type { FileFacts } from "../../../src/model/facts.ts";
import { createSyntax } from "../../../src/syntax/syntax.ts";

const syntax = createSyntax();

export function source(path: string, text: string): SourceText {
  return { path, text, diagnostics: [] };
}

export function parsed(path: string, text: string): FileFacts {
  return parse(source(path, text), syntax).facts;
}

export function drawParsed(path: string, text: string): string {
  return draw(parsed(path, text));
}

/** The drawing, or `doubt: reason`. */
export function drawScanned(path: string, text: string): string {
  const { facts, doubt } = scan(source(path, text));
  return doubt === undefined ? draw(facts) : `doubt: ${doubt}`;
}

export function draw(facts: FileFacts): string {
  const imports = facts.imports.map((each) => {
    const flags = (["typeOnly", "dynamic", "optional", "local"] as const).filter((flag) => each[flag]);
    return [
      `${each.line}:${each.column} ${each.kind} ${JSON.stringify(each.specifier)}`,
      ...(each.names.length === 0 ? [] : [`{${each.names.join(", ")}}`]),
      ...(flags.length === 0 ? [] : [`[${flags.join(" ")}]`]),
      ...(each.choice?.except ?? []).map((pattern) => `!${pattern}`),
      ...(each.choice?.matching === undefined ? [] : [`/${each.choice.matching.source}/${each.choice.matching.flags}`]),
    ].join(" ");
  });
  const diagnostics = facts.diagnostics.map((each) => `${each.line}:${each.column} ! ${each.message}`);
  const declarations = facts.declarations.map((name) => `declares ${JSON.stringify(name)}`);
  const { base, paths = [] } = facts.loader ?? {};
  const loader = [
    ...(base === undefined ? [] : [`loads from ${JSON.stringify(base)}`]),
    ...paths.map(([name, path]) => `loads ${JSON.stringify(name)} from ${JSON.stringify(path)}`),
  ];
  return [...imports, ...declarations, ...loader, ...diagnostics].join("\n");
}
