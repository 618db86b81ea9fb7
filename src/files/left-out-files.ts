import type { FileIndex } from "./file-index.ts";
import type { FileSystem } from "./file-system.ts";
import { ignoreLibrary } from "./late-libraries.ts";
import { decode } from "./source-text.ts";

/** Where formatters and linters are told what is no code of the project: all by the rules of `.gitignore`. */
const listNames: ReadonlySet<string> = new Set([
  ".prettierignore",
  ".eslintignore",
  ".oxfmtignore",
  ".stylelintignore",
]);

const listLimit = 1024 * 1024;

/**
 * Whether the project's own formatter or linter leaves a file out: what a test reads as data, what is copied or made. Read
 * when it is first asked.
 */
export function leftOutFiles(fileSystem: FileSystem, files: FileIndex): (path: string) => boolean {
  let lists: readonly ((path: string) => boolean)[] | undefined;
  return (path) => {
    lists ??= files.paths.flatMap((list) => readList(fileSystem, list) ?? []);
    return lists.some((leavesOut) => leavesOut(path));
  };
}

function readList(fileSystem: FileSystem, list: string): ((path: string) => boolean) | undefined {
  const slash = list.lastIndexOf("/") + 1;
  if (!listNames.has(list.slice(slash))) return undefined;
  const directory = list.slice(0, slash);
  try {
    const rules = ignoreLibrary()({ ignorecase: false }).add(decode(list, fileSystem.read(list, listLimit)).text);
    return (path) => path.startsWith(directory) && path !== directory && rules.ignores(path.slice(slash));
  } catch {
    return undefined; // No list of patterns: it says nothing.
  }
}
