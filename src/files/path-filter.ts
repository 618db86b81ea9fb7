import { ignoreLibrary } from "./late-libraries.ts";

/** Whether a path fits one of these patterns, written as in `.gitignore`. */
export function pathFilter(patterns: readonly string[]): (path: string) => boolean {
  const rules = ignoreLibrary()({ ignorecase: false }).add([...patterns]);
  return (path) => path !== "" && rules.ignores(path);
}

/** Whether a path is to be read: one that is included, where anything is, and not left out. Patterns as in `.gitignore`. */
export function pathKeeper(include: readonly string[], exclude: readonly string[]): (path: string) => boolean {
  const isIncluded = include.length === 0 ? undefined : pathFilter(include);
  const isExcluded = exclude.length === 0 ? undefined : pathFilter(exclude);
  return (path) => isIncluded?.(path) !== false && isExcluded?.(path) !== true;
}
