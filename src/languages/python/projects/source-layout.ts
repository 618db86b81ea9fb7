/** The directories from which a project's module names are counted. */
import type { FileIndex } from "../../../files/file-index.ts";
import type { SourceRoot } from "../../../model/project.ts";

const testNames: ReadonlySet<string> = new Set(["tests", "test", "testing"]);

/** A path within the repository; undefined when it leads out of it. */
export function joinPath(directory: string, relative: string): string | undefined {
  const parts = directory === "" ? [] : directory.split("/");
  for (const part of relative.replaceAll("\\", "/").split("/")) {
    if (part === "..") {
      if (parts.length === 0) return undefined;
      parts.pop();
    } else if (part !== "" && part !== ".") parts.push(part);
  }
  return parts.join("/");
}

/** Whether a directory is the other or lies below it. */
export function isWithin(path: string, directory: string): boolean {
  return directory === "" || path === directory || path.startsWith(`${directory}/`);
}

/**
 * What the manifest names; else `src` where it holds Python; else the directory of the project itself. A test directory
 * that is no package is a root of its own, as pytest puts it on the path.
 */
export function sourceRoots(directory: string, named: readonly string[], files: FileIndex): readonly SourceRoot[] {
  const given = named
    .map((each) => joinPath(directory, each))
    .filter((path) => path !== undefined)
    .filter((path) => path === "" || files.hasDirectory(path));
  const conventional = joinPath(directory, "src") ?? "src";
  const main = given.length > 0 ? given : holdsPython(conventional, files) ? [conventional] : [directory];
  const tests = files
    .names(directory)
    .filter((name) => testNames.has(name))
    .map((name) => joinPath(directory, name) ?? name)
    .filter((path) => files.hasDirectory(path) && !files.has(`${path}/__init__.py`) && !main.includes(path));
  return [
    ...[...new Set(main)].map((each): SourceRoot => ({ directory: each, scope: "main" })),
    ...tests.map((each): SourceRoot => ({ directory: each, scope: "test" })),
  ];
}

/** By the customs of pytest and unittest. */
const testPath = /(?:^|\/)(?:tests?|testing)\/|(?:^|\/)(?:test_[^/]*|[^/]*_test|conftest)\.pyi?$/;

export function scopeOfPath(path: string): "main" | "test" {
  return testPath.test(path) ? "test" : "main";
}

/** How deep a source directory's first module may lie: `src/acme/shop/till/__init__.py` of a namespace package. */
const maxDepth = 4;

function holdsPython(directory: string, files: FileIndex): boolean {
  const queue: { readonly path: string; readonly depth: number }[] = [{ path: directory, depth: 1 }];
  for (let at = 0; at < queue.length && at < 200; at++) {
    const entry = queue[at];
    if (entry === undefined) break;
    for (const name of files.names(entry.path)) {
      if (name.endsWith(".py") || name.endsWith(".pyi")) return true;
      const below = `${entry.path}/${name}`;
      // Only names that can be part of a module's name: `java`, `main` may be, `docker-compose` may not.
      if (entry.depth < maxDepth && /^[A-Za-z_]\w*$/.test(name) && files.hasDirectory(below)) {
        queue.push({ path: below, depth: entry.depth + 1 });
      }
    }
  }
  return false;
}
