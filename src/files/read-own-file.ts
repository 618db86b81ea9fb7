import { existsSync, readFileSync } from "node:fs";

/** The directory of depbraid's own package: the nearest one with a manifest, from the sources as from the build. */
export const packageRoot: URL = findRoot(new URL(".", import.meta.url));

function findRoot(from: URL): URL {
  const above = new URL("..", from);
  return existsSync(new URL("package.json", from)) || above.href === from.href ? from : findRoot(above);
}

/** The text of a file that depbraid itself ships, by its path in the package. Undefined when it is not there. */
export function readOwnFile(path: string): string | undefined {
  try {
    return readFileSync(new URL(path, packageRoot), "utf8");
  } catch {
    return undefined;
  }
}
