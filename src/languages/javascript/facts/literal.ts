/** The text that a string literal stands for. */

const simple: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r", b: "\b", f: "\f", v: "\v", "0": "\0" };

/**
 * Decodes the literal at these offsets, its quotes included; undefined when it is none, or a template with substitutions.
 * @see https://tc39.es/ecma262/#sec-literals-string-literals
 */
export function decodeLiteral(text: string, start: number, end: number): string | undefined {
  const quote = text[start];
  if (end - start < 2 || quote !== text[end - 1] || (quote !== '"' && quote !== "'" && quote !== "`")) return undefined;
  const body = text.slice(start + 1, end - 1);
  if (quote === "`" && body.includes("${")) return undefined;
  if (!body.includes("\\")) return body;
  return body.replace(/\\(?:u\{([\da-f]{1,6})\}|u([\da-f]{4})|x([\da-f]{2})|(\r\n|[^]))/gi, decodeEscape);
}

function decodeEscape(_: string, point?: string, unit?: string, byte?: string, character = ""): string {
  const code = Number.parseInt(point ?? unit ?? byte ?? "", 16);
  if (Number.isNaN(code)) return /[\r\n\u2028\u2029]/.test(character) ? "" : (simple[character] ?? character);
  return code > 0x10ffff ? "" : String.fromCodePoint(code);
}
