/** Files that the user names on the command line: they may lie anywhere. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Throws what the system says. */
export function readUserFile(path: string): string {
  return readFileSync(path, "utf8");
}

/** Writes a file that is not there yet; its path, or undefined where there is one. Throws what the system says. */
export function writeNewFile(directory: string, name: string, text: string): string | undefined {
  const path = join(directory, name);
  if (existsSync(path)) return undefined;
  writeFileSync(path, text);
  return path;
}
