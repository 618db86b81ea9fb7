import { scanDialect } from "../../../../src/languages/java/dialects/scan.ts";

/** What the top of a file says: `shop`, `import shop.Cart 2:8`, `type Cart`, `member total`, `flaw 3:1 unbalanced`. */
export function drawOutline(path: string, text: string): readonly string[] {
  const facts = scanDialect({ path, text, diagnostics: [] });
  if (facts === undefined) return ["Java"];
  const { package: name = "", imports, declarations, exports = [], diagnostics } = facts;
  return [
    ...(name === "" ? [] : [name]),
    ...imports.map(({ kind, specifier, line, column }) => `${kind} ${specifier} ${line}:${column}`),
    ...declarations.map((type) => `type ${type}`),
    ...exports.map((member) => `member ${member}`),
    ...diagnostics.map(({ line, column, message }) => `${line}:${column} ${message}`),
  ];
}
