import { readFileSync } from "node:fs";

/** The text of a file that depbraid itself ships, by its place beside a module. Undefined when it is not there. */
export function readOwnFile(url: URL): string | undefined {
  try {
    return readFileSync(url, "utf8");
  } catch {
    return undefined;
  }
}
