/** A repository of JavaScript to the drawing of what its imports reach. */
import { javascript } from "../../../src/languages/javascript/index.ts";
import { resolveRepository } from "../../drawn/resolve.ts";

export type Repository = Readonly<Record<string, string>>;

export function drawing(files: Repository): string {
  return resolveRepository(javascript, files).drawing;
}

/** Import statements, a line each. */
export function imports(...specifiers: readonly string[]): string {
  return specifiers.map((specifier) => `import "${specifier}";\n`).join("");
}
