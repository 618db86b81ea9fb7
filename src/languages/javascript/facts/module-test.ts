import type { ImportKind } from "../../../model/facts.ts";

/** More characters than stand between the test of a wrapper and what it asks for. */
const reach = 400;

const test = /\btypeof\s*\(?\s*(?:module|exports|require|define)\b[^}]*$/;

/**
 * Whether a `require` or a `define` stands right behind a test for the module system, with no block ended between: a file
 * that also runs without one, as a browser's script, asks for it only where there is one.
 * @see https://github.com/umdjs/umd
 */
export function isBehindModuleTest(kind: ImportKind, text: string, start: number): boolean {
  return (kind === "require" || kind === "amd") && test.test(text.slice(Math.max(0, start - reach), start));
}
