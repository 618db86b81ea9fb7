/** Draws what the imports of one file reach, a line an import: `3 shop.till -> src/shop/till.py`. */
import { python } from "../../../../src/languages/python/index.ts";
import { resolveRepository } from "../../../drawn/resolve.ts";

export function drawImports(files: Readonly<Record<string, string>>, path: string): string {
  const { drawing } = resolveRepository(python, files);
  return drawing
    .split("\n")
    .filter((line) => line.startsWith(`${path}:`))
    .map((line) => line.slice(path.length + 1))
    .join("\n");
}

/** The expected drawing of a file, its lines written one below the other. */
export function lines(...each: readonly string[]): string {
  return each.join("\n");
}
