import type { Analysis } from "../model/analysis.ts";

/**
 * A path counted from where the command was started, where hosts of code look for it: the analysed directory is put before
 * it when it was given as one below. An absolute directory or one outside says nothing of that place.
 */
export function hostPath({ root }: Pick<Analysis, "root">, file: string): string {
  const parts = root.split(/[\\/]/).filter((part) => part !== "" && part !== ".");
  const below = !/^([\\/]|[A-Za-z]:)/.test(root) && !parts.includes("..");
  return below ? [...parts, file].join("/") : file;
}

/** `web/src/app.ts:3:8`, as far as it is known. */
export function placeText(file: string, line: number, column = 0): string {
  return file + (line > 0 ? `:${line}${column > 0 ? `:${column}` : ""}` : "");
}
