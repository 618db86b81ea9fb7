import type { FileIndex } from "../../../files/file-index.ts";
import { normalizeName } from "../versions/distribution-name.ts";

const endings: readonly string[] = [".whl", ".egg", ".zip", ".tar.gz"];

/**
 * Distributions that lie in the repository as an archive: a wheel, an egg, a source archive. What ships with the
 * repository needs no declaration.
 */
export function bundledDistributions(files: FileIndex): ReadonlySet<string> {
  const found = new Set<string>();
  for (const path of files.paths) {
    if (!endings.some((ending) => path.endsWith(ending))) continue;
    const name = /(?:^|\/)([A-Za-z0-9][A-Za-z0-9_.-]*?)(?:[-_]src)?[-_][0-9]+\.[0-9][^/]*$/.exec(path)?.[1];
    if (name !== undefined) found.add(normalizeName(name));
  }
  return found;
}
